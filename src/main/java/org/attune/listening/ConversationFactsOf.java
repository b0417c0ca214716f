package org.attune.listening;

import java.util.List;
import java.util.stream.Stream;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnRef;
import org.attune.listening.ReadTurns.Standing;

/** Puts the facts of a conversation together from what was read of it. */
record ConversationFactsOf(ConversationView conversation, List<ReadTurn> turns, List<HeardNeed> needs) {

    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private Listened listened() {
        return Listened.to(turns.stream().map(ReadTurn::spoken).toList());
    }

    /** For those who may see how somebody spoke. */
    ConversationFactsView shown(Standing standing) {
        Listened listened = listened();
        List<SpokenTurn> takenUp = listened.takenUp();
        return new ConversationFactsView(
                conversation,
                true,
                whole(),
                standing.goneThrough(),
                listened.counts(),
                refs(inGoes(listened.asking(false)).filter(SpokenTurn::asks)),
                refs(takenUp.stream()),
                refs(listened.theirQuestions().stream().filter(turn -> !takenUp.contains(turn))),
                refs(listened.longestRun().stream().flatMap(go -> go.turns().stream())),
                refs(turns.stream().filter(ReadTurn::alike).map(ReadTurn::spoken)),
                refs(listened.playedBack().stream()),
                refs(inGoes(listened.acknowledged()).filter(turn -> turn.is(Mark.ACKNOWLEDGED))),
                refs(listened.pushes().stream()),
                refs(listened.askedForOffer().stream()),
                needs,
                conversation.mine() ? ReadTurns.suggestions(id(), turns) : List.of(),
                inTrend(listened.counts(), standing));
    }

    /** For everybody else. */
    ConversationFactsView hidden() {
        List<TurnRef> none = List.of();
        return new ConversationFactsView(
                conversation,
                false,
                whole(),
                false,
                NOTHING,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                refs(listened().askedForOffer().stream()),
                needs,
                List.of(),
                null);
    }

    private boolean whole() {
        return turns.size() == conversation.turns() && turns.stream().allMatch(turn -> turn.words() != null);
    }

    private InTrend inTrend(Counts counts, Standing standing) {
        if (conversation.goesOn()) {
            return InTrend.NOT_OVER;
        }
        if (!conversation.complete()) {
            return InTrend.NOT_COMPLETE;
        }
        if (!counts.areEnough()) {
            return InTrend.TOO_SHORT;
        }
        return standing.counted() ? InTrend.COUNTS : InTrend.FIRST_TEN;
    }

    private static Stream<SpokenTurn> inGoes(List<Go> goes) {
        return goes.stream().flatMap(go -> go.turns().stream());
    }

    private List<TurnRef> refs(Stream<SpokenTurn> spoken) {
        return spoken.map(turn -> ReadTurns.ref(id(), turn)).toList();
    }

    private ConversationId id() {
        return conversation.id();
    }
}
