package org.attune.offers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Exactness;
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

/** Offers of every kind on evidence that is there by chance, beyond what the hard rules ask for. */
@Component
class ChanceStories {

    private static final OfferKind[] KINDS = OfferKind.values();

    private final ConversationScene talks;
    private final Needs needs;
    private final NeedTurns needTurns;
    private final Playbacks playbacks;
    private final NeedCosts costs;
    private final Solutions solutions;
    private final Offers offers;
    private final OfferScene scene;

    ChanceStories(
            ConversationScene talks,
            Needs needs,
            NeedTurns needTurns,
            Playbacks playbacks,
            NeedCosts costs,
            Solutions solutions,
            Offers offers,
            OfferScene scene) {
        this.talks = talks;
        this.needs = needs;
        this.needTurns = needTurns;
        this.playbacks = playbacks;
        this.costs = costs;
        this.solutions = solutions;
        this.offers = offers;
        this.scene = scene;
    }

    /** Only the hard rules may be in force. */
    OfferId recorded(Viewer viewer, Random chance) {
        Told told = told(viewer, chance);
        OfferKind kind = KINDS[chance.nextInt(KINDS.length)];
        if (kind != OfferKind.AGAIN) {
            return offers.record(viewer, offer(told, kind, chance));
        }
        OfferId before = offers.record(viewer, offer(told, OfferKind.NEW, chance));
        offers.send(viewer, before);
        scene.decided(viewer, before, DecisionKind.YES);
        return offers.repeat(viewer, again(told, before, chance));
    }

    private record Told(
            ContactId helen,
            NeedId need,
            TurnId stated,
            @Nullable TurnId ask) {}

    private Told told(Viewer viewer, Random chance) {
        ContactId helen = talks.contactOf(viewer, "Helen", "Brandt");
        ConversationId talk = talks.begun(viewer, helen);
        TurnId stated = talks.heard(viewer, talk, helen, "Nobody writes the surcharges down.");
        NeedId need = needs.note(
                viewer,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        stated,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
        talks.asked(viewer, talk, "Who could?", stated);
        TurnId answer = about(viewer, need, talks.heard(viewer, talk, helen, "Nobody. It is two thousand a month."));
        understood(viewer, need, answer, chance);
        talks.responded(viewer, talk, "Then let’s do it the way you describe.", answer);
        TurnId reaction = talks.heard(viewer, talk, helen, "That way it would be ours.");
        if (chance.nextBoolean()) {
            about(viewer, need, reaction);
        }
        TurnId ask = chance.nextBoolean()
                ? about(viewer, need, talks.heard(viewer, talk, helen, "What would it cost?", Mark.ASKED_FOR_OFFER))
                : null;
        return new Told(helen, need, stated, ask);
    }

    private TurnId about(Viewer viewer, NeedId need, TurnId turn) {
        needTurns.link(viewer, new LinkTurn(need, turn, false, null, Set.of()));
        return turn;
    }

    private void understood(Viewer viewer, NeedId need, TurnId answer, Random chance) {
        if (chance.nextInt(3) > 0) {
            Verdict verdict = chance.nextBoolean() ? Verdict.YES : Verdict.NOT_QUITE;
            playbacks.playBack(viewer, new PlayBack(Ids.next(), need, "On nobody’s list", null, answer, verdict));
        }
        if (chance.nextInt(4) > 0) {
            CostKind kind = CostKind.values()[chance.nextInt(CostKind.values().length)];
            Cost cost = new Cost(new BigDecimal("2000"), null, "EUR", Per.MONTH);
            costs.state(viewer, new StateCost(Ids.next(), need, kind, cost, null, answer));
        }
        if (chance.nextInt(3) > 0) {
            TurnId agreed = chance.nextBoolean() ? answer : null;
            solutions.record(
                    viewer, new RecordSolution(Ids.next(), need, "We record them", "They phone them in", null, agreed));
        }
    }

    private static RecordOffer offer(Told told, OfferKind kind, Random chance) {
        Map<NeedId, PartGone> parts =
                switch (chance.nextInt(3)) {
                    case 0 -> Map.of();
                    case 1 -> Map.of(told.need(), new PartGone(75, null));
                    default -> Map.of(told.need(), new PartGone(75, told.stated()));
                };
        return new RecordOffer(
                new OfferId(Ids.next()),
                told.helen(),
                List.of(told.need()),
                kind,
                words(chance, told.ask() == null ? "They would lose a year" : null),
                parts,
                told.ask(),
                null,
                null);
    }

    private static RepeatOffer again(Told told, OfferId before, Random chance) {
        boolean theyAsked = chance.nextBoolean();
        return new RepeatOffer(
                new OfferId(Ids.next()),
                before,
                words(chance, theyAsked ? null : "They would run out"),
                Channel.CALL,
                "Same again?",
                "Anything changed since?",
                told.helen(),
                Exactness.WORD_FOR_WORD,
                "Same again, please.",
                "Then we do it as last time.",
                theyAsked);
    }

    /** Below what they lose in a year or above it; above it somebody may say why it still makes sense. */
    private static OfferWords words(Random chance, @Nullable String pushReason) {
        Price price = new Price(
                new BigDecimal(chance.nextBoolean() ? "96000" : "960"), BigDecimal.ZERO, BigDecimal.ZERO, "EUR");
        return new OfferWords(
                "Call capture",
                "All of it",
                price,
                LocalDate.now(ZoneOffset.UTC).plusDays(28),
                pushReason,
                chance.nextInt(3) == 0 ? "They grow" : null,
                null);
    }
}
