package org.attune.correspondence;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.BaseAddress;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What mail servers sent back. It is read and not kept; a letter that came back for good says that its address does not work. */
@Component
@Transactional
public class Returns {

    /** Reports carry the beginning of a letter at the most. */
    public static final int LARGEST = 2_000_000;

    private final LetterRows rows;
    private final BaseAddress base;
    private final Clock clock;

    Returns(LetterRows rows, BaseAddress base, Clock clock) {
        this.rows = rows;
        this.base = base;
        this.clock = clock;
    }

    /**
     * Notes which letters came back. Once more changes nothing.
     *
     * @return how many they are
     * @throws RuleRefused where it names none to somebody the viewer sees, or does not say that it was for good
     */
    public int read(Viewer viewer, byte[] message) {
        if (message.length == 0) {
            throw new RuleRefused("correspondence.returned.needed", "text");
        }
        if (message.length > LARGEST) {
            throw new RuleRefused("correspondence.returned.large", "text");
        }
        ReturnedMail returned = ReturnedMail.read(message, base.host());
        List<UUID> seen = returned.letters().stream()
                .filter(letter -> rows.seenContact(viewer, letter).isPresent())
                .toList();
        if (seen.isEmpty()) {
            throw new RuleRefused("correspondence.returned.none", "text");
        }
        if (returned.verdict() != ReturnedMail.Verdict.FOR_GOOD) {
            boolean later = returned.verdict() == ReturnedMail.Verdict.LATER;
            throw new RuleRefused(
                    later ? "correspondence.returned.later" : "correspondence.returned.unreadable", "text");
        }
        seen.forEach(letter -> rows.cameBack(letter, clock.instant()));
        return seen.size();
    }
}
