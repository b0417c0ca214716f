package org.attune.coaching.web;

import java.util.Locale;
import java.util.UUID;
import org.attune.access.OpenTo;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
import org.attune.coaching.ChosenTalks;
import org.attune.conversations.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the pages of a conversation offer it for a one-to-one. It is only read where a page asks. */
@ControllerAdvice(annotations = OpenTo.class)
class TalkAbout {

    private final ChosenTalks talks;

    TalkAbout(ChosenTalks talks) {
        this.talks = talks;
    }

    /** What somebody wishes to talk about. */
    interface Wishes {

        /** How a conversation stands, as a word; none where it is not for the viewer to choose. */
        @Nullable
        String of(UUID conversation);
    }

    @ModelAttribute("talkAbout")
    @Nullable
    Wishes wishes(@Nullable SignedIn signedIn) {
        return signedIn == null || !signedIn.viewer().sells() ? null : of(signedIn.viewer());
    }

    private Wishes of(Viewer viewer) {
        return conversation -> talks.wish(viewer, new ConversationId(conversation))
                .map(wish -> wish.name().toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
