package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that was brought along with its headers.
 *
 * @param id as mail programs know it
 * @param before those it goes on from, the oldest first
 */
record BroughtMail(
        String id,
        List<String> before,
        String subject,
        @Nullable Instant at) {

    /** More fit into no header that all mail servers take. */
    private static final int MOST = 12;

    private static final int LONGEST_SUBJECT = 200;

    BroughtMail {
        subject = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }

    /** The thread with this one at its end: where it began and what came last. */
    String thread() {
        List<String> all = Stream.concat(before.stream().filter(one -> !one.equals(id)), Stream.of(id))
                .toList();
        int skipped = Math.max(0, all.size() - MOST);
        return String.join(
                " ",
                Stream.concat(all.stream().limit(1), all.stream().skip(Math.max(1, skipped + 1)))
                        .toList());
    }
}
