package org.attune.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.outside.LinkSendings;
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

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TouchRows rows;
    private final TouchRules rules;
    private final Letters letters;
    private final LinkSendings sendings;
    private final ContactSight sight;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Touches(
            JdbcClient jdbc,
            TouchRows rows,
            TouchRules rules,
            Letters letters,
            LinkSendings sendings,
            ContactSight sight,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rules = rules;
        this.letters = letters;
        this.sendings = sendings;
        this.sight = sight;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes a touch; the same one under the same id is noted only once.
     *
     * @throws NotSeen when the viewer may not see the contact
     * @throws RuleRefused when it has not happened yet, or they, or whom they are introduced to, wished not to hear from us any more
     * @throws ChangedMeanwhile when another touch has this id
     */
    public TouchView note(Viewer viewer, NoteTouch touch) {
        sight.stillKnown(viewer, touch.contact());
        Instant now = clock.instant();
        if (touch.happenedAt() != null && touch.happenedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new RuleRefused("nurture.touch.future", "day");
        }
        rules.check(viewer, touch);
        if (Stops.unlessUnwanted(() -> rows.insert(viewer, touch, now))) {
            TouchView noted = find(viewer, touch.id());
            events.publishEvent(ContactChanged.of(touch.contact()));
            return noted;
        }
        TouchView kept = find(viewer, touch.id());
        if (!rules.isSame(kept, touch)) {
            throw new ChangedMeanwhile(
                    told(viewer, kept.words(), kept.happenedAt()), told(viewer, touch.words(), touch.happenedAt()));
        }
        return kept;
    }

    private static String told(Viewer viewer, @Nullable String words, @Nullable Instant at) {
        return (words == null ? "" : words + "\n") + (at == null ? "" : LocalDate.ofInstant(at, viewer.zone()));
    }

    /** Those that were noted in one go with it, as far as the viewer sees them; in the order they were picked in. */
    @Transactional(readOnly = true)
    public List<TouchView> together(Viewer viewer, UUID together) {
        return rows.together(viewer, together);
    }

    /** Those of them the viewer sees; for a timeline, in one statement for any number. */
    @Transactional(readOnly = true)
    public List<TouchView> among(Viewer viewer, List<UUID> ids) {
        return rows.among(viewer, ids);
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
        if (!letters.takeBack(id)) {
            throw new RuleRefused("nurture.touch.gone");
        }
        int gone = jdbc.sql("delete from touch where id = :id and reaction is null and conversation_id is null")
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new RuleRefused("nurture.touch.received");
        }
        sendings.didNotGo(id);
        events.publishEvent(ContactChanged.of(touch.contact()));
        return touch.contact();
    }

    /** @throws NotSeen when there is no such touch, or the viewer may not see its contact */
    @Transactional(readOnly = true)
    public TouchView find(Viewer viewer, UUID id) {
        return rows.find(viewer, id).orElseThrow(() -> new NotSeen("touch " + id));
    }

    /** What was done for somebody, the newest first; for the timeline. */
    @Transactional(readOnly = true)
    public List<TouchView> ofContact(Viewer viewer, ContactId contact, int atMost) {
        sight.seen(viewer, contact);
        return rows.ofContact(viewer, contact, atMost);
    }
}
