package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.MergeThemes;
import org.attune.conversations.TendedThemes;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happened: a theme counts what a plain statement over turns counts, for everybody who looks, and all of it opens. */
@AttuneTest
class VoiceFiguresTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Every condition written out, from the tables alone. */
    private static final String PLAIN = """
            select distinct t.id, t.speaker_id, c.company_id, (t.said_at at time zone 'Europe/Berlin')::date as day
              from turn t
              join conversation v on v.id = t.conversation_id
              left join turn_theme m on m.turn_id = t.id left join theme h on h.id = m.theme_id
              join contact c on c.id = t.speaker_id
             where t.kind = 'heard' and t.words is not null and (:theme::uuid is null or h.stands_for = :theme)
               and t.id not in (select turn_id from turn_mark where kind in ('personal', 'sensitive'))
               and (v.visibility = 'all' or v.visibility = 'team' and v.id in (
                     select p.conversation_id from participant p join seen_contact(:viewer) s on s.id = p.contact_id))
               and (t.said_at at time zone 'Europe/Berlin')::date between :from and :until
               and (:tag::text is null or t.speaker_id in (select contact_id from contact_tag where tag = :tag))
               and (:team::uuid is null or v.team_id = :team)
            """;

    @Autowired
    private VoicedThemes voiced;

    @Autowired
    private VoicedTurns turns;

    @Autowired
    private Questions questions;

    @Autowired
    private Landings landings;

    @Autowired
    private ThemedTurns rebuild;

    @Autowired
    private Themes themes;

    @Autowired
    private TendedThemes tended;

    @Autowired
    private Happened happened;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsWhatAPlainStatementCounts(long seed) {
        Random chance = new Random(seed);
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer ben = somebody.whoSells();
        Viewer manager = somebody.whoLeads(team);
        List<UUID> named = play(chance, List.of(anna, ben));
        VoicePeriod period = new VoicePeriod(LocalDate.now(ZONE).minusDays(83), LocalDate.now(ZONE), ZONE);
        for (Viewer viewer : List.of(anna, ben, manager)) {
            for (VoiceFilter filter : List.of(
                    VoiceFilter.of(viewer, period),
                    new VoiceFilter(viewer, period, null, null, "voice-tag", null),
                    new VoiceFilter(viewer, period, null, null, null, team.value()))) {
                named.forEach(theme -> isAsPlain(filter, theme));
                if (filter.team() != null) {
                    restIsAsPlain(filter);
                }
            }
        }
        List<String> kept = rows(named);
        rebuild.rebuildAll();
        assertThat(rows(named)).isNotEmpty().isEqualTo(kept);
    }

    private List<String> rows(List<UUID> named) {
        return jdbc.sql("""
                        select d::text from themed_turn d where theme_id = any (:themes)
                        union all
                        select s::text from theme_in_sight s where theme_id = any (:themes) order by 1""")
                .param("themes", named.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private void isAsPlain(VoiceFilter filter, UUID theme) {
        ThemeLine line = voiced.theme(filter, theme);
        assertThat(line.turns()).isEqualTo(plain(filter, theme, "count(distinct id)", filter.period()));
        assertThat(line.people()).isEqualTo(plain(filter, theme, "count(distinct speaker_id)", filter.period()));
        assertThat(line.companies()).isEqualTo(plain(filter, theme, "count(distinct company_id)", filter.period()));
        assertThat(line.before())
                .isEqualTo(plain(
                        filter, theme, "count(distinct id)", filter.period().before()));
        List<VoicePeriod> parts = VoicedThemes.parts(filter.period());
        for (int bar = 0; bar < parts.size(); bar++) {
            assertThat(line.bars().get(bar)).isEqualTo(plain(filter, theme, "count(distinct id)", parts.get(bar)));
        }
        assertThat(opened(filter, theme)).hasSize((int) line.turns()).doesNotHaveDuplicates();
        List<VoicedTurns.Person> people = new ArrayList<>();
        @Nullable String after = null;
        do {
            KeysetPage<VoicedTurns.Person> page = turns.people(filter, theme, after, 3);
            people.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(people).hasSize((int) line.people());
        assertThat(people.stream().mapToLong(VoicedTurns.Person::turns).sum()).isEqualTo(line.turns());
        assertThat(voiced.of(filter).theme(theme).map(ThemeLine::turns).orElse(0L))
                .isEqualTo(line.turns());
    }

    /** What the page shows beside its themes. */
    private void restIsAsPlain(VoiceFilter filter) {
        VoicePeriod days = filter.period();
        String themed = "id in (select turn_id from turn_theme)";
        VoiceBoard board = voiced.of(filter);
        assertThat(board.turns())
                .isEqualTo(plain(filter, null, "count(distinct id) filter (where " + themed + ")", days));
        assertThat(board.people())
                .isEqualTo(plain(filter, null, "count(distinct speaker_id) filter (where " + themed + ")", days));
        assertThat(board.unthemed())
                .isEqualTo(plain(
                        filter,
                        null,
                        "count(distinct id) filter (where id not in (select turn_id from turn_theme)"
                                + " and id not in (select turn_id from theme_passed)"
                                + " and id in (select id from turn where word_count >= 4))",
                        days))
                .isLessThan(VoiceBoard.MANY);
        String asked = "id in (select turn_id from turn_mark where kind = 'their_question')";
        Questions.Count count = questions.count(filter);
        assertThat(count.asked())
                .isEqualTo(plain(filter, null, "count(distinct id) filter (where " + asked + ")", days));
        assertThat(count.open())
                .isEqualTo(plain(
                        filter,
                        null,
                        "count(distinct id) filter (where " + asked + " and id not in (select heard_id from reply))",
                        days));
        List<String> open = new ArrayList<>();
        @Nullable String after = null;
        do {
            KeysetPage<Question> page = questions.page(filter, true, after, 3);
            page.items().forEach(one -> open.add(one.turn().key()));
            after = page.next();
        } while (after != null);
        assertThat(open).hasSize((int) count.open()).doesNotHaveDuplicates();
        landed(filter);
    }

    private void landed(VoiceFilter filter) {
        for (Landing one : landings.of(filter)) {
            assertThat(List.of(one.good(), one.none(), one.bad()))
                    .isEqualTo(List.of(
                            landed(filter, one.id(), "good"),
                            landed(filter, one.id(), "none"),
                            landed(filter, one.id(), "bad")));
            assertThat(landings.reactions(filter, one.kind(), one.id(), null, 99)
                            .items())
                    .hasSize((int) (one.reactions() + one.open()));
        }
    }

    private long landed(VoiceFilter filter, UUID version, String how) {
        return jdbc.sql("""
                        select count(*) from touch x where x.material_version_id = :version and x.reaction = :how
                           and (x.happened_at at time zone 'Europe/Berlin')::date between :from and :until and x.team_id = :team
                           and x.contact_id in (select id from seen_contact(:viewer))""")
                .param("version", version)
                .param("how", how)
                .param("from", filter.period().from())
                .param("until", filter.period().until())
                .param("team", filter.team())
                .param("viewer", filter.viewer().uuid())
                .query(Long.class)
                .single();
    }

    private List<String> opened(VoiceFilter filter, UUID theme) {
        List<String> keys = new ArrayList<>();
        @Nullable String after = null;
        do {
            KeysetPage<VoicedTurn> page = turns.about(filter, theme, after, 7);
            page.items().forEach(turn -> keys.add(turn.key()));
            after = page.next();
        } while (after != null);
        return keys;
    }

    private long plain(VoiceFilter filter, @Nullable UUID theme, String what, VoicePeriod period) {
        return jdbc.sql("select " + what + " from (" + PLAIN + ") x")
                .param("viewer", filter.viewer().uuid())
                .param("theme", theme)
                .param("from", period.from())
                .param("until", period.until())
                .param("tag", filter.tag())
                .param("team", filter.team())
                .query(Long.class)
                .single();
    }

    /** Conversations, themes given and taken, marks, who may read them, what was erased; in any order. */
    private List<UUID> play(Random chance, List<Viewer> sellers) {
        String code = Ids.next().toString().substring(24);
        List<UUID> made = new ArrayList<>();
        List<UUID> talks = new ArrayList<>();
        List<TurnId> heard = new ArrayList<>();
        List<Viewer> by = new ArrayList<>();
        List<ContactId> contacts = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            ContactId contact = happened.met(sellers.get(n % 2), "Helen Brandt");
            contacts.add(contact);
            if (chance.nextBoolean()) {
                jdbc.sql("insert into contact_tag values (:contact, 'voice-tag')")
                        .param("contact", contact.value())
                        .update();
            }
        }
        for (int n = 0; n < 30; n++) {
            int who = chance.nextInt(contacts.size());
            UUID talk = happened.spoke(sellers.get(who % 2), contacts.get(who), "they");
            talks.add(talk);
            visible(talk, chance);
            for (int t = chance.nextInt(4); t >= 0; t--) {
                Instant at = Instant.now().minus(Duration.ofHours(chance.nextInt(24 * 180)));
                heard.add(new TurnId(happened.heard(talk, contacts.get(who), at)));
                by.add(sellers.get(who % 2));
            }
        }
        for (int n = 0; n < 150; n++) {
            int which = chance.nextInt(heard.size());
            TurnId turn = heard.get(which);
            switch (chance.nextInt(10)) {
                case 8 -> mark(turn, "their_question");
                case 9 -> reply(turn);
                case 0 -> visible(talks.get(chance.nextInt(talks.size())), chance);
                case 1 -> mark(turn, chance.nextBoolean() ? "personal" : "sensitive");
                case 2 ->
                    jdbc.sql("delete from turn_mark where turn_id = :turn and kind <> 'their_question'")
                            .param("turn", turn.value())
                            .update();
                case 3 -> {
                    if (!made.isEmpty() && chance.nextInt(3) == 0) {
                        themes.remove(by.get(which), turn, made.get(chance.nextInt(made.size())));
                    }
                }
                default -> {
                    UUID id = themes.add(by.get(which), turn, "Voice " + code + " " + chance.nextInt(5))
                            .id();
                    if (!made.contains(id)) {
                        made.add(id);
                    }
                }
            }
        }
        UUID version = material(sellers.get(0));
        contacts.forEach(contact -> touched(contact, version, chance));
        for (int n = 0; n < 4; n++) {
            jdbc.sql("update turn set words = null, salt = null, erased_at = :at where id = :id")
                    .param("at", Timestamp.from(Instant.now()))
                    .param("id", heard.get(n).value())
                    .update();
        }
        tended.merge(sellers.get(0), new MergeThemes(Ids.next(), made.get(0), made.get(1)));
        handedOver(contacts.get(0), sellers.get(1));
        handedOver(contacts.get(1), sellers.get(0));
        accompanies(sellers.get(1), contacts.get(2));
        accompanies(sellers.get(1), contacts.get(4));
        tookPart(contacts.get(0), talks, chance);
        tookPart(contacts.get(3), talks, chance);
        return made.subList(1, made.size());
    }

    private void handedOver(ContactId contact, Viewer to) {
        jdbc.sql("""
                        update contact c set owner_id = u.id, team_id = u.team_id from app_user u
                         where u.id = :to and c.id = :contact""").param("to", to.uuid()).param("contact", contact.value()).update();
    }

    private void accompanies(Viewer who, ContactId contact) {
        jdbc.sql("insert into companion (contact_id, user_id, added_by) values (:contact, :user, :user)")
                .param("contact", contact.value())
                .param("user", who.uuid())
                .update();
    }

    /** In some conversations of others as well. */
    private void tookPart(ContactId contact, List<UUID> talks, Random chance) {
        for (int n = 0; n < 8; n++) {
            jdbc.sql("""
                            insert into participant (conversation_id, contact_id) values (:talk, :contact)
                            on conflict do nothing""")
                    .param("talk", talks.get(chance.nextInt(talks.size())))
                    .param("contact", contact.value())
                    .update();
        }
    }

    private void reply(TurnId heard) {
        UUID talk = jdbc.sql("select conversation_id from turn where id = :id")
                .param("id", heard.value())
                .query(UUID.class)
                .single();
        jdbc.sql("insert into reply (response_id, heard_id) values (:response, :heard)")
                .param("response", happened.responded(talk, Instant.now()))
                .param("heard", heard.value())
                .update();
    }

    private UUID material(Viewer by) {
        UUID version = Ids.next();
        jdbc.sql("""
                        with made as (
                          insert into material (id, title, purpose, written_by) values (uuidv7(), 'The checklist', 'See', :by) returning id)
                        insert into material_version (id, material_id, number, body, written_by, published_at)
                        select :id, id, 1, 'Count.', :by, now() from made""").param("id", version).param("by", by.uuid()).update();
        return version;
    }

    private void touched(ContactId contact, UUID version, Random chance) {
        for (int n = chance.nextInt(3); n >= 0; n--) {
            jdbc.sql("""
                            insert into touch (id, contact_id, team_id, kind, hat, reaction, happened_at, noted_by, material_version_id)
                            select uuidv7(), c.id, c.team_id, 'material', 'marketing', :reaction, :at, c.owner_id, :version
                              from contact c where c.id = :contact""")
                    .param(
                            "reaction",
                            chance.nextInt(4) == 0
                                    ? null
                                    : List.of("good", "none", "bad").get(chance.nextInt(3)))
                    .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(chance.nextInt(120)))))
                    .param("version", version)
                    .param("contact", contact.value())
                    .update();
        }
    }

    private void visible(UUID talk, Random chance) {
        jdbc.sql("update conversation set visibility = :who where id = :id")
                .param("who", List.of("private", "team", "team", "all").get(chance.nextInt(4)))
                .param("id", talk)
                .update();
    }

    private void mark(TurnId turn, String mark) {
        jdbc.sql("""
                        insert into turn_mark (turn_id, kind, turn_kind, marked_by)
                        select id, :mark, kind, logged_by from turn where id = :turn on conflict do nothing""").param("mark", mark).param("turn", turn.value()).update();
    }
}
