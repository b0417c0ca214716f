package org.attune.offers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.LogTurn;
import org.attune.conversations.Mark;
import org.attune.conversations.Outcome;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TurnId;
import org.attune.conversations.Turns;
import org.attune.conversations.Visibility;
import org.attune.needs.LinkTurn;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedTurns;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.springframework.stereotype.Component;

/**
 * Makes an accepted offer again. What was said becomes a conversation like any other, so that the hard rules hold by what
 * was said this time; a need that ended is heard anew.
 */
@Component
class Again {

    private final FactsOfNeeds facts;
    private final OfferRows rows;
    private final OfferTerms terms;
    private final OfferRecording recording;
    private final Conversations conversations;
    private final Turns turns;
    private final Needs needs;
    private final NeedTurns needTurns;
    private final Clock clock;

    Again(
            FactsOfNeeds facts,
            OfferRows rows,
            OfferTerms terms,
            OfferRecording recording,
            Conversations conversations,
            Turns turns,
            Needs needs,
            NeedTurns needTurns,
            Clock clock) {
        this.facts = facts;
        this.rows = rows;
        this.terms = terms;
        this.recording = recording;
        this.conversations = conversations;
        this.turns = turns;
        this.needs = needs;
        this.needTurns = needTurns;
        this.clock = clock;
    }

    OfferId repeat(Viewer viewer, RepeatOffer again) {
        Offer accepted = rows.tended(viewer, again.repeats());
        rows.oneAfterTheOther(again.id());
        if (rows.exists(again.id())) {
            OfferId before = recording.repeatedBefore(viewer, again);
            talk(viewer, again, new ConversationId(derived(again, "talk")));
            return before;
        }
        ConversationId talk = begin(viewer, again, accepted);
        TurnId answer = talk(viewer, again, talk);
        OfferId id = recording.record(viewer, wanted(again, accepted, heardAgain(viewer, accepted, answer), answer));
        conversations.close(viewer, closing(again, talk));
        return id;
    }

    private List<NeedId> heardAgain(Viewer viewer, Offer accepted, TurnId answer) {
        return facts.of(viewer, rows.needsOf(accepted.id()), null).stream()
                .map(need -> hear(viewer, need, answer))
                .toList();
    }

    /** What is known of a need that had to be heard anew is not known of the new one. */
    private RecordOffer wanted(RepeatOffer again, Offer accepted, List<NeedId> heard, TurnId answer) {
        Map<NeedId, PartGone> parts = new HashMap<>(terms.partsOf(accepted.id()));
        parts.keySet().retainAll(heard);
        return new RecordOffer(
                again.id(),
                accepted.contact(),
                heard,
                OfferKind.AGAIN,
                again.words(),
                parts,
                again.theyAsked() ? answer : null,
                accepted.id(),
                null);
    }

    private ConversationId begin(Viewer viewer, RepeatOffer again, Offer accepted) {
        List<ContactId> people =
                Stream.of(again.speaker(), accepted.contact()).distinct().toList();
        return conversations.begin(
                viewer,
                new BeginConversation(
                        new ConversationId(derived(again, "talk")),
                        people,
                        viewer.hat(),
                        again.channel(),
                        again.theyAsked() ? StartedBy.THEY : StartedBy.WE,
                        clock.instant(),
                        null,
                        Visibility.TEAM));
    }

    /** @return their answer */
    private TurnId talk(Viewer viewer, RepeatOffer again, ConversationId talk) {
        turns.log(viewer, LogTurn.asked(turn(again, "same"), talk, again.sameQuestion(), null));
        turns.log(viewer, LogTurn.asked(turn(again, "changed"), talk, again.changedQuestion(), null));
        LogTurn answer = LogTurn.heard(turn(again, "answer"), talk, again.speaker(), again.exactness(), again.answer());
        turns.log(viewer, again.theyAsked() ? answer.marked(Mark.ASKED_FOR_OFFER) : answer);
        turns.log(viewer, LogTurn.responded(turn(again, "reply"), talk, again.reply(), Set.of(answer.id())));
        return answer.id();
    }

    private static TurnId turn(RepeatOffer again, String part) {
        return new TurnId(derived(again, part));
    }

    /** The same offer is always talked about in rows of the same ids, so that other words under its id are noticed. */
    private static UUID derived(RepeatOffer again, String part) {
        return UUID.nameUUIDFromBytes((again.id().value() + part).getBytes(StandardCharsets.UTF_8));
    }

    private NeedId hear(Viewer viewer, NeedFacts need, TurnId answer) {
        if (!need.ended()) {
            needTurns.link(viewer, new LinkTurn(need.need(), answer, true, null, Set.of(PersonRole.HAS_PROBLEM)));
            return need.need();
        }
        return needs.note(
                viewer,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        answer,
                        NeedKind.PROBLEM,
                        need.title(),
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
    }

    private static CloseConversation closing(RepeatOffer again, ConversationId talk) {
        return new CloseConversation(
                talk, again.theyAsked() ? Outcome.ASKED_TO_BUY : Outcome.CONTINUES, null, null, false, true, false);
    }
}
