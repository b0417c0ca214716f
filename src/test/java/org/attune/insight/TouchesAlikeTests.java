package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.audit.ErasePerson;
import org.attune.audit.Erasures;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written for several people in much the same words: counted once more from the bare rows, and read by nobody who may not. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TouchesAlikeTests {

    private static final LocalDate TODAY = LocalDate.now(HouseOfChance.ZONE);
    private static final Period QUARTER = new Period(TODAY.minusDays(89), TODAY, HouseOfChance.ZONE);
    private static final List<String> KINDS =
            List.of("material", "event", "greeting", "greeting", "other", "tried_to_reach");

    private static final List<String> WORDS = List.of(
            "Dear %s, here is the checklist for the cabin trip, as it was told last week.",
            "Dear %s, we meet on the ninth to look at the new scanner together. Would you like to come?",
            "A good new year to you, %s!",
            "%s, the report you asked about came out today; page nine is about billing by hand.");

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private ListeningFigures figures;

    @Autowired
    private FiguresAboutPeople setting;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    private Viewer manager;
    private TeamId team;
    private final List<Viewer> sellers = new ArrayList<>();

    @BeforeAll
    void build() {
        Random chance = new Random(11);
        team = somebody.aTeam();
        manager = somebody.whoLeads(team);
        for (int n = 0; n < 6; n++) {
            Viewer seller = somebody.whoSells(team);
            sellers.add(seller);
            List<ContactId> people = List.of(
                    happened.met(seller, "Helen Brandt"),
                    happened.met(seller, "Pieter Okafor"),
                    happened.met(seller, "Ada Reiter"),
                    happened.met(seller, "Jonas Vale"));
            List<UUID> given = new ArrayList<>();
            for (int m = 0; m < 30; m++) {
                given.add(ofChance(seller, any(people, chance), chance));
            }
            thingsChange(given, people, chance);
        }
    }

    @Test
    void theFigureIsWhatTheBareRowsSay() {
        for (Slice slice : slices()) {
            assertThat(figures.of(slice).given().alike())
                    .isEqualTo(naive(slice))
                    .isPositive();
        }
    }

    @Test
    void whatIsKeptOfEachIsWhatTheRuleSaysNow() {
        assertThat(jdbc.sql("""
                        select count(*) from touch_alike a join touch l on l.id = a.touch_id join touch e on e.id = a.earlier_id
                         where l.team_id = :team and not (e.id in (select id from touches_like(l.id)))""").param("team", team.value()).query(Long.class).single())
                .isZero();
    }

    @Test
    void itsRowsAddUpToItPageByPage() {
        for (Slice slice : slices()) {
            assertThat(CountedRows.whole(figures, slice, TouchesAlike.FIGURE))
                    .isEqualTo(figures.of(slice).given().alike());
        }
        assertThat(figures.mayBeTaken(TouchesAlike.FIGURE)).isFalse();
    }

    @Test
    void bothTextsStandSideBySideWhateverTheNamesInThem() {
        Viewer anna = somebody.whoSells();
        sends(anna, happened.met(anna, "Helen Brandt"), "material", "Dear Helen, here is the list for Monday.", 3);
        sends(anna, happened.met(anna, "Pieter Okafor"), "greeting", "Dear Pieter, here is the list for Monday.", 2);
        sends(
                anna,
                happened.met(anna, "Ada Reiter"),
                "material",
                "Ada asked how we bill by the hour; pages two to five.",
                1);

        ListeningBoard.Given given = figures.of(slice(anna, null, QUARTER)).given();

        assertThat(given.alike()).isEqualTo(1);
        assertThat(given.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.later().words()).isEqualTo("Dear Pieter, here is the list for Monday.");
            assertThat(pair.later().to()).isEqualTo("Pieter Okafor");
            assertThat(pair.later().kind()).isEqualTo("greeting");
            assertThat(pair.earlier().words()).isEqualTo("Dear Helen, here is the list for Monday.");
            assertThat(pair.earlier().to()).isEqualTo("Helen Brandt");
            assertThat(pair.earlier().kind()).isEqualTo("material");
            assertThat(pair.likeness()).isEqualTo(100);
        });
    }

    @Test
    void whatMayNoLongerBeReadCountsWithoutItsWordsAndStandsInNoPair() {
        Viewer anna = somebody.whoSells();
        ContactId helen = happened.met(anna, "Helen Brandt");
        ContactId pieter = happened.met(anna, "Pieter Okafor");
        sends(anna, helen, "event", "We meet on the ninth; would you like to come?", 3);
        sends(anna, pieter, "event", "We meet on the ninth; would you like to come?", 2);
        Slice own = slice(anna, null, QUARTER);
        assertThat(figures.rows(own, TouchesAlike.FIGURE, null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text()).isEqualTo("We meet on the ninth; would you like to come?");
                    assertThat(row.link()).isEqualTo("/contacts/" + pieter.value());
                    assertThat(row.what()).isEqualTo("touch.event");
                });

        belongsTo(somebody.whoSells(), helen);
        assertThat(figures.of(own).given().pairs()).isEmpty();
        assertThat(figures.of(own).given().alike()).isEqualTo(1);

        belongsTo(somebody.whoSells(), pieter);
        assertThat(figures.rows(own, TouchesAlike.FIGURE, null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isNull();
                    assertThat(row.text()).isNull();
                    assertThat(row.link()).isNull();
                });
    }

    @Test
    void whatAnotherTeamWritesMovesNothingAndIsSeenByNobodyHere() {
        ListeningBoard before = figures.of(slice(manager, team, QUARTER));
        Viewer stranger = somebody.whoSells();
        for (String name : List.of("Helen Brandt", "Pieter Okafor", "Ada Reiter")) {
            sends(stranger, happened.met(stranger, name), "greeting", "Nothing of this is for the others to read", 0);
        }

        assertThat(figures.of(slice(stranger, null, QUARTER)).given().alike()).isEqualTo(2);
        assertThat(figures.of(slice(manager, team, QUARTER))).isEqualTo(before);
        assertThat(CountedRows.all(figures, slice(manager, team, QUARTER), TouchesAlike.FIGURE))
                .noneMatch(row -> "Nothing of this is for the others to read".equals(row.text()));
        assertThat(figures.of(slice(somebody.whoLeads(somebody.aTeam()), null, QUARTER))
                        .given()
                        .pairs())
                .isEmpty();
    }

    @Test
    void nothingIsCountedOfOnePersonNorOfFewerThanFiveNorWhereThereAreNoFigures() {
        TeamId few = somebody.aTeam();
        Viewer leadsFew = somebody.whoLeads(few);
        for (int n = 0; n < 4; n++) {
            sends(somebody.whoSells(few), happened.met(leadsFew), "greeting", "A good new year to you!", 1);
        }
        isNotCounted(slice(leadsFew, few, QUARTER));
        Slice about = new Slice(manager, null, sellers.get(0).id(), null, null, QUARTER);
        isNotCounted(about);
        assertThat(figures.of(about).given().pairs()).isEmpty();
        isNotCounted(new Slice(manager, team, null, "customer", null, QUARTER));

        Viewer admin = somebody.whoAdministers();
        FiguresLevel before = setting.current().level();
        setting.settle(admin, FiguresLevel.OFF, setting.current().number());
        try {
            isNotCounted(slice(manager, team, QUARTER));
        } finally {
            setting.settle(admin, before, setting.current().number());
        }
    }

    private void isNotCounted(Slice slice) {
        assertThat(figures.of(slice).given().alike()).isNull();
        assertThatThrownBy(() -> figures.rows(slice, TouchesAlike.FIGURE, null, 10))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void whoeverIsErasedIsLikeNobody() {
        Viewer anna = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();
        List<ContactId> people = List.of(
                happened.met(anna, "Helen Brandt"),
                happened.met(anna, "Pieter Okafor"),
                happened.met(anna, "Ada Reiter"));
        for (ContactId one : people) {
            sends(anna, one, "greeting", "A good new year to you and yours", 1);
        }
        Slice own = slice(anna, null, QUARTER);
        assertThat(figures.of(own).given().alike()).isEqualTo(2);

        erasures.erase(admin, new ErasePerson(Ids.next(), people.get(0).value(), "Helen Brandt", "Asked by letter"));
        assertThat(figures.of(own).given().alike()).isEqualTo(1);
        erasures.erase(admin, new ErasePerson(Ids.next(), people.get(1).value(), "Pieter Okafor", "Asked by letter"));
        assertThat(figures.of(own).given()).isEqualTo(new ListeningBoard.Given(0L, List.of()));
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        Slice nobody = slice(somebody.whoLeads(somebody.aTeam()), null, QUARTER);

        assertThat(Statements.during(() -> figures.of(slice(sellers.get(0), null, QUARTER))))
                .isLessThanOrEqualTo(Statements.during(() -> figures.of(nobody)) + 1); // how many responses are alike
    }

    private List<Slice> slices() {
        return List.of(
                slice(manager, team, QUARTER),
                slice(manager, team, new Period(TODAY.minusDays(40), TODAY.minusDays(1), HouseOfChance.ZONE)),
                slice(sellers.get(0), null, QUARTER));
    }

    private static Slice slice(Viewer viewer, @Nullable TeamId team, Period period) {
        return new Slice(viewer, team, null, null, null, period);
    }

    private long naive(Slice slice) {
        return jdbc.sql("""
                        with given as (
                          select t.*, bare_words(t.words, c.given_name, c.family_name) as bare
                            from touch t join contact c on c.id = t.contact_id
                           where t.kind in ('material', 'story', 'event', 'greeting') and t.words is not null)
                        select count(distinct l.id) from given l join given e
                            on e.noted_by = l.noted_by and e.contact_id <> l.contact_id
                           and (e.happened_at < l.happened_at or e.happened_at = l.happened_at and e.id < l.id)
                           and l.happened_at - e.happened_at <= interval '30 days' and much_alike(e.bare, l.bare)
                         where (l.happened_at at time zone 'Europe/Berlin')::date between :from and :until
                           and (l.noted_by = :viewer or l.team_id in (select team_id from team_lead where user_id = :viewer))
                           and coalesce(l.team_id = :team, true)""").params(slice.parameters()).query(Long.class).single();
    }

    private UUID ofChance(Viewer seller, ContactId to, Random chance) {
        String words = chance.nextInt(8) == 0
                ? null
                : any(WORDS, chance).formatted(nameOf(to))
                        + (chance.nextInt(4) == 0
                                ? " And once more, for you alone:"
                                        + " what you said about the harbour stayed with me for days."
                                : "");
        return sends(seller, to, any(KINDS, chance), words, chance.nextInt(120));
    }

    /** Reworded, taken back, of another day, or of somebody else, as where two are merged. */
    private void thingsChange(List<UUID> given, List<ContactId> people, Random chance) {
        for (int n = 0; n < 3; n++) {
            change(
                    "update touch set words = :words where id = :id",
                    any(given, chance),
                    any(WORDS, chance),
                    people,
                    chance);
            change(
                    "update touch set happened_at = happened_at - interval '20 days' where id = :id",
                    any(given, chance),
                    "",
                    people,
                    chance);
            change("update touch set contact_id = :contact where id = :id", any(given, chance), "", people, chance);
            change("delete from touch where id = :id", any(given, chance), "", people, chance);
        }
    }

    private void change(String how, UUID touch, String words, List<ContactId> people, Random chance) {
        jdbc.sql(how)
                .param("id", touch)
                .param("words", words)
                .param("contact", any(people, chance).value())
                .update();
    }

    private UUID sends(Viewer by, ContactId to, String kind, @Nullable String words, int daysAgo) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, hat, words, happened_at, noted_by)
                        select :id, :contact, team_id, :kind, 'marketing', :words, :at, id from app_user where id = :by""")
                .param("id", id)
                .param("contact", to.value())
                .param("kind", kind)
                .param("words", words)
                .param(
                        "at",
                        Timestamp.from(
                                Instant.now().minus(daysAgo, ChronoUnit.DAYS).minusSeconds(60)))
                .param("by", by.uuid())
                .update();
        return id;
    }

    private void belongsTo(Viewer other, ContactId contact) {
        jdbc.sql("""
                        update contact c set owner_id = u.id, team_id = u.team_id from app_user u where u.id = :owner and c.id = :id""").param("owner", other.uuid()).param("id", contact.value()).update();
    }

    private String nameOf(ContactId contact) {
        return jdbc.sql("select given_name from contact where id = :id")
                .param("id", contact.value())
                .query(String.class)
                .single();
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
