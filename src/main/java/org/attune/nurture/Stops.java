package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.attune.access.Viewer;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody is not to hear from us any more. While that holds nothing suggests them, and at their own wish nothing is sent to them
 * either; what they say can always be written down. For thirty days whoever works with them can undo it. After that it holds until
 * they themselves come to us. Whether one holds is decided in one place, {@code stop_in_force}.
 */
@Component
@Transactional
public class Stops {

    /** For so long it can be undone; the database says so too. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    /** What is said where somebody does not want it. */
    static final String UNWANTED = "nurture.stop.unwanted";

    private static final Duration TOLD = Duration.ofDays(30);

    private static final String VIEW = """
            select s.*, c.name as contact_name, u.name as said_by_name, b.id as back_turn, b.said_at as back_at, r.seq as back_seq,
                   r.conversation_id as back_conversation,
                   exists (select from tended_contact(:viewer) e where e.id = c.id) as tended
              from seen_contact(:viewer) c
              join contact_stop s on s.contact_id = c.id
              join app_user u on u.id = s.said_by
              left join lateral (select * from came_back(s.id) t order by t.said_at, t.id limit 1) b on true
              left join lateral (select * from seen_turn(:viewer) e where e.id = b.id) r on true
             where not exists (select from contact_stop_undone x where x.stop_id = s.id)
            """;

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Stops(JdbcClient jdbc, ContactSight sight, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
        this.events = events;
    }

    /** Whether somebody is not to hear from us, and whose wish it was; theirs counts before ours. */
    @Transactional(readOnly = true)
    public Optional<Wish> holds(ContactId contact) {
        return jdbc.sql(
                        "select min(whose_wish) filter (where whose_wish = 'theirs') as theirs, min(whose_wish) as any_wish"
                                + " from stop_in_force(:contact)")
                .param("contact", contact.value())
                .query((row, n) -> Optional.ofNullable(
                        Wish.of(row.getString("theirs") != null ? row.getString("theirs") : row.getString("any_wish"))))
                .single();
    }

    /**
     * Nothing is done for somebody who does not want it, nor is anybody introduced to them. What was done before they said so can
     * still be noted. The database is asked by doing it, so that nobody says so in between.
     *
     * @throws RuleRefused where one of the two wished, before that moment, not to hear from us
     */
    static boolean unlessUnwanted(BooleanSupplier touched) {
        try {
            return touched.getAsBoolean();
        } catch (DataIntegrityViolationException broken) {
            String why =
                    Objects.requireNonNullElse(broken.getMostSpecificCause().getMessage(), "");
            if (why.contains("an unwanted touch")) {
                throw new RuleRefused(UNWANTED);
            }
            if (why.contains("an unwanted introduction")) {
                throw new RuleRefused("nurture.stop.unwanted.introduced", "introducedTo");
            }
            throw broken;
        }
    }

    /**
     * For what is done without a touch.
     *
     * @throws RuleRefused where they wish not to hear from us
     */
    @Transactional(readOnly = true)
    public void mayHearFromUs(ContactId contact) {
        if (holds(contact).filter(wish -> wish == Wish.THEIRS).isPresent()) {
            throw new RuleRefused(UNWANTED);
        }
    }

    /** Which of these wish not to hear from us; in one statement for any number. */
    @Transactional(readOnly = true)
    public Set<ContactId> unwantedBy(Viewer viewer, Collection<ContactId> contacts) {
        return Set.copyOf(jdbc.sql("""
                        select c.id from seen_contact(:viewer) c
                         where c.id = any (:contacts) and exists (select from stop_in_force(c.id) s where s.whose_wish = 'theirs')""")
                .param("viewer", viewer.uuid())
                .param("contacts", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .query((row, n) -> new ContactId(row.getObject("id", UUID.class)))
                .list());
    }

    /** The stop that holds for somebody; or, for some weeks, the one that was over when they came back. */
    @Transactional(readOnly = true)
    public Optional<StopView> current(Viewer viewer, ContactId contact) {
        return jdbc.sql(VIEW + """
                         and c.id = :contact and (b.id is null or b.said_at >= :told)
                         order by b.id is null desc, s.whose_wish = 'theirs' desc, s.said_at desc, s.id desc limit 1""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("told", Timestamp.from(clock.instant().minus(TOLD)))
                .query((row, n) -> view(row, viewer.zone()))
                .optional();
    }

    /**
     * It is not to hold after all.
     *
     * @return whom it was about
     * @throws NotSeen when there is no such stop, or the viewer does not work with them
     * @throws RuleRefused when thirty days are over
     */
    public ContactId undo(Viewer viewer, UUID id) {
        StopView stop = jdbc.sql("select * from (" + VIEW + ") x where x.tended and x.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query((row, n) -> view(row, viewer.zone()))
                .optional()
                .orElseGet(() -> undone(viewer, id));
        if (clock.instant().isAfter(stop.saidAt().plus(UNDOABLE))) {
            throw new RuleRefused("nurture.stop.too-late");
        }
        jdbc.sql("""
                        insert into contact_stop_undone (stop_id, said_at, undone_by)
                        select s.id, s.said_at, :by from contact_stop s where s.id = :id
                        on conflict (stop_id) do nothing""").param("by", viewer.uuid()).param("id", id).update();
        events.publishEvent(ContactChanged.of(stop.contact()));
        return stop.contact();
    }

    /** Undone already: then once more changes nothing. */
    private StopView undone(Viewer viewer, UUID id) {
        return jdbc.sql("""
                        select s.*, c.name as contact_name, u.name as said_by_name, true as tended, null::timestamptz as back_at,
                               null::int as back_seq, null::uuid as back_conversation
                          from tended_contact(:viewer) c join contact_stop s on s.contact_id = c.id
                          join app_user u on u.id = s.said_by join contact_stop_undone x on x.stop_id = s.id
                         where s.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query((row, n) -> view(row, viewer.zone()))
                .optional()
                .orElseThrow(() -> new NotSeen("stop " + id));
    }

    /** Part of choosing a way on, and under its id. */
    void say(Viewer viewer, ChooseWayOn choice, Instant at) {
        sight.stillKnown(viewer, choice.contact());
        jdbc.sql("""
                        insert into contact_stop (id, contact_id, whose_wish, why, conversation_id, said_by, said_at)
                        values (:id, :contact, :wish, :why, :conversation, :by, :at)""")
                .param("id", choice.id())
                .param("contact", choice.contact().value())
                .param("wish", Objects.requireNonNull(choice.whoseWish()).word())
                .param("why", choice.why())
                .param(
                        "conversation",
                        choice.conversation() == null
                                ? null
                                : choice.conversation().value())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    private StopView view(ResultSet row, ZoneId zone) throws SQLException {
        Instant said = row.getTimestamp("said_at").toInstant();
        Timestamp back = row.getTimestamp("back_at");
        int seq = row.getInt("back_seq");
        return new StopView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("contact_name"),
                Objects.requireNonNull(Wish.of(row.getString("whose_wish"))),
                row.getString("why"),
                row.getString("said_by_name"),
                said,
                LocalDate.ofInstant(said.plus(UNDOABLE), zone),
                row.getBoolean("tended") && !clock.instant().isAfter(said.plus(UNDOABLE)),
                back == null ? null : back.toInstant(),
                seq == 0 ? null : "/conversations/" + row.getString("back_conversation") + "#t" + seq);
    }
}
