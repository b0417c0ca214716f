package org.attune.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How it worked for someone like them. A story is its team's; others read it, and anybody uses it, only as far as the
 * customer consented, and without their name unless they said so.
 */
@Component
@Transactional
public class Stories {

    private final StoryRows rows;
    private final StoryReading reading;
    private final StoryLists lists;
    private final LibraryThemes themes;
    private final ContactSight sight;
    private final Clock clock;

    Stories(
            StoryRows rows,
            StoryReading reading,
            StoryLists lists,
            LibraryThemes themes,
            ContactSight sight,
            Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.lists = lists;
        this.themes = themes;
        this.sight = sight;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public KeysetPage<StoryLine> list(Viewer viewer, StoryFilter filter, @Nullable String after) {
        return lists.page(viewer, filter, after);
    }

    /** @throws NotSeen where there is none, or none the viewer may see */
    @Transactional(readOnly = true)
    public StoryView find(Viewer viewer, StoryId id) {
        return reading.find(viewer, id, today(viewer)).orElseThrow(() -> new NotSeen("story " + id));
    }

    /** For whoever is about to change something of it. */
    @Transactional(readOnly = true)
    public StoryView findTended(Viewer viewer, StoryId id) {
        StoryView story = find(viewer, id);
        if (!story.tended()) {
            throw new NotSeen("story " + id);
        }
        return story;
    }

    /** What they said that can stand in a story about them: what is about the need first, then the newest. */
    @Transactional(readOnly = true)
    public List<HeardWordsView> picks(Viewer viewer, ContactId contact, @Nullable UUID need) {
        sight.seen(viewer, contact);
        return reading.picks(viewer, contact.value(), need);
    }

    /** Stories that may be used in this way today; whoever sells may use what a customer allowed. */
    @Transactional(readOnly = true)
    public List<StoryChoice> choices(Viewer viewer, StoryUse.How how) {
        return lists.choices(viewer, how, today(viewer));
    }

    /**
     * The story as it may leave the house today. Whoever uses it in a response or a touch asks here first; the database
     * asks again when the use is written down.
     *
     * @throws RuleRefused where no consent allows it
     * @throws NotSeen where the viewer may not see the story
     */
    @Transactional(readOnly = true)
    public ToldStory told(Viewer viewer, StoryId id, StoryUse.How how) {
        return reading.told(viewer, id, how, today(viewer)).orElseThrow(() -> refused(find(viewer, id)));
    }

    private static RuleRefused refused(StoryView story) {
        if (story.isRetired()) {
            return new RuleRefused("library.story.refused.retired");
        }
        if (story.inForce() != null) {
            return new RuleRefused("library.story.refused.aloud");
        }
        return new RuleRefused(
                story.withdrawn() == null ? "library.story.refused.none" : "library.story.refused.withdrawn");
    }

    /**
     * Writes a story down. The same one twice is one.
     *
     * @throws ChangedMeanwhile where the id stands for other words already
     */
    public StoryView write(Viewer viewer, WriteStory write) {
        sight.stillKnown(viewer, write.contact());
        StoryWords words = StoryRules.checked(write.words());
        if (!rows.seesNeed(viewer, write.need())) {
            throw new NotSeen("need " + write.need());
        }
        List<UUID> known = themes.named(words.themes());
        if (!rows.add(viewer, write, words, sight.teamOf(write.contact()).value(), clock.instant())) {
            return again(viewer, write, words);
        }
        rows.speaksOf(write.id(), known);
        quote(viewer, write.id(), write.heard());
        return find(viewer, write.id());
    }

    private StoryView again(Viewer viewer, WriteStory write, StoryWords words) {
        StoryView before = find(viewer, write.id());
        boolean same = StoryTexts.same(before.words(), words)
                && write.contact().value().equals(before.contact())
                && before.heard().stream().map(HeardWordsView::turn).toList().equals(write.heard());
        if (!same) {
            throw new ChangedMeanwhile(StoryTexts.of(before.words()), StoryTexts.of(words));
        }
        return before;
    }

    /**
     * Says it in other words, or with other words of theirs.
     *
     * @param version the one the form was opened on
     * @throws ChangedMeanwhile where somebody reworded it since
     */
    public void reword(Viewer viewer, StoryId id, StoryWords typed, List<UUID> heard, int version) {
        StoryView now = tended(viewer, id);
        StoryWords words = StoryRules.checked(typed);
        List<UUID> before = now.heard().stream().map(HeardWordsView::turn).toList();
        if (StoryTexts.same(now.words(), words) && before.equals(heard)) {
            return;
        }
        if (now.version() != version) {
            throw new ChangedMeanwhile(StoryTexts.of(now.words()), StoryTexts.of(words), now.version());
        }
        List<UUID> known = themes.named(words.themes());
        rows.reword(id, words, clock.instant());
        rows.speaksOf(id, known);
        quote(viewer, id, heard);
    }

    private void quote(Viewer viewer, StoryId id, List<UUID> heard) {
        List<UUID> picked = heard.stream().distinct().toList();
        if (picked.size() > StoryRules.HEARD) {
            throw new RuleRefused("library.story.refused.many", "heard", StoryRules.HEARD);
        }
        if (rows.quote(viewer, id, picked) != picked.size()) {
            throw new RuleRefused("library.story.refused.heard", "heard");
        }
    }

    /** It is not told from now on; where it was used stays as it was. Once more changes nothing. */
    public StoryView retire(Viewer viewer, StoryId id) {
        StoryView story = tended(viewer, id);
        rows.retire(viewer, id, clock.instant());
        return story;
    }

    public StoryView restore(Viewer viewer, StoryId id) {
        StoryView story = tended(viewer, id);
        rows.restore(id);
        return story;
    }

    /** Locks the story for whoever is of its team. */
    StoryView tended(Viewer viewer, StoryId id) {
        if (!rows.lock(viewer, id)) {
            throw new NotSeen("story " + id);
        }
        return find(viewer, id);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }
}
