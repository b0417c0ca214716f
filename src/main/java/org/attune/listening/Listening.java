package org.attune.listening;

import java.util.List;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.ConversationsSeen;
import org.attune.figures.FiguresAboutPeople;
import org.attune.listening.Trend.Behind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How we listened: the facts of one conversation, and a person's interest over time. */
@Component
@Transactional(readOnly = true)
public class Listening {

    private final Trends trends;
    private final FiguresAboutPeople figures;
    private final ConversationsSeen conversations;
    private final ReadTurns turns;

    Listening(Trends trends, FiguresAboutPeople figures, ConversationsSeen conversations, ReadTurns turns) {
        this.trends = trends;
        this.figures = figures;
        this.conversations = conversations;
        this.turns = turns;
    }

    /**
     * The facts of a conversation as they stand.
     * How somebody spoke in their first ten is for their own eyes, whatever is settled.
     *
     * @throws org.attune.platform.NotSeen where the viewer may not read it
     */
    public ConversationFactsView facts(Viewer viewer, ConversationId id) {
        ConversationView conversation = conversations.find(viewer, id);
        List<ReadTurn> read = turns.of(viewer, id);
        ConversationFactsOf facts = new ConversationFactsOf(conversation, read, turns.needs(viewer, id));
        if (!figures.mayBeSeen(viewer, conversation.owner())) {
            return facts.hidden();
        }
        ReadTurns.Standing standing = turns.standing(viewer, id);
        return conversation.mine() || standing.counted() ? facts.shown(standing) : facts.hidden();
    }

    /**
     * A person's interest over time.
     *
     * @param hat under which; none for both
     * @return not shown where the viewer may not see figures about this person; without points below ten conversations
     */
    public Trend trend(Viewer viewer, UserId person, @Nullable Hat hat) {
        return figures.mayBeSeen(viewer, person) ? trends.of(viewer, person, hat) : Trend.NOT_SHOWN;
    }

    /**
     * The conversations behind one point of a person's interest over time, the newest first.
     *
     * @param last the last of the ten
     * @param part one part of it, whose mean is of those in which it can be computed; none for the whole
     * @return none where there is no such point, or the viewer may not see figures about this person
     */
    public List<Behind> behind(
            Viewer viewer, UserId person, @Nullable Hat hat, ConversationId last, @Nullable Part part) {
        return figures.mayBeSeen(viewer, person) ? trends.behind(viewer, person, hat, last, part) : List.of();
    }
}
