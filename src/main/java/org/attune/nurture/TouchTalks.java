package org.attune.nurture;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Exactness;
import org.attune.conversations.LogTurn;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TurnId;
import org.attune.conversations.Turns;
import org.attune.conversations.Visibility;
import org.attune.people.ContactSight;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody says about a touch is the beginning of a conversation, and they began it. */
@Component
@Transactional
public class TouchTalks {

    private final JdbcClient jdbc;
    private final Touches touches;
    private final ContactSight sight;
    private final Conversations conversations;
    private final Turns turns;
    private final Clock clock;

    TouchTalks(
            JdbcClient jdbc,
            Touches touches,
            ContactSight sight,
            Conversations conversations,
            Turns turns,
            Clock clock) {
        this.jdbc = jdbc;
        this.touches = touches;
        this.sight = sight;
        this.conversations = conversations;
        this.turns = turns;
        this.clock = clock;
    }

    /** The way in which they most likely answered. */
    public static Channel likely(TouchKind kind, boolean byLetter) {
        return switch (kind) {
            case EVENT, INTRODUCTION -> byLetter ? Channel.EMAIL : Channel.IN_PERSON;
            case TRIED_TO_REACH -> Channel.CALL;
            case MATERIAL, STORY, GREETING, OTHER -> Channel.EMAIL;
        };
    }

    /**
     * Their words become the first turn of a new conversation. A touch opens one: a repeat leads to the same.
     *
     * @throws RuleRefused where they said nothing about it yet
     */
    public ConversationId open(Viewer viewer, OpenFromReaction open) {
        ConversationId opened = locked(open.touch());
        TouchView touch = touches.find(viewer, open.touch());
        if (opened != null) {
            return opened;
        }
        sight.stillKnown(viewer, touch.contact());
        String words = touch.reactionWords();
        if (words == null) {
            throw new RuleRefused("nurture.talk.words");
        }
        conversations.begin(viewer, begun(viewer, touch, open));
        Exactness exactness = open.channel() == Channel.EMAIL || open.channel() == Channel.CHAT
                ? Exactness.WORD_FOR_WORD
                : Exactness.FROM_MEMORY;
        turns.log(viewer, LogTurn.heard(first(open), open.conversation(), touch.contact(), exactness, words));
        jdbc.sql("update touch set conversation_id = :conversation where id = :id")
                .param("conversation", open.conversation().value())
                .param("id", open.touch())
                .update();
        return open.conversation();
    }

    private BeginConversation begun(Viewer viewer, TouchView touch, OpenFromReaction open) {
        return new BeginConversation(
                open.conversation(),
                List.of(touch.contact()),
                viewer.hat(),
                open.channel(),
                StartedBy.THEY,
                clock.instant(),
                null,
                Visibility.TEAM);
    }

    private static TurnId first(OpenFromReaction open) {
        String name = "first turn of " + open.conversation().value();
        return new TurnId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whoever clicks twice waits here, and finds what the first click opened. */
    private @Nullable ConversationId locked(UUID touch) {
        return jdbc
                .sql("select conversation_id from touch where id = :id for no key update")
                .param("id", touch)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(ConversationId::new)
                .orElse(null);
    }
}
