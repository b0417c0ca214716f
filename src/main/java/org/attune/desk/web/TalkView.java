package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in finished words, without what was said in it: what stands at the head of all its pages.
 *
 * @param says how it took place and who began: "video call, they called"
 * @param tended the viewer may put its facts right
 * @param when for when it is planned
 * @param took when it took place, and for how long where that is known; none while it is planned
 * @param ended how it ended, in a sentence; none while it goes on
 * @param complete all of it is written down
 * @param byMail it was written, so that it can be answered so
 */
public record TalkView(
        UUID id,
        UUID viewerId,
        String names,
        UUID leadId,
        String leadName,
        List<Person> people,
        String hat,
        String otherHat,
        String says,
        String state,
        boolean open,
        boolean mine,
        boolean tended,
        boolean mayClose,
        boolean mayReopen,
        @Nullable String when,
        @Nullable String took,
        @Nullable String note,
        @Nullable String ended,
        boolean complete,
        boolean byMail,
        int turnCount) {

    /** Somebody of theirs in it; the key names them at the beginning of what is typed, as in a written dialogue. */
    public record Person(UUID id, String name, @Nullable String shortName, String key) {

        public String getShort() {
            return shortName == null ? name : shortName;
        }

        public String letter() {
            return key.substring(0, key.length() - 1);
        }
    }
}
