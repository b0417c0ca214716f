package org.attune.listening;

import java.util.List;
import org.attune.conversations.ConversationView;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one conversation, each with the turns behind it. How somebody spoke is there only for those who may see figures
 * about whoever had it.
 *
 * @param shown whether the viewer may see these figures; where not, only what does not say how we spoke is here
 * @param whole every turn of it was counted: none was erased, and none is kept from the viewer
 * @param goneThrough somebody said which of our turns acknowledge and which push
 * @param asked our turns with a question
 * @param takenUp their questions that a response in our next go names
 * @param waiting their questions that none does
 * @param alike our responses that nearly say what others were told
 * @param askedForOffer where they asked for an offer
 * @param inTrend none where the figures are not shown
 */
public record ConversationFactsView(
        ConversationView conversation,
        boolean shown,
        boolean whole,
        boolean goneThrough,
        Counts counts,
        List<TurnRef> asked,
        List<TurnRef> takenUp,
        List<TurnRef> waiting,
        List<TurnRef> longestRun,
        List<TurnRef> alike,
        List<TurnRef> playedBack,
        List<TurnRef> acknowledged,
        List<TurnRef> pushes,
        List<TurnRef> askedForOffer,
        List<HeardNeed> needs,
        List<Suggestion> suggestions,
        @Nullable InTrend inTrend) {

    public ConversationFactsView {
        asked = List.copyOf(asked);
        takenUp = List.copyOf(takenUp);
        waiting = List.copyOf(waiting);
        longestRun = List.copyOf(longestRun);
        alike = List.copyOf(alike);
        playedBack = List.copyOf(playedBack);
        acknowledged = List.copyOf(acknowledged);
        pushes = List.copyOf(pushes);
        askedForOffer = List.copyOf(askedForOffer);
        needs = List.copyOf(needs);
        suggestions = List.copyOf(suggestions);
    }

    /** It is theirs, they spoke, it is over, and no suggestion waits: they can say that nothing else is to be marked. */
    public boolean mayBeGoneThrough() {
        return shown
                && conversation.mine()
                && !conversation.goesOn()
                && counts.ourGoes() > 0
                && suggestions.isEmpty()
                && !goneThrough;
    }
}
