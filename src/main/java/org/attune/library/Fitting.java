package org.attune.library;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At most three materials and stories that fit what was heard in a conversation, each with the words that led to it. Nothing
 * before something was heard in it, under either hat. Two statements, however much was said.
 */
@Component
@Transactional
public class Fitting {

    private static final Set<Channel> WRITTEN = Set.of(Channel.EMAIL, Channel.CHAT, Channel.LETTER, Channel.DOCUMENT);

    private final FittingRows rows;
    private final Clock clock;

    Fitting(FittingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Fit> to(Viewer viewer, ConversationView conversation) {
        HeardHere heard = rows.heard(viewer, conversation.id());
        if (heard.isNothing()) {
            return List.of();
        }
        return Weighing.best(
                rows.candidates(viewer, conversation.id(), heard, isWritten(conversation), clock.instant()), heard);
    }

    /** It is not suggested again in this conversation. Once more changes nothing. */
    public void waveAway(Viewer viewer, ConversationId conversation, UUID item) {
        if (!rows.waveAway(viewer, conversation, item, clock.instant())) {
            throw new NotSeen("conversation " + conversation);
        }
    }

    /** What is said in writing needs a consent to writing. */
    static boolean isWritten(ConversationView conversation) {
        return WRITTEN.contains(conversation.channel());
    }
}
