package org.attune.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Hunches;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known about a person, in full, and erasing it, for good. */
@AttuneTest
class ErasureTests {

    /** Tables that say something about a contact, by whichever way; a new one is added here once both tests hold for it. */
    private static final Set<String> LOOKED_AT = Set.of(
            "agreed_silence",
            "assumption",
            "companion",
            "contact",
            "contact_card",
            "contact_email",
            "contact_field_value",
            "contact_health",
            "contact_merge",
            "contact_owner_change",
            "contact_phone",
            "contact_stage",
            "contact_standing",
            "contact_stop",
            "nurture_due",
            "put_off",
            "contact_tag",
            "hand_over",
            "health_history",
            "hunch",
            "import_line",
            "introduction",
            "letter",
            "need_person",
            "need_person_not_met",
            "outside_link",
            "participant",
            "past_purchase",
            "promise",
            "proposed_turn",
            "pulse",
            "research_note",
            "stage_move",
            "statement_telling",
            "story",
            "touch",
            "way_on");

    /** What may stay: their offers' terms as sent, what they bought, what a colleague wrote about themselves; and words of closed sets. */
    private static final Set<String> STAYS = Set.of(
            "offer.title",
            "offer.scope",
            "past_purchase.title",
            "reflection.about_me",
            "letter.obstacle",
            "need_change.from_state",
            "need_change.to_state",
            "stage_move.from_key",
            "relationship_tally_fresh.band", // of how many, and of nobody
            "relationship_tally_fresh.stage_key");

    @Autowired
    private Erasures erasures;

    @Autowired
    private Somebody somebody;

    @Autowired
    private OfferScene offered;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Happened happened;

    @Autowired
    private Merges merges;

    @Autowired
    private Promises promises;

    @Autowired
    private Hunches hunches;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableThatRefersToAContactIsLookedAt() {
        assertThat(jdbc.sql("""
                        select distinct conrelid::regclass::text from pg_constraint
                         where contype = 'f' and confrelid = 'contact'::regclass""").query(String.class).list())
                .as(
                        "a new table about people: see that erase_person (or an erase_of_… of its own) empties it, then name it here")
                .isSubsetOf(LOOKED_AT);
    }

    @Test
    void nothingOfThemIsFoundAnywhereAfterwardsAndAllOfItBefore() throws SQLException {
        Viewer anna = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();
        String trace = "zq" + Ids.next().toString().substring(24);
        OfferScene.Story said = everythingIsKnown(anna, trace);
        Set<String> written = writeEverywhere(said.helen().value(), trace);

        String known = erasures.known(admin, said.helen().value()).toString();
        assertThat(written).as("columns that say something about them").hasSizeGreaterThan(25);
        assertThat(written)
                .filteredOn(column -> !known.contains(trace + "." + column))
                .as("not in what is known about them")
                // what a need is called is told with the need
                .isSubsetOf("reflection.about_me", "need_name.name");

        assertThat(whereIs(trace)).isNotEmpty();
        erase(admin, said.helen());
        assertThat(whereIs(trace)).isSubsetOf(STAYS);
    }

    /** What is under seal has no trace to look for, and who somebody was introduced to hangs on a second column. */
    @Test
    void noLetterWaitsForThemAndNoIntroductionSaysWhoTheyAre() {
        Viewer anna = somebody.whoSells();
        ContactId helen = everythingIsKnown(anna, "zq" + Ids.next().toString().substring(24))
                .helen();
        assertThat(lettersAndIntroductions(helen)).containsExactly("3 with words", "1 waiting");

        erase(somebody.whoAdministers(), helen);

        assertThat(lettersAndIntroductions(helen)).containsExactly("0 with words", "0 waiting");
        assertThat(jdbc.sql(
                                "select distinct state from letter where contact_id = :c and address_id is null and content is null order by 1")
                        .param("c", helen.value())
                        .query(String.class)
                        .list())
                .containsExactly("sent", "withdrawn");
    }

    private List<String> lettersAndIntroductions(ContactId who) {
        return List.of(
                jdbc.sql("""
                                select (select count(*) from touch where introduced_id = :c and words not like '[%' and reaction_words not like '[%')
                                     + (select count(*) from letter where contact_id = :c and subject not like '[%')""").param("c", who.value()).query(Integer.class).single() + " with words",
                jdbc.sql("select count(*) from letter where contact_id = :c and state = 'waiting'")
                                .param("c", who.value())
                                .query(Integer.class)
                                .single()
                        + " waiting");
    }

    @Test
    void linksAndEvidenceStayAndOffersStayValid() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        OfferId offer = offered.sent(said);
        Map<String, Object> before = skeleton(said, offer);

        erase(somebody.whoAdministers(), said.helen());

        assertThat(skeleton(said, offer)).isEqualTo(before);
        assertThat(jdbc.sql("select words from turn where id = :id")
                        .param("id", said.said().value())
                        .query(String.class)
                        .optional())
                .isEmpty();
        assertThat(jdbc.sql("select title from offer where id = :id")
                        .param("id", offer.value())
                        .query(String.class)
                        .single())
                .doesNotStartWith("[");
    }

    @Test
    void whatOthersSaidStays() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        erase(somebody.whoAdministers(), said.helen());
        assertThat(jdbc.sql("select words from turn where id = :id")
                        .param("id", said.stated().value())
                        .query(String.class)
                        .single())
                .startsWith("The surcharges are on my list");
        assertThat(jdbc.sql("select title from need where id = :id")
                        .param("id", said.need().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Surcharges go unbilled");
    }

    @Test
    void searchFindsThemNoMore() {
        Viewer anna = somebody.whoSells();
        ContactId helen = talks.contactOf(anna, "Helen", "Xanthippos");
        var talk = talks.begun(anna, helen);
        talks.heard(anna, talk, helen, "The quixotic surcharge is forgotten.");
        erase(somebody.whoAdministers(), helen);
        assertThat(jdbc.sql(
                                "select count(*) from turn where conversation_id = :id and search @@ to_tsquery('simple', 'quixotic')")
                        .param("id", talk.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select folded_name from contact where id = :id")
                        .param("id", helen.value())
                        .query(String.class)
                        .single())
                .matches("\\[erased \\d{4}-\\d\\d-\\d\\d]");
    }

    @Test
    void duplicatesThatWereMergedAwayGoAsWellAndTheMergeCannotBeUndone() {
        Viewer anna = somebody.whoSells();
        ContactId kept = talks.contactOf(anna, "Helen", "Brandt");
        ContactId absorbed = talks.contactOf(anna, "Helena", "Brandt-Mergedaway");
        UUID merge = Ids.next();
        merges.merge(anna, new MergeContacts(merge, kept, absorbed, 0, 0, Set.of()));
        erase(somebody.whoAdministers(), kept);
        assertThat(jdbc.sql("select distinct given_name from contact where id in (:ids)")
                        .param("ids", List.of(kept.value(), absorbed.value()))
                        .query(String.class)
                        .list())
                .containsExactly("");
        assertThatThrownBy(() -> merges.undo(anna, merge)).isInstanceOf(NotSeen.class);
    }

    @Test
    void thePreviewChangesNothingAndSaysWhatThenHappens() {
        Viewer anna = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();
        OfferScene.Story said = offered.complete(anna);
        ErasurePreview preview = erasures.preview(admin, said.helen().value());
        assertThat(jdbc.sql("select erasure_id is null from contact where id = :id")
                        .param("id", said.helen().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(preview.person().name()).isNull();
        UUID id = erase(admin, said.helen());
        assertThat(erasures.done().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .gone())
                .containsAllEntriesOf(preview.going());
    }

    @Test
    void theRecordSaysWhoWhenAndWhyAndNotWhom() {
        Viewer admin = somebody.whoAdministers();
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", "Brandt");
        UUID id = erase(admin, helen);
        ErasureView done = erasures.done().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(done.by()).isEqualTo(admin.name());
        assertThat(done.reason()).isEqualTo("Asked by letter");
        assertThat(done.toString()).doesNotContain(helen.value().toString());
        assertThat(jdbc.sql("select actor from audit_entry where deed = 'erased' and record = :id")
                        .param("id", id.toString())
                        .query(UUID.class)
                        .single())
                .isEqualTo(admin.uuid());
    }

    @Test
    void erasingWritesNothingOfItOnTheTrail() {
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", "Neveragain");
        erase(somebody.whoAdministers(), helen);
        assertThat(jdbc.sql(
                                "select count(*) from audit_value where before::text like '%Neveragain%' or after::text like '%Neveragain%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select deed from audit_entry where about_id = :id order by at desc limit 1")
                        .param("id", helen.value())
                        .query(String.class)
                        .single())
                .isEqualTo("erased");
    }

    @Test
    void anotherNameAReasonThatNamesThemAndASecondTimeAreRefused() {
        Viewer admin = somebody.whoAdministers();
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", "Brandt");
        UUID id = Ids.next();
        assertThatThrownBy(() ->
                        erasures.erase(admin, new ErasePerson(id, helen.value(), "Petra Brandt", "Asked by letter")))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("name"));
        assertThatThrownBy(() ->
                        erasures.erase(admin, new ErasePerson(id, helen.value(), "Helen Brandt", "Mrs Brandt asked")))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("reason"));
        ErasePerson asked = new ErasePerson(id, helen.value(), " helen  brandt", "Asked by letter");
        erasures.erase(admin, asked);
        erasures.erase(admin, asked);
        assertThatThrownBy(() -> erasures.erase(
                        admin, new ErasePerson(Ids.next(), helen.value(), "[erased]", "Asked by letter")))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void nobodyWritesAnythingNewAboutThem() {
        Viewer anna = somebody.whoSells();
        ContactId helen = talks.contactOf(anna, "Helen", "Brandt");
        erase(somebody.whoAdministers(), helen);
        assertThatThrownBy(() -> talks.begun(anna, helen)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> promises.make(
                        anna,
                        MakePromise.ours(
                                new PromiseId(Ids.next()),
                                helen,
                                "Call",
                                LocalDate.now().plusDays(1))))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> hunches.have(anna, Ids.next(), helen, "They need a list"))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void nothingAboutThemComesBack() {
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", "Brandt");
        erase(somebody.whoAdministers(), helen);
        assertThatThrownBy(() -> jdbc.sql("update contact set family_name = 'Brandt' where id = :id")
                        .param("id", helen.value())
                        .update())
                .hasMessageContaining("contact_check");
    }

    private UUID erase(Viewer admin, ContactId contact) {
        String name = jdbc.sql("select name from contact where id = :id")
                .param("id", contact.value())
                .query(String.class)
                .single();
        UUID id = Ids.next();
        erasures.erase(admin, new ErasePerson(id, contact.value(), name, "Asked by letter"));
        return id;
    }

    /** What refers to what, without words. */
    private Map<String, Object> skeleton(OfferScene.Story said, OfferId offer) {
        return jdbc.sql("""
                        select (select jsonb_agg(jsonb_build_array(id, kind, speaker_id, seal) order by seq) from turn where conversation_id = :talk)::text as turns,
                               (select jsonb_agg(to_jsonb(e) order by turn_id) from evidence e join turn t on t.id = e.turn_id where t.conversation_id = :talk)::text as evidence,
                               (select jsonb_agg(to_jsonb(n)) from offer_need n where n.offer_id = :offer)::text as offer_needs,
                               (select jsonb_build_array(state, contact_id, price_month, terms_seal, sent_at) from offer where id = :offer)::text as offers,
                               (select jsonb_agg(jsonb_build_array(need_id, heard_id, speaker_id) order by heard_id) from need_turn where need_id = :need)::text as needs""")
                .param("talk", said.talk().value())
                .param("offer", offer.value())
                .param("need", said.need().value())
                .query()
                .singleRow();
    }

    /** Somebody with at least one row in every table that can say something about them. */
    private OfferScene.Story everythingIsKnown(Viewer anna, String trace) {
        ContactId helen = talks.contactOf(anna, "Helen", trace);
        OfferScene.Story said = offered.complete(anna, helen, talks.contactOf(anna, "Petra", "Kühn"));
        offered.sent(said);
        OfferScene.Story alone = offered.complete(anna, helen, helen);
        offered.sent(alone);
        happened.boughtBefore(helen, anna);
        happened.introduced(talks.contactOf(anna, "Pieter", "de Wit"), helen, anna);
        UUID person = helen.value();
        UUID field = Ids.next();
        ContactId jonas = talks.contactOf(anna, "Jonas", "Reiter");
        for (String row : List.of(
                "insert into contact_email (id, contact_id, address) values (uuidv7(), :c, 'helen@' || :t || '.example')",
                "insert into contact_phone (id, contact_id, e164) values (uuidv7(), :c, '+4930901820')",
                "insert into contact_tag (contact_id, tag) values (:c, :t)",
                "insert into custom_field (id, holder, kind, name, position, retired_at, created_by) values (:f, 'contact', 'text', 'Asked of ' || :f, null, now(), :u)",
                "insert into contact_field_value (contact_id, field_id, field_kind, words) values (:c, :f, 'text', :t)",
                "insert into assumption (id, contact_id, words, made_by) values (uuidv7(), :c, :t, :u)",
                "insert into hunch (id, contact_id, words, had_by) values (uuidv7(), :c, :t, :u)",
                "insert into research_note (id, contact_id, words, source, noted_by) values (uuidv7(), :c, :t, :t, :u)",
                "insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by) select uuidv7(), :c, team_id, 'us', :u, :t, current_date, :u from app_user where id = :u",
                "insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by, state) select uuidv7(), :c, team_id, 'us', :u, :t, current_date, :u, 'kept' from app_user where id = :u",
                "insert into promise_outcome (id, promise_id, kind, from_due, note, noted_by) select uuidv7(), id, 'kept', due, :t, :u from promise where contact_id = :c and state = 'kept'",
                "insert into touch (id, contact_id, team_id, kind, hat, words, reaction_words, happened_at, noted_by) select uuidv7(), :c, team_id, 'other', 'sales', :t, :t, now(), id from app_user where id = :u",
                "insert into touch (id, contact_id, team_id, kind, hat, words, reaction_words, happened_at, noted_by, introduced_id) select uuidv7(), i.introducer_id, u.team_id, 'introduction', 'sales', :t, :t, now(), u.id, :c from app_user u, introduction i where u.id = :u and i.introduced_id = :c",
                "insert into introduction (id, introducer_id, introduced_id, on_day, note, noted_by) values (uuidv7(), :c, :j, current_date, :t, :u)",
                "insert into letter_address (key) values (address_key(:t))",
                "insert into letter (id, contact_id, address_id, wanted, subject, content, written_by, written_at, due_at) select uuidv7(), :c, id, true, :t, convert_to(:t, 'UTF8'), :u, now(), now() + interval '1 day' from letter_address where key = address_key(:t)",
                "insert into letter (id, contact_id, address_id, subject, state, written_by, written_at, due_at, ended_at) select uuidv7(), :c, id, :t, 'sent', :u, now(), now(), now() from letter_address where key = address_key(:t)",
                "insert into agreed_silence (id, contact_id, until, why, agreed_by) values (uuidv7(), :c, current_date, :t, :u)",
                "insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how, reason) select uuidv7(), id, owner_id, team_id, 'know', 1, now(), :u, 'entered', :t from contact where id = :c",
                "insert into reflection (conversation_id, author_id, about_them, about_me) values (:v, :u, :t, :t)",
                "insert into proposed_turn (id, conversation_id, position, kind, speaker_id, words) values (uuidv7(), :v, 900, 'heard', :c, :t)",
                "insert into turn_correction (id, turn_id, words, corrected_by) values (uuidv7(), :h, :t, :u)",
                "insert into open_thread (id, turn_id, note, opened_by) values (uuidv7(), :h, :t, :u)",
                "insert into withdrawn_turn (id, conversation_id, seq, content, withdrawn_by) values (uuidv7(), :v, 901, jsonb_build_object('words', :t, 'speaker', :c), :u)",
                "insert into need_person_not_met (id, need_id, label) values (uuidv7(), :n, :t)",
                "insert into decision (id, offer_id, kind, on_day, reason, noted_by) select uuidv7(), id, 'not_now', current_date, :t, :u from offer where contact_id = :c and sent_at is not null",
                "insert into import_run (id, kind, file_name, digest, run_by) values (:r, 'contacts', 'list.csv', 'x', :u)",
                "insert into import_line (run_id, line, result, contact_id, name, original) values (:r, 1, 'taken', :c, :t, :t)")) {
            jdbc.sql(row)
                    .param("c", person)
                    .param("t", trace)
                    .param("u", anna.uuid())
                    .param("v", alone.talk().value())
                    .param("h", alone.said().value())
                    .param("n", alone.need().value())
                    .param("r", RUN.get(trace))
                    .param("f", field)
                    .param("j", jonas.value())
                    .update();
        }
        return said;
    }

    private static final Map<String, UUID> RUN = new java.util.concurrent.ConcurrentHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        public UUID get(Object key) {
            return computeIfAbsent((String) key, made -> Ids.next());
        }
    };

    /** Writes a trace into every text about them that takes one, new columns too, and says which did. */
    private static Set<String> writeEverywhere(UUID contact, String trace) throws SQLException {
        Set<String> written = new TreeSet<>();
        try (Connection owner = TestDatabase.shared().connectionAsOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String[] column : textColumns(sql)) {
                String table = column[0];
                String name = column[1];
                String to = "'" + trace + "." + table + "." + name + "'";
                sql.execute("savepoint before");
                try {
                    String turnsToo = table.equals("turn")
                            ? ", salt = '\\x01', seal = sha256('\\x01'::bytea || convert_to(" + to + ", 'UTF8'))"
                            : "";
                    int rows = sql.executeUpdate("update " + table + " set " + name + " = " + to + turnsToo + " where "
                            + column[2].replace(":c", "'" + contact + "'"));
                    if (rows > 0) {
                        written.add(table + "." + name);
                    }
                } catch (SQLException takesNone) {
                    sql.execute("rollback to before");
                }
            }
            owner.commit();
        }
        return written;
    }

    /** Text columns of rows about a person, with the condition that finds those rows. */
    private static List<String[]> textColumns(Statement sql) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("""
                with ways (referred, way) as (values
                  ('contact', '%I = :c'),
                  ('promise', '%I in (select id from promise where contact_id = :c)'),
                  ('turn', '%I in (select turn_id from said_with(one_person(:c)))'),
                  ('conversation', '%I in (select conversation_id from participant p where contact_id = :c and not exists ('
                     || 'select from participant o where o.conversation_id = p.conversation_id and o.contact_id <> :c))'),
                  ('need', '%I in (select need_id from need_person p where contact_id = :c and not exists ('
                     || 'select from need_person o where o.need_id = p.need_id and o.contact_id <> :c))'),
                  ('offer', '%I in (select id from offer where contact_id = :c)'))
                select t.relname, x.attname, min(format(w.way, a.attname))
                  from pg_constraint f join ways w on w.referred = f.confrelid::regclass::text
                  join pg_class t on t.oid = f.conrelid
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                  join pg_attribute x on x.attrelid = t.oid and x.attnum > 0 and not x.attisdropped and x.attgenerated = ''
                 where f.contype = 'f' and x.atttypid = 'text'::regtype and t.relname not in ('evidence', 'import_run', 'contact_card', 'contact', 'offer', 'turn', 'conversation', 'need')
                 group by 1, 2
                union all
                select t.relname, x.attname, format(w.way, 'id')
                  from ways w join pg_class t on t.oid = w.referred::regclass
                  join pg_attribute x on x.attrelid = t.oid and x.attnum > 0 and not x.attisdropped and x.attgenerated = ''
                 where x.atttypid = 'text'::regtype and not (t.relname = 'turn' and exists (select 1 where x.attname <> 'words' and x.attname <> 'understanding'))
                 order by 1, 2""")) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return columns;
    }

    /** Every column of the whole database that has the trace in it. */
    private static Set<String> whereIs(String trace) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection owner = TestDatabase.shared().connectionAsOwner();
                Statement sql = owner.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery(
                    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = sql.executeQuery("select distinct e.key from " + table
                        + " t, jsonb_each_text(to_jsonb(t)) e where e.value like '%" + trace + "%'")) {
                    while (rows.next()) {
                        found.add(table + "." + rows.getString(1));
                    }
                }
            }
        }
        return found;
    }
}
