package org.attune.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.Conversations;
import org.attune.conversations.ConversationsSeen;
import org.attune.conversations.Hunches;
import org.attune.conversations.Reflections;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.people.ContactId;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.promises.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a conversation: how it ended, the next step, the way on, what was assumed and what was learned. All of it is
 * written or nothing, and the same closing twice is one.
 */
@Component
@Transactional
public class Closing {

    private final ConversationsSeen seen;
    private final Conversations conversations;
    private final Promises promises;
    private final WaysOn waysOn;
    private final Assumptions assumptions;
    private final Hunches hunches;
    private final Reflections reflections;

    Closing(
            ConversationsSeen seen,
            Conversations conversations,
            Promises promises,
            WaysOn waysOn,
            Assumptions assumptions,
            Hunches hunches,
            Reflections reflections) {
        this.seen = seen;
        this.conversations = conversations;
        this.promises = promises;
        this.waysOn = waysOn;
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.reflections = reflections;
    }

    public void close(Viewer viewer, CloseAndGoOn closing) {
        ConversationId id = closing.close().conversation();
        ConversationView conversation = seen.find(viewer, id);
        conversations.close(viewer, closing.close());
        promises.make(
                viewer, nextStep(closing, conversation.participants().get(0).id()));
        conversation.participants().forEach(one -> goOn(viewer, closing, one.id()));
        settle(viewer, closing);
        if (closing.aboutThem() != null || closing.aboutMe() != null) {
            reflections.write(viewer, id, closing.aboutThem(), closing.aboutMe());
        }
    }

    private void settle(Viewer viewer, CloseAndGoOn closing) {
        ConversationId id = closing.close().conversation();
        closing.assumptions()
                .forEach((which, how) -> assumptions.settle(
                        viewer,
                        which,
                        how,
                        id,
                        closing.turns().get(which),
                        closing.corrections().get(which)));
        closing.hunches()
                .forEach((which, how) ->
                        hunches.settle(viewer, which, how, closing.turns().get(which)));
    }

    private static MakePromise nextStep(CloseAndGoOn closing, ContactId lead) {
        PromiseId promise = new PromiseId(derived(closing.id(), "next"));
        ConversationId id = closing.close().conversation();
        return (closing.side() == Side.US
                        ? MakePromise.ours(promise, lead, closing.next(), closing.due())
                        : MakePromise.theirs(promise, lead, closing.next(), closing.due()))
                .asNextStepOf(id);
    }

    private void goOn(Viewer viewer, CloseAndGoOn closing, ContactId contact) {
        waysOn.choose(
                viewer,
                new ChooseWayOn(
                        derived(closing.id(), contact.value().toString()),
                        contact,
                        closing.close().conversation(),
                        closing.way(),
                        closing.way() == Way.NOT_NOW ? closing.askAgainOn() : null,
                        closing.way() == Way.STOP ? closing.whoseWish() : null,
                        closing.wouldRefer(),
                        null));
    }

    /** The same closing always writes rows of the same ids, so that repeating it writes nothing twice. */
    private static UUID derived(UUID closing, String part) {
        return UUID.nameUUIDFromBytes(
                List.of(closing.toString(), part).toString().getBytes(StandardCharsets.UTF_8));
    }
}
