package org.attune;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.desk.ContactCards;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what happened straight into the database, for tests of what stands on it: nothing here asks whether it was
 * allowed. Everything gets an id of its own.
 */
@Component
public class Happened {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private @Nullable ContactCards cards;

    Happened(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Where there is an application around it: the bare database has no cards to keep. */
    @Autowired
    void keepingCards(ContactCards cards) {
        this.cards = cards;
    }

    public ContactId met(Viewer owner) {
        return met(owner, "Helen Brandt");
    }

    public ContactId met(Viewer owner, String name) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into contact (id, given_name, family_name, pronoun, owner_id, team_id, created_by)
                        select :id, :given, :family, 'she', id, team_id, id from app_user where id = :owner
                        """)
                .param("id", id)
                .param("given", name.substring(0, name.indexOf(' ')))
                .param("family", name.substring(name.indexOf(' ') + 1))
                .param("owner", owner.uuid())
                .update();
        ContactId met = new ContactId(id);
        kept(met);
        return met;
    }

    /** What is ready for dashboards, as it is after whatever announces that something changed. */
    public void kept(ContactId contact) {
        jdbc.sql("select keep_standing(array[:id]::uuid[])")
                .param("id", contact.value())
                .query((row, n) -> n)
                .list();
    }

    public UUID spoke(Viewer owner, ContactId with, String startedBy) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(done -> {
            jdbc.sql("""
                            insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at)
                            select :id, u.id, u.team_id, :lead, 'sales', 'call', :started, 'open', :at
                              from app_user u where u.id = :owner
                            """)
                    .param("id", id)
                    .param("lead", with.value())
                    .param("started", startedBy)
                    .param("at", Timestamp.from(NOON))
                    .param("owner", owner.uuid())
                    .update();
            jdbc.sql("insert into participant (conversation_id, contact_id) values (:id, :contact)")
                    .param("id", id)
                    .param("contact", with.value())
                    .update();
        });
        return id;
    }

    public UUID planned(Viewer owner, ContactId with, Instant when) {
        UUID id = spoke(owner, with, "we");
        jdbc.sql("update conversation set state = 'planned', happened_at = null, planned_for = :at where id = :id")
                .param("at", Timestamp.from(when))
                .param("id", id)
                .update();
        kept(with);
        return id;
    }

    public void keptPrivate(UUID conversation) {
        jdbc.sql("update conversation set visibility = 'private' where id = :id")
                .param("id", conversation)
                .update();
    }

    public UUID heard(UUID conversation, ContactId speaker) {
        return heard(conversation, speaker, NOON);
    }

    public UUID heard(UUID conversation, ContactId speaker, Instant at) {
        return said(conversation, "heard", speaker.value(), at);
    }

    public UUID responded(UUID conversation, Instant at) {
        return said(conversation, "responded", null, at);
    }

    /** In a conversation that is closed; longer ago than usual for them, not yet too long. */
    public void heardLongAgo(Viewer owner, ContactId who) {
        UUID talk = spoke(owner, who, "they");
        heard(talk, who);
        jdbc.sql("""
                        update conversation set state = 'closed', outcome = 'goodbye', ended_at = now(), last_heard_at = :at where id = :id
                        """)
                .param("at", Timestamp.from(Instant.now().minus(22, ChronoUnit.DAYS)))
                .param("id", talk)
                .update();
        jdbc.sql("update contact set ideal_days = 14, longest_days = 30 where id = :id")
                .param("id", who.value())
                .update();
        Objects.requireNonNull(cards).rebuild(List.of(who));
    }

    public UUID asked(UUID conversation) {
        return said(conversation, "asked", null, NOON);
    }

    public void answered(UUID question, UUID heard) {
        jdbc.sql("insert into answer (question_id, heard_id) values (:question, :heard)")
                .param("question", question)
                .param("heard", heard)
                .update();
    }

    public void marked(UUID turn, String mark) {
        jdbc.sql("""
                        insert into turn_mark (turn_id, kind, turn_kind, marked_by)
                        select id, :mark, kind, logged_by from turn where id = :turn
                        """).param("mark", mark).param("turn", turn).update();
    }

    public void introduced(ContactId who, ContactId whom, Viewer by) {
        jdbc.sql("""
                        insert into introduction (id, introducer_id, introduced_id, on_day, noted_by)
                        values (:id, :who, :whom, :day, :by) on conflict do nothing""")
                .param("id", Ids.next())
                .param("who", who.value())
                .param("whom", whom.value())
                .param("day", LocalDate.of(2026, 2, 1))
                .param("by", by.uuid())
                .update();
    }

    public void introductionTakenBack(ContactId who, ContactId whom, Viewer by) {
        jdbc.sql("""
                        update introduction set withdrawn_at = now(), withdrawn_by = :by
                         where introducer_id = :who and introduced_id = :whom""")
                .param("who", who.value())
                .param("whom", whom.value())
                .param("by", by.uuid())
                .update();
    }

    /** A need stated in a heard turn, with its speaker as the one who has the problem. */
    public UUID stated(UUID heard, Viewer by) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into need (id, title, noted_by, team_id) select :id, 'Surcharges go unbilled', id, team_id
                          from app_user where id = :by
                        """).param("id", id).param("by", by.uuid()).update();
        jdbc.sql("""
                        insert into need_person (need_id, contact_id, has_problem)
                        select :id, speaker_id, true from turn where id = :heard
                        """).param("id", id).param("heard", heard).update();
        about(id, heard, true, by);
        return id;
    }

    public void about(UUID need, UUID heard, boolean states, Viewer by) {
        jdbc.sql("""
                        insert into need_turn (need_id, heard_id, speaker_id, states, linked_by)
                        select :need, id, speaker_id, :states, :by from turn where id = :heard
                        """)
                .param("need", need)
                .param("states", states)
                .param("by", by.uuid())
                .param("heard", heard)
                .update();
    }

    public void belongsTo(UUID need, ContactId person) {
        jdbc.sql("insert into need_person (need_id, contact_id, pays) values (:need, :person, true)")
                .param("need", need)
                .param("person", person.value())
                .update();
    }

    public void confirmed(UUID need, UUID answer, String verdict, Viewer by) {
        jdbc.sql("""
                        insert into need_confirmation (id, need_id, played_back, answer_turn, verdict, noted_by, noted_at)
                        values (:id, :need, 'So the surcharges are lost', :answer, :verdict, :by, clock_timestamp())
                        """)
                .param("id", Ids.next())
                .param("need", need)
                .param("answer", answer)
                .param("verdict", verdict)
                .param("by", by.uuid())
                .update();
    }

    public void costs(UUID need, UUID said, Viewer by) {
        jdbc.sql("""
                        insert into need_cost (id, need_id, kind, turn_id, noted_by) values (:id, :need, 'rather_not_say', :said, :by)
                        """)
                .param("id", Ids.next())
                .param("need", need)
                .param("said", said)
                .param("by", by.uuid())
                .update();
    }

    public void agreedOnSolution(UUID need, UUID said, Viewer by) {
        jdbc.sql("""
                        insert into solution (id, need_id, our_part, their_part, agreed_turn, noted_by)
                        values (:id, :need, 'We build it', 'They try it', :said, :by)
                        """)
                .param("id", Ids.next())
                .param("need", need)
                .param("said", said)
                .param("by", by.uuid())
                .update();
    }

    public void ended(UUID need, Viewer by) {
        jdbc.sql("update need set state = 'dropped', ended_at = now(), ended_by = :by where id = :need")
                .param("by", by.uuid())
                .param("need", need)
                .update();
    }

    /** Has been a customer for long, and is as well as they were. */
    public ContactId isACustomerAndWell(ContactId who) {
        UUID move = Ids.next();
        jdbc.sql("""
                        insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how)
                        select :move, id, owner_id, team_id, 'customer', 1, :at, owner_id, 'imported' from contact where id = :who
                        """)
                .param("move", move)
                .param("at", Timestamp.from(NOON))
                .param("who", who.value())
                .update();
        jdbc.sql("""
                        insert into contact_stage (contact_id, version, stage_key, since, move_id) values (:who, 1, 'customer', now(), :move)
                        on conflict (contact_id) do update set stage_key = excluded.stage_key, move_id = excluded.move_id
                        """).param("who", who.value()).param("move", move).update();
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (:who, current_date, 70, 'steady', current_date, 5)
                        on conflict (contact_id) do update set score = excluded.score, band = excluded.band, two_way = excluded.two_way
                        """).param("who", who.value()).update();
        return who;
    }

    public void boughtBefore(ContactId who, Viewer by) {
        jdbc.sql("""
                        insert into past_purchase (id, contact_id, title, on_day, imported_by)
                        values (:id, :who, 'The scanner', :day, :by)
                        """)
                .param("id", Ids.next())
                .param("who", who.value())
                .param("day", LocalDate.of(2024, 5, 1))
                .param("by", by.uuid())
                .update();
    }

    private UUID said(UUID conversation, String kind, @Nullable UUID speaker, Instant at) {
        UUID id = Ids.next();
        byte[] salt = id.toString().getBytes(StandardCharsets.UTF_8);
        String words = "Half of it is lost";
        jdbc.sql("""
                        insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness,
                                          said_at, logged_by)
                        select :id, v.id, 1 + (select count(*) from turn t where t.conversation_id = v.id), :kind, :speaker, 'sales',
                               :words, :salt, :seal, 4, :exactness, :at, v.owner_id
                          from conversation v where v.id = :conversation
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("speaker", speaker)
                .param("words", words)
                .param("salt", salt)
                .param("seal", sealed(salt, words))
                .param("exactness", speaker == null ? null : "from_memory")
                .param("at", Timestamp.from(at))
                .param("conversation", conversation)
                .update();
        return id;
    }

    private static byte[] sealed(byte[] salt, String words) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
