package org.attune.offers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.needs.Cost;
import org.attune.needs.CostKind;
import org.attune.needs.LinkTurn;
import org.attune.needs.NeedCosts;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedTurns;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.Per;
import org.attune.needs.PersonRole;
import org.attune.needs.PlayBack;
import org.attune.needs.Playbacks;
import org.attune.needs.RecordSolution;
import org.attune.needs.Solutions;
import org.attune.needs.StateCost;
import org.attune.needs.Verdict;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations that lead up to an offer, through the front doors. */
@Component
public class OfferScene {

    private final ConversationScene talks;
    private final Needs needs;
    private final NeedTurns needTurns;
    private final Playbacks playbacks;
    private final NeedCosts costs;
    private final Solutions solutions;
    private final Offers offers;

    OfferScene(
            ConversationScene talks,
            Needs needs,
            NeedTurns needTurns,
            Playbacks playbacks,
            NeedCosts costs,
            Solutions solutions,
            Offers offers) {
        this.talks = talks;
        this.needs = needs;
        this.needTurns = needTurns;
        this.playbacks = playbacks;
        this.costs = costs;
        this.solutions = solutions;
        this.offers = offers;
    }

    /** What was said, and what stands on it. */
    public record Story(
            Viewer viewer,
            ContactId helen,
            ContactId petra,
            ConversationId talk,
            NeedId need,
            TurnId stated,
            TurnId said,
            TurnId ask) {}

    /** Nothing is missing: they asked, and what they lose is 24,000 a year. */
    public Story complete(Viewer viewer) {
        return complete(viewer, talks.contactOf(viewer, "Helen", "Brandt"), talks.contactOf(viewer, "Petra", "Kühn"));
    }

    public Story complete(Viewer viewer, ContactId helen, ContactId petra) {
        ConversationId talk = talks.begun(viewer, helen, petra);
        TurnId stated =
                talks.heard(viewer, talk, petra, "The surcharges are on my list, and nobody else writes them down.");
        NeedId need = needs.note(
                viewer,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        stated,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
        talks.asked(viewer, talk, "And when you’re on holiday, Petra?", stated);
        TurnId answer = talks.heard(viewer, talk, petra, "Then nobody does, and nobody bills them.");
        TurnId playback =
                talks.asked(viewer, talk, "What the drivers phone in is on your list alone. Is that it?", answer);
        TurnId yes =
                talks.heard(viewer, talk, helen, "Yes, that’s it. And it’s two thousand a month, at the very least.");
        talks.responded(viewer, talk, "Then let’s do it the way you describe, with three drivers first.", answer, yes);
        TurnId agreed =
                talks.heard(viewer, talk, helen, "Yes. That way it’s ours. Three out of four would phone it in.");
        TurnId ask = talks.heard(
                viewer,
                talk,
                helen,
                "What would it cost to do it properly, for all thirty-one drivers?",
                Mark.ASKED_FOR_OFFER);
        link(viewer, need, answer, yes, agreed, ask);
        playbacks.playBack(viewer, new PlayBack(Ids.next(), need, "On Petra’s list alone", playback, yes, Verdict.YES));
        costs.state(
                viewer,
                new StateCost(
                        Ids.next(),
                        need,
                        CostKind.AMOUNT,
                        new Cost(new BigDecimal("2000"), null, "EUR", Per.MONTH),
                        "Added up by Helen",
                        yes));
        solutions.record(
                viewer,
                new RecordSolution(
                        Ids.next(),
                        need,
                        "What drivers phone in lands in the dispatch record\nWe sit beside Petra on the first two Mondays",
                        "Petra chooses the three drivers for the trial\nHelen clears two hours on both Mondays",
                        answer,
                        agreed));
        return new Story(viewer, helen, petra, talk, need, stated, agreed, ask);
    }

    /** They said what bothers them, and no more. */
    public Story begun(Viewer viewer) {
        ContactId helen = talks.contactOf(viewer, "Helen", "Brandt");
        ConversationId talk = talks.begun(viewer, helen);
        TurnId stated = talks.heard(
                viewer, talk, helen, "Nobody writes the surcharges down. Send me a price.", Mark.ASKED_FOR_OFFER);
        NeedId need = needs.note(
                viewer,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        stated,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
        return new Story(viewer, helen, helen, talk, need, stated, stated, stated);
    }

    private void link(Viewer viewer, NeedId need, TurnId... turns) {
        for (TurnId turn : turns) {
            needTurns.link(viewer, new LinkTurn(need, turn, false, null, Set.of(PersonRole.DECIDES)));
        }
    }

    public static OfferWords words(String once, @Nullable String pushReason) {
        return new OfferWords(
                "Call capture for thirty-one drivers",
                "A trial with three drivers, then all thirty-one. No fee if Petra says no.",
                new Price(new BigDecimal(once), BigDecimal.ZERO, BigDecimal.ZERO, "EUR"),
                LocalDate.now(ZoneOffset.UTC).plusDays(28),
                pushReason,
                null,
                "Four forwarders we know keep the same list.");
    }

    public static RecordOffer pulled(Story story) {
        return new RecordOffer(
                new OfferId(Ids.next()),
                story.helen(),
                List.of(story.need()),
                OfferKind.NEW,
                words("9600", null),
                Map.of(story.need(), new PartGone(75, story.said())),
                story.ask(),
                null,
                null);
    }

    public static RecordOffer pushed(Story story, @Nullable OfferId replaces) {
        return new RecordOffer(
                new OfferId(Ids.next()),
                story.helen(),
                List.of(story.need()),
                OfferKind.NEW,
                words("8400", "They would have lost another year"),
                Map.of(story.need(), new PartGone(75, story.said())),
                null,
                null,
                replaces);
    }

    public OfferId recorded(Story story) {
        return offers.record(story.viewer(), pulled(story));
    }

    public OfferId sent(Story story) {
        OfferId id = recorded(story);
        offers.send(story.viewer(), id);
        return id;
    }

    public OfferId accepted(Story story) {
        OfferId id = sent(story);
        decided(story.viewer(), id, DecisionKind.YES);
        return id;
    }

    public void decided(Viewer viewer, OfferId id, DecisionKind kind) {
        LocalDate today = LocalDate.now(viewer.zone());
        offers.decide(
                viewer,
                new DecideOffer(
                        Ids.next(),
                        id,
                        kind,
                        today,
                        "Petra says it holds.",
                        kind == DecisionKind.NOT_NOW ? today.plusDays(30) : null));
    }
}
