package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done for somebody that is not a conversation: something sent, an event, a greeting, a try to reach them; asked
 * for or unasked, and how it was received. Whoever sees a contact may note it.
 */
@Component
@Transactional
public class Touches {

    private static final String VIEW = """
            select h.*, u.name as by_name, h.noted_by = :viewer as mine
              from seen_contact(:viewer) c
              join touch h on h.contact_id = c.id
              join app_user u on u.id = h.noted_by
            """;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Stops stops;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Touches(JdbcClient jdbc, ContactSight sight, Stops stops, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.stops = stops;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes a touch; the same one under the same id is noted only once.
     *
     * @throws NotSeen when the viewer may not see the contact
     * @throws RuleRefused when it has not happened yet, or they wished not to hear from us any more
     * @throws ChangedMeanwhile when another touch has this id
     */
    public TouchView note(Viewer viewer, NoteTouch touch) {
        sight.stillKnown(viewer, touch.contact());
        Instant now = clock.instant();
        if (touch.happenedAt() != null && touch.happenedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new RuleRefused("nurture.touch.future", "day");
        }
        boolean isNew = insert(viewer, touch, now);
        TouchView kept = find(viewer, touch.id());
        if (isNew) {
            stops.mayBeTouched(touch.contact(), kept.happenedAt());
            events.publishEvent(ContactChanged.of(touch.contact()));
        } else if (!kept.contact().equals(touch.contact())
                || kept.kind() != touch.kind()
                || kept.askedFor() != touch.askedFor()
                || (touch.happenedAt() != null && !touch.happenedAt().equals(kept.happenedAt()))
                || !Objects.equals(kept.words(), touch.words())) {
            throw new ChangedMeanwhile(
                    told(viewer, kept.words(), kept.happenedAt()), told(viewer, touch.words(), touch.happenedAt()));
        }
        return kept;
    }

    private static String told(Viewer viewer, @Nullable String words, @Nullable Instant at) {
        return (words == null ? "" : words + "\n") + (at == null ? "" : LocalDate.ofInstant(at, viewer.zone()));
    }

    /** How it was received, and in their words if there were any; the newest word counts. */
    public TouchView received(Viewer viewer, UUID id, Reaction reaction, @Nullable String words) {
        TouchView touch = find(viewer, id);
        jdbc.sql("update touch set reaction = :reaction, reaction_words = :words where id = :id")
                .param("reaction", reaction.word())
                .param("words", words)
                .param("id", id)
                .update();
        events.publishEvent(ContactChanged.of(touch.contact()));
        return find(viewer, id);
    }

    /**
     * Takes a touch away that should not have been noted; only who noted it can, and as long as nothing was said about it.
     *
     * @return whom it was about
     */
    public ContactId takeBack(Viewer viewer, UUID id) {
        TouchView touch = find(viewer, id);
        if (!touch.mine()) {
            throw new NotSeen("touch " + id);
        }
        int gone = jdbc.sql("delete from touch where id = :id and reaction is null")
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new RuleRefused("nurture.touch.received");
        }
        events.publishEvent(ContactChanged.of(touch.contact()));
        return touch.contact();
    }

    /** @throws NotSeen when there is no such touch, or the viewer may not see its contact */
    @Transactional(readOnly = true)
    public TouchView find(Viewer viewer, UUID id) {
        return jdbc.sql(VIEW + "where h.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query(Touches::view)
                .optional()
                .orElseThrow(() -> new NotSeen("touch " + id));
    }

    /** What was done for somebody, the newest first; for the timeline. */
    @Transactional(readOnly = true)
    public List<TouchView> ofContact(Viewer viewer, ContactId contact, int atMost) {
        sight.seen(viewer, contact);
        return jdbc.sql(VIEW + "where c.id = :contact order by h.happened_at desc, h.id desc limit :most")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", atMost)
                .query(Touches::view)
                .list();
    }

    private boolean insert(Viewer viewer, NoteTouch touch, Instant now) {
        Instant happened = touch.happenedAt() == null ? now : touch.happenedAt();
        return jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, asked_for, hat, words, happened_at, noted_by, noted_at)
                        values (:id, :contact, :team, :kind, :asked, :hat, :words, :happened, :by, :now)
                        on conflict (id) do nothing
                        """)
                        .param("id", touch.id())
                        .param("contact", touch.contact().value())
                        .param("team", sight.teamOf(touch.contact()).value())
                        .param("kind", touch.kind().word())
                        .param("asked", touch.askedFor())
                        .param("hat", viewer.hat().name().toLowerCase(Locale.ROOT))
                        .param("words", touch.words())
                        .param("happened", Timestamp.from(happened))
                        .param("by", viewer.uuid())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static TouchView view(ResultSet row, int n) throws SQLException {
        return new TouchView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                TouchKind.of(row.getString("kind")),
                row.getBoolean("asked_for"),
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                Reaction.of(row.getString("reaction")),
                row.getString("reaction_words"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("by_name"),
                row.getBoolean("mine"));
    }
}
