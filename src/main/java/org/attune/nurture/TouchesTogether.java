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
        together.each().forEach(one -> words.put(one.contact(), one.words()));
        return same.groups(words);
    }

    /**
     * Notes all of them or none; the same ones twice are noted once.
     *
     * @throws RuleRefused for nobody or too many, without words, or where more than a few get the same and nobody said that is meant
     */
    public List<TouchView> note(Viewer viewer, NoteTogether together) {
        List<NoteTogether.ToOne> each = together.each();
        if (each.isEmpty() || each.size() > NoteTogether.MOST) {
            throw new RuleRefused("nurture.together.number", null, NoteTogether.MOST);
        }
        if (each.stream().map(NoteTogether.ToOne::contact).distinct().count() < each.size()) {
            throw new RuleRefused("nurture.together.twice");
        }
        sight.stillKnown(viewer, each.stream().map(NoteTogether.ToOne::contact).toList());
        for (int n = 0; n < each.size(); n++) {
            if (each.get(n).words().isBlank()) {
                throw new RuleRefused("nurture.together.words", "rows[" + n + "].words");
            }
        }
        boolean many = alike(together).stream().anyMatch(group -> group.size() > SameWords.A_FEW);
        if (many && !together.sameAnyway()) {
            throw new RuleRefused("nurture.together.same", "sameAnyway", SameWords.A_FEW);
        }
        return each.stream()
                .map(one -> touches.note(viewer, touch(together, one)))
                .toList();
    }

    private static NoteTouch touch(NoteTogether together, NoteTogether.ToOne one) {
        Given given = new Given(together.material(), null, null, null, together.id());
        return new NoteTouch(one.touch(), one.contact(), together.kind(), false, one.words(), null, given);
    }
}
