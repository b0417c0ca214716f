package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who said something, and was told what became of it. */
@Component
@Transactional
public class Tellings {

    private static final int MOST_PLACES = 12;

    private final Statements statements;
    private final ContactSight sight;
    private final Promises promises;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tellings(Statements statements, ContactSight sight, Promises promises, JdbcClient jdbc, Clock clock) {
        this.statements = statements;
        this.sight = sight;
        this.promises = promises;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those the viewer works with who said something that was answered since and do not know it: not promised to be told, and nobody
     * who wants to be left in peace.
     */
    @Transactional(readOnly = true)
    public List<ToTell> waiting(Viewer viewer, int atMost) {
        return jdbc.sql("""
                        select s.id, s.words, statement_names(s.id, :viewer, false) as names, a.id as answer_id, a.decision, a.answered_at,
                               c.contact_id, c.name, c.given_name
                          from (%s) c join statement s on s.id = c.statement_id join statement_answer a on a.id = c.answer_id
                         where exists (select from seen_statement(:viewer) v where v.id = s.id)
                         order by a.answered_at, s.id, c.sort_name, c.contact_id limit :most""".formatted(StatementRows.UNTOLD))
                .param("viewer", viewer.uuid())
                .param("most", atMost)
                .query(Tellings::toTell)
                .list();
    }

    private static ToTell toTell(ResultSet row, int n) throws SQLException {
        return new ToTell(
                StatementRows.uuid(row, "id"),
                StatementRows.uuid(row, "answer_id"),
                Nameless.cut(row.getString("words"), VoiceRows.texts(row.getArray("names"))),
                Resolve.of(row.getString("decision")),
                StatementRows.instant(row, "answered_at"),
                new ContactId(StatementRows.uuid(row, "contact_id")),
                row.getString("name"),
                row.getString("given_name"));
    }

    /** Where somebody can have been told since it was answered, the newest first. */
    @Transactional(readOnly = true)
    public List<ToldIn> places(Viewer viewer, UUID statement, ContactId contact) {
        return places(viewer, statement, contact, null);
    }

    private List<ToldIn> places(Viewer viewer, UUID statement, ContactId contact, @Nullable UUID only) {
        statements.line(viewer, statement);
        sight.seen(viewer, contact);
        return jdbc.sql("""
                        with since as (select max(answered_at) as at from statement_answer where statement_id = :statement),
                             talks as (select v.* from seen_conversation(:viewer) v
                                         join participant p on p.conversation_id = v.id and p.contact_id = :contact
                                        where v.state not in ('planned', 'called_off') and v.happened_at is not null)
                        select * from (
                          select 'CONVERSATION' as kind, v.id, v.happened_at as at, v.channel as what, null::int as seq, null::text as words
                            from talks v, since where v.happened_at >= since.at - interval '1 day'
                          union all
                          select 'TURN', t.id, t.said_at, v.channel, t.seq, t.words
                            from talks v join seen_turn(:viewer) t on t.conversation_id = v.id, since
                           where t.kind in ('responded', 'told') and t.said_at >= since.at and t.words is not null
                          union all
                          select 'TOUCH', h.id, h.happened_at, h.kind, null, null
                            from touch h, since
                           where h.contact_id = :contact and h.kind <> 'tried_to_reach' and h.happened_at >= since.at - interval '1 day') x
                         where :only::uuid is null or id = :only
                         order by at desc, id limit :most""")
                .param("viewer", viewer.uuid())
                .param("only", only)
                .param("statement", statement)
                .param("contact", contact.value())
                .param("most", MOST_PLACES)
                .query((row, n) -> new ToldIn(
                        ToldIn.Kind.valueOf(row.getString("kind")),
                        StatementRows.uuid(row, "id"),
                        StatementRows.instant(row, "at"),
                        row.getString("what"),
                        row.getObject("seq", Integer.class),
                        row.getString("words")))
                .list();
    }

    /**
     * Notes that somebody was told, and where. An open promise to tell them is kept with it.
     *
     * @throws NotSeen where they did not say it, or the viewer does not see them or the place
     * @throws RuleRefused where there is no answer yet
     * @throws ChangedMeanwhile where it was answered anew, or noted otherwise
     */
    public void tell(Viewer viewer, TellAnswer telling) {
        Standing standing = standing(viewer, telling.statement(), telling.answer(), telling.contact());
        Place place = place(viewer, telling);
        int made = jdbc.sql("""
                        insert into statement_telling (id, answer_id, contact_id, conversation_id, turn_id, touch_id, told_by, told_at)
                        values (:id, :answer, :contact, :conversation, :turn, :touch, :by, :at) on conflict do nothing""")
                .param("id", telling.id())
                .param("answer", telling.answer())
                .param("contact", telling.contact().value())
                .param("conversation", place.conversation())
                .param("turn", place.turn())
                .param("touch", place.touch())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (made == 0) {
            sameAsBefore(telling, place);
        }
        if (standing.openPromise() != null) {
            promises.keep(viewer, new PromiseId(standing.openPromise()));
        }
    }

    /** Where it happened: a conversation, perhaps with a turn, or a touch. */
    private record Place(
            @Nullable UUID conversation,
            @Nullable UUID turn,
            @Nullable UUID touch) {}

    private Place place(Viewer viewer, TellAnswer telling) {
        UUID named = ToldIn.named(telling.where()).orElseThrow(() -> new RuleRefused("voice.telling.where", "where"));
        ToldIn chosen = places(viewer, telling.statement(), telling.contact(), named).stream()
                .filter(one -> one.code().equals(telling.where()))
                .findFirst()
                .orElseThrow(() -> new RuleRefused("voice.telling.where", "where"));
        return switch (chosen.kind()) {
            case CONVERSATION -> new Place(chosen.id(), null, null);
            case TOUCH -> new Place(null, null, chosen.id());
            case TURN ->
                new Place(
                        jdbc.sql("select conversation_id from turn where id = :id")
                                .param("id", chosen.id())
                                .query(UUID.class)
                                .single(),
                        chosen.id(),
                        null);
        };
    }

    private void sameAsBefore(TellAnswer telling, Place place) {
        Place kept = jdbc.sql("""
                        select conversation_id, turn_id, touch_id from statement_telling
                         where answer_id = :answer and contact_id = :contact""")
                .param("answer", telling.answer())
                .param("contact", telling.contact().value())
                .query((row, n) -> new Place(
                        row.getObject("conversation_id", UUID.class),
                        row.getObject("turn_id", UUID.class),
                        row.getObject("touch_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile("", telling.where()));
        if (!kept.equals(place)) {
            throw new ChangedMeanwhile(
                    String.valueOf(Objects.requireNonNullElse(kept.touch(), kept.conversation())), telling.where());
        }
    }

    /** Whoever noted it takes it back; then they have not been told. */
    public void takeBack(Viewer viewer, UUID statement, UUID telling) {
        statements.line(viewer, statement);
        int gone = jdbc.sql("""
                        delete from statement_telling where id = :id and told_by = :viewer
                           and answer_id in (select id from statement_answer where statement_id = :statement)""")
                .param("id", telling)
                .param("viewer", viewer.uuid())
                .param("statement", statement)
                .update();
        boolean anothers = gone == 0
                && jdbc.sql("select exists (select from statement_telling where id = :id)")
                        .param("id", telling)
                        .query(Boolean.class)
                        .single();
        if (anothers) {
            throw new NotSeen("telling of mine " + telling);
        }
    }

    /** Promises to tell somebody. Where that is promised already, there is no second promise. */
    public void promise(Viewer viewer, UUID statement, UUID answer, MakePromise promise) {
        Standing standing = standing(viewer, statement, answer, promise.contact());
        boolean promised = standing.openPromise() != null
                && !standing.openPromise().equals(promise.id().value());
        if (promised || standing.told()) {
            return;
        }
        promises.make(viewer, promise);
        jdbc.sql("""
                        insert into statement_promise (promise_id, answer_id) values (:promise, :answer) on conflict do nothing""")
                .param("promise", promise.id().value())
                .param("answer", answer)
                .update();
    }

    /** How it stands between a statement and one of those who said it. */
    private record Standing(
            UUID answer, boolean told, @Nullable UUID openPromise) {}

    private Standing standing(Viewer viewer, UUID statement, UUID answer, ContactId contact) {
        statements.lock(viewer, statement);
        sight.stillKnown(viewer, contact);
        Standing standing = jdbc.sql("""
                        select * from statement_person where statement_id = :statement and contact_id = :contact""")
                .param("statement", statement)
                .param("contact", contact.value())
                .query((row, n) -> {
                    UUID newest = row.getObject("answer_id", UUID.class);
                    if (newest == null) {
                        throw new RuleRefused("voice.telling.unanswered");
                    }
                    boolean open = "open".equals(row.getString("promise_state"));
                    return new Standing(
                            newest, row.getBoolean("told"), open ? row.getObject("promise_id", UUID.class) : null);
                })
                .optional()
                .orElseThrow(() -> new NotSeen("somebody who said it"));
        if (!standing.answer().equals(answer)) {
            AnswerView newest =
                    Objects.requireNonNull(statements.find(viewer, statement).answer());
            throw new ChangedMeanwhile(newest.why(), "");
        }
        return standing;
    }
}
