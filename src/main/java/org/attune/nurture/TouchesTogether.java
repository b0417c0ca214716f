package org.attune.nurture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Touches to a few people who were picked by hand. Each of them gets words of their own. */
@Component
@Transactional
public class TouchesTogether {

    private final Touches touches;
    private final SameWords same;
    private final ContactSight sight;

    TouchesTogether(Touches touches, SameWords same, ContactSight sight) {
        this.touches = touches;
        this.same = same;
        this.sight = sight;
    }

    /** Who would get much the same. */
    @Transactional(readOnly = true)
    public List<Set<ContactId>> alike(NoteTogether together) {
        Map<ContactId, String> words = new LinkedHashMap<>();
        together.meant().forEach(one -> words.put(one.contact(), one.words()));
        return same.groups(words);
    }

    /**
     * Notes all of them or none; the same ones twice are noted once.
     *
     * @throws RuleRefused for nobody or too many, without words, where more than a few get the same and nobody said that is meant,
     *     or where one of them wished not to hear from us
     */
    public List<TouchView> note(Viewer viewer, NoteTogether together) {
        List<NoteTogether.ToOne> meant = together.meant();
        if (meant.isEmpty() || meant.size() > NoteTogether.MOST) {
            throw new RuleRefused("nurture.together.number", null, NoteTogether.MOST);
        }
        if (meant.stream().map(NoteTogether.ToOne::contact).distinct().count() < meant.size()) {
            throw new RuleRefused("nurture.together.twice");
        }
        sight.stillKnown(viewer, meant.stream().map(NoteTogether.ToOne::contact).toList());
        meant.stream().filter(one -> one.words().isBlank()).findFirst().ifPresent(one -> {
            throw new RuleRefused("nurture.together.words", wordsFor(together, one));
        });
        boolean many = alike(together).stream().anyMatch(group -> group.size() > SameWords.A_FEW);
        if (many && !together.sameAnyway()) {
            throw new RuleRefused("nurture.together.same", "sameAnyway", SameWords.A_FEW);
        }
        return meant.stream().map(one -> note(viewer, together, one)).toList();
    }

    private TouchView note(Viewer viewer, NoteTogether together, NoteTogether.ToOne one) {
        try {
            return touches.note(viewer, touch(together, one));
        } catch (RuleRefused refused) {
            throw refused.messageKey().equals(Stops.UNWANTED)
                    ? new RuleRefused("nurture.together.stopped", wordsFor(together, one))
                    : refused;
        }
    }

    private static String wordsFor(NoteTogether together, NoteTogether.ToOne one) {
        return "rows[" + together.each().indexOf(one) + "].words";
    }

    private static NoteTouch touch(NoteTogether together, NoteTogether.ToOne one) {
        Given given = new Given(together.material(), null, null, null, together.id());
        return new NoteTouch(one.touch(), one.contact(), together.kind(), false, one.words(), null, given);
    }
}
