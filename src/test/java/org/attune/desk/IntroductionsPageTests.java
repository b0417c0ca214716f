package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.people.ContactId;
import org.attune.people.Introductions;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.promises.PromiseId;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.attune.questions.AddQuestion;
import org.attune.questions.QuestionBank;
import org.attune.questions.QuestionPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who brought whom, who would, who was never asked, and thanks. */
@AttuneTest
class IntroductionsPageTests {

    @Autowired
    private WhoBroughtWhom brought;

    @Autowired
    private WhoWouldIntroduce would;

    @Autowired
    private Introductions introductions;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private Promises promises;

    @Autowired
    private Silences silences;

    @Autowired
    private Happened happened;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private ContactId jonas;
    private ContactId petra;
    private ContactId elsewhere;

    @BeforeEach
    void aChainAndSomebodyElsewhere() {
        anna = somebody.whoSells();
        Viewer ben = somebody.whoSells();
        helen = happened.met(anna, "Helen Brandt");
        jonas = happened.met(anna, "Jonas Weber");
        petra = happened.met(anna, "Petra Kuehn");
        elsewhere = happened.met(ben, "Secret Person");
        happened.introduced(helen, jonas, anna);
        happened.introduced(jonas, petra, anna);
        happened.introduced(helen, elsewhere, anna);
        happened.introduced(elsewhere, petra, anna);
    }

    @Test
    void countsWhoeverIsNotSeenWithoutANameAndAgreesWithTheRows() {
        List<WhoBroughtWhom.Introducer> all = walk();

        assertThat(all).extracting(WhoBroughtWhom.Introducer::contact).containsExactly(helen, jonas);
        assertThat(all.get(0).brought()).hasSize(2);
        assertThat(all.get(0).unseen()).isEqualTo(1);
        assertThat(all.stream().mapToInt(one -> one.brought().size()).sum())
                .isEqualTo(naive("introducer_id in (select id from contact where owner_id = :anna)"));
        assertThat(brought.byOthers(anna)).isEqualTo(naive("""
                        introduced_id in (select id from contact where owner_id = :anna)
                          and introducer_id not in (select id from contact where owner_id = :anna)"""));
        assertThat(mvc.get().uri("/introductions").with(signedIn(anna)))
                .bodyText()
                .contains("Helen Brandt", "Jonas Weber", "whom others work with")
                .doesNotContain("Secret Person");
    }

    @Test
    void whatWasTakenBackCountsNowhere() {
        happened.introductionTakenBack(helen, jonas, anna);
        happened.introductionTakenBack(helen, elsewhere, anna);
        happened.introductionTakenBack(elsewhere, petra, anna);

        assertThat(walk()).extracting(WhoBroughtWhom.Introducer::contact).containsExactly(jonas);
        assertThat(brought.byOthers(anna)).isZero();
        assertThat(brought.chains(anna, 9)).isEmpty();
    }

    @Test
    void chainsLeadOnAlsoThroughSomebodyWhoIsNotSeen() {
        List<WhoBroughtWhom.Link> chains = brought.chains(anna, 9);

        assertThat(chains).singleElement().satisfies(first -> {
            assertThat(first.name()).isEqualTo("Helen Brandt");
            assertThat(first.brought()).hasSize(2);
            assertThat(first.brought().stream().flatMap(next -> next.brought().stream()))
                    .extracting(WhoBroughtWhom.Link::name)
                    .containsExactly("Petra Kuehn", "Petra Kuehn");
            assertThat(first.brought())
                    .extracting(WhoBroughtWhom.Link::name)
                    .containsExactlyInAnyOrder("Jonas Weber", null);
        });
    }

    @Test
    void drawsTheChainsAsLongAsTheyAreTakenInAtAGlance() {
        ChainPicture picture = Objects.requireNonNull(ChainPicture.of(brought.chains(anna, 9)));
        assertThat(picture.dots()).hasSize(5);
        assertThat(picture.lines()).hasSize(4);
        assertThat(picture.dots())
                .extracting(ChainPicture.Dot::name)
                .containsExactlyInAnyOrder("Helen Brandt", "Jonas Weber", "Petra Kuehn", "Petra Kuehn", null);
        assertThat(picture.dots())
                .filteredOn(ChainPicture.Dot::broughtMany)
                .singleElement()
                .satisfies(dot -> assertThat(dot.name()).isEqualTo("Helen Brandt"));
        assertThat(mvc.get().uri("/introductions").with(signedIn(anna)))
                .bodyText()
                .contains("A drawing of who brought whom, with 5 people")
                .doesNotContain("Secret Person");

        for (int n = 0; n < 41; n++) {
            happened.introduced(petra, happened.met(anna), anna);
        }
        assertThat(ChainPicture.of(brought.chains(anna, 9))).isNull();
        assertThat(ChainPicture.of(List.of())).isNull();
    }

    @Test
    void saysSinceWhenSomebodyIsACustomer() {
        moved(jonas, "customer", "2026-02-03");
        moved(jonas, "advocate", "2026-05-06");

        WhoBroughtWhom.Introducer first = walk().get(0);
        assertThat(first.customers()).isEqualTo(1);
        assertThat(first.seen().get(0).since()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(first.seen().get(0).stage()).isNotNull();
    }

    @Test
    void thanksArePromisedOnceAndThankedWhenKept() {
        UUID introduction = introduction(helen, jonas);
        PromiseId id = new PromiseId(Ids.next());
        thank(introduction, id, helen, jonas, 303);
        thank(introduction, id, helen, jonas, 303);
        thank(introduction, new PromiseId(Ids.next()), helen, jonas, 303);

        assertThat(promises.ofContact(anna, helen).open()).singleElement().satisfies(promise -> {
            assertThat(promise.words()).isEqualTo("Thank Helen for introducing Jonas Weber");
            assertThat(promise.due()).isAfter(LocalDate.now().minusDays(1));
        });
        assertThat(walk().get(0).seen().get(0).thanked()).isFalse();
        promises.keep(anna, id);
        assertThat(walk().get(0).seen().get(0).thanked()).isTrue();
        thank(introduction, new PromiseId(Ids.next()), helen, jonas, 303);
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void nobodyIsThankedForWhatSomebodyElseDidOrWasTakenBack() {
        UUID introduction = introduction(helen, jonas);
        thank(introduction, new PromiseId(Ids.next()), jonas, helen, 404);
        thank(introduction, new PromiseId(Ids.next()), elsewhere, jonas, 404);
        introductions.withdraw(anna, introduction);
        thank(introduction, new PromiseId(Ids.next()), helen, jonas, 404);
        assertThat(promises.ofContact(anna, helen).open())
                .extracting(PromiseView::words)
                .isEmpty();
    }

    @Test
    void nobodyIsThankedWhoWishesNotToHearFromUs() {
        jdbc.sql("""
                        insert into contact_stop (id, contact_id, whose_wish, said_by, said_at) values (?, ?, 'theirs', ?, now())""").params(Ids.next(), helen.value(), anna.uuid()).update();
        thank(introduction(helen, jonas), new PromiseId(Ids.next()), helen, jonas, 422);
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void asksCustomersWhoAreWellAndWereNeverAskedOrToBeLeftInPeace() {
        ContactId well = customer("Well Off", "thriving");
        ContactId asked = customer("Was Asked", "thriving");
        answered(asked, false);
        ContactId quiet = customer("Wants Peace", "steady");
        silences.agree(anna, new AgreeSilence(Ids.next(), quiet, LocalDate.now().plusDays(30), null, null));
        ContactId stopped = customer("Said Stop", "steady");
        jdbc.sql("""
                        insert into contact_stop (id, contact_id, whose_wish, said_by, said_at) values (?, ?, 'theirs', ?, now())""").params(Ids.next(), stopped.value(), anna.uuid()).update();
        customer("Is Ill", "cooling");
        happened.introduced(customer("Brought One", "steady"), happened.met(anna, "One More"), anna);

        assertThat(would.neverAsked(anna, 20)).singleElement().satisfies(one -> {
            assertThat(one.contact()).isEqualTo(well);
            assertThat(one.question()).isNotBlank();
        });
        assertThat(would.neverAsked(somebody.whoSells(), 20)).isEmpty();
    }

    @Test
    void proposesAnotherQuestionToAnotherPersonAndTheSameOneAgain() {
        Viewer admin = somebody.whoAdministers();
        UUID added = Ids.next();
        bank.add(
                admin,
                new AddQuestion(
                        added, QuestionPlace.at("advocate"), Language.ENGLISH, "Who else types it twice? " + added));
        try {
            for (int n = 0; n < 12; n++) {
                answered(english(happened.met(anna, "Willing " + n)), true);
            }

            List<WhoWouldIntroduce.Person> first = would.saidTheyWould(anna, 20);
            assertThat(first).extracting(WhoWouldIntroduce.Person::question).doesNotContainNull();
            assertThat(Set.copyOf(first.stream()
                            .map(WhoWouldIntroduce.Person::question)
                            .toList()))
                    .hasSizeGreaterThan(1);
            assertThat(would.saidTheyWould(anna, 20)).isEqualTo(first);
        } finally {
            bank.retire(added);
        }
    }

    private ContactId english(ContactId who) {
        jdbc.sql("update contact set language = 'en' where id = ?")
                .param(who.value())
                .update();
        return who;
    }

    @Test
    void remembersWhoSaidTheyWouldUntilTheyDo() {
        ContactId willing = happened.met(anna, "Willing Person");
        answered(willing, true);
        ContactId thoughtBetter = happened.met(anna, "Thought Better");
        answered(thoughtBetter, true);
        answered(thoughtBetter, false);

        assertThat(would.saidTheyWould(anna, 20))
                .extracting(WhoWouldIntroduce.Person::contact)
                .containsExactly(willing);
        introductions.note(anna, Ids.next(), willing, happened.met(anna, "Their Friend"), null, null);
        assertThat(would.saidTheyWould(anna, 20)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Hat.class)
    void standsThereUnderEachHat(Hat hat) {
        users.wear(anna, hat);

        assertThat(mvc.get().uri("/introductions").with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Helen Brandt", "Chains");
        assertThat(mvc.get().uri("/introductions?after=nonsense").with(signedIn(anna)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/introductions").with(signedIn(somebody.whoAdministers())))
                .hasStatus(404);
    }

    /** Kept row by row as people work; asked of everything there is. */
    @Test
    void whatIsKeptIsWhatALookAtEverythingSays() {
        assertThat(different()).isEmpty();
        assertThat(would.neverAsked(anna, 20)).isEmpty();
        ContactId well = customer("Well Off", "thriving");
        answered(jonas, true);
        answered(petra, false);
        assertThat(different()).isEmpty();
        introductions.withdraw(anna, introduction(jonas, petra));
        assertThat(different()).isEmpty();
        introductions.restore(anna, introduction(jonas, petra));
        ContactId brought = happened.met(anna, "Brought Later");
        introductions.note(anna, Ids.next(), petra, brought, null, null);
        assertThat(different()).isEmpty();
        String other = "(select owner_id from contact where id = '" + elsewhere.value() + "')";
        for (String change : List.of(
                "update contact set owner_id = %s, team_id = (select team_id from app_user where id = %s) where id = '%s'"
                        .formatted(other, other, jonas.value()),
                "update contact set family_name = 'Zuse' where id = '%s'".formatted(petra.value()),
                "update contact set archived_at = now() where id = '%s'".formatted(helen.value()),
                "update contact set archived_at = null where id = '%s'".formatted(helen.value()),
                "update contact set merged_into = '%s' where id = '%s'".formatted(helen.value(), jonas.value()),
                "update introduction set introducer_id = '%s' where introducer_id = '%s' and introduced_id = '%s'"
                        .formatted(well.value(), helen.value(), elsewhere.value()),
                "update contact set merged_into = null where id = '%s'".formatted(jonas.value()),
                "update way_on set would_refer = false where contact_id = '%s'".formatted(jonas.value()),
                "delete from way_on where contact_id = '%s'".formatted(petra.value()),
                "update contact_stage set stage_key = 'know' where contact_id = '%s'".formatted(well.value()))) {
            assertThat(jdbc.sql(change).update()).as(change).isPositive();
            assertThat(different()).as(change).isEmpty();
        }
    }

    private List<Map<String, Object>> different() {
        String columns =
                "contact_id, owner_id, team_id, sort_name, there, listed, introduces, leads, brought_at, would, would_at, customer";
        return jdbc.sql("""
                        with now as (select %1$s from introducing),
                             so as (select %1$s from introducing_of(array(select id from contact))),
                             card as (select i.id, a.id as one, case when a.merged_into is null then a.owner_id end as their_owner,
                                             case when a.merged_into is null then a.team_id end as their_team, b.id as other, b.owner_id, b.team_id
                                        from introduction i join contact a on a.id = i.introducer_id join contact b on b.id = i.introduced_id
                                       where i.withdrawn_at is null and b.merged_into is null)
                        select contact_id::text as row from (select * from now except select * from so) x
                        union all
                        select contact_id::text from (
                          select * from so where introduces or would is not null or customer except select * from now) x
                        union all
                        select id::text from ((select * from card except select * from introduction_card)
                                              union all (select * from introduction_card except select * from card)) x""".formatted(columns)).query().listOfRows();
    }

    private List<WhoBroughtWhom.Introducer> walk() {
        List<WhoBroughtWhom.Introducer> all = new ArrayList<>();
        String after = null;
        do {
            var page = brought.page(anna, after, 1);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private int naive(String which) {
        return jdbc.sql("select count(*) from introduction where withdrawn_at is null and " + which)
                .param("anna", anna.uuid())
                .query(Integer.class)
                .single();
    }

    private UUID introduction(ContactId who, ContactId whom) {
        return jdbc.sql("select id from introduction where introducer_id = ? and introduced_id = ?")
                .params(who.value(), whom.value())
                .query(UUID.class)
                .single();
    }

    private void thank(UUID introduction, PromiseId id, ContactId who, ContactId whom, int status) {
        assertThat(mvc.post()
                        .uri("/introductions/" + introduction + "/thanks")
                        .param("id", id.value().toString())
                        .param("introducer", who.value().toString())
                        .param("introduced", whom.value().toString())
                        .with(signedIn(anna))
                        .with(csrf()))
                .hasStatus(status);
    }

    private ContactId customer(String name, String band) {
        ContactId who = happened.met(anna, name);
        moved(who, "customer", "2026-01-02");
        jdbc.sql("delete from contact_health where contact_id = ?")
                .param(who.value())
                .update();
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (?, current_date, 70, ?, current_date, 5)""").params(who.value(), band).update();
        return who;
    }

    private void answered(ContactId who, boolean yes) {
        jdbc.sql("""
                        insert into way_on (id, contact_id, way, would_refer, chosen_by, chosen_at)
                        values (?, ?, 'keep_in_touch', ?, ?, clock_timestamp())""").params(Ids.next(), who.value(), yes, anna.uuid()).update();
    }

    private void moved(ContactId who, String to, String day) {
        UUID move = Ids.next();
        jdbc.sql("""
                        insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how)
                        select ?, id, owner_id, team_id, ?, 1, (? || ' 12:00Z')::timestamptz, owner_id, 'imported'
                          from contact where id = ?""").params(move, to, day, who.value()).update();
        jdbc.sql("""
                        insert into contact_stage (contact_id, version, stage_key, since, move_id) values (?, 1, ?, now(), ?)
                        on conflict (contact_id) do update set stage_key = excluded.stage_key, move_id = excluded.move_id""").params(who.value(), to, move).update();
    }
}
