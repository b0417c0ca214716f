package org.attune.offers;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A talk with Helen and Petra about their surcharges, told turn by turn, and what the gate makes of it. */
final class GateFixture {

    static final ContactId HELEN = new ContactId(Ids.next());
    static final ContactId PETRA = new ContactId(Ids.next());
    static final ContactId STRANGER = new ContactId(Ids.next());
    static final Price PRICE = price("9600");

    private static final Instant BEGAN = Instant.parse("2026-11-19T10:00:00Z");

    final NeedId need = new NeedId(Ids.next());
    private final List<NeedFacts.Heard> heard = new ArrayList<>();
    private final List<NeedFacts.Answer> answers = new ArrayList<>();
    private final List<NeedFacts.Reply> replies = new ArrayList<>();
    private final List<Piece> asks = new ArrayList<>();
    private final Map<Rule, List<Piece>> carried = new HashMap<>();
    private final Map<NeedId, PartGone> parts = new HashMap<>();
    private final Map<Rule, Demand> demands = new EnumMap<>(Map.of(
            Rule.NEED_CONFIRMED, Demand.REQUIRED,
            Rule.COST_KNOWN, Demand.REQUIRED,
            Rule.SOLUTION_AGREED, Demand.REQUIRED,
            Rule.ASKED_FOR, Demand.WARN,
            Rule.REACTION_HEARD, Demand.REQUIRED,
            Rule.PRICE_BELOW_COST, Demand.WARN));
    private ConversationId talk = new ConversationId(Ids.next());
    private OfferKind kind = OfferKind.NEW;
    private NeedFacts.@Nullable Confirmation confirmation;
    private NeedFacts.@Nullable Cost cost;
    private NeedFacts.@Nullable Solution solution;
    private @Nullable String stillSensible;
    private @Nullable Price repeatedPrice;
    private int seq;
    private int days;

    Piece heard(ContactId speaker) {
        return turn("heard", speaker);
    }

    Piece ours(String turnKind) {
        return turn(turnKind, null);
    }

    private Piece turn(String turnKind, @Nullable ContactId speaker) {
        Instant said = BEGAN.plus(Duration.ofDays(days)).plusSeconds(60L * ++seq);
        String exactness = speaker == null ? null : "word_for_word";
        return new Piece(
                new TurnId(Ids.next()),
                talk,
                seq,
                turnKind,
                speaker,
                "Somebody",
                "Words",
                null,
                exactness,
                said,
                said,
                null);
    }

    GateFixture anotherDay() {
        talk = new ConversationId(Ids.next());
        days++;
        seq = 0;
        return this;
    }

    GateFixture stating(Piece turn) {
        heard.add(new NeedFacts.Heard(turn, true, false));
        return this;
    }

    GateFixture about(Piece turn) {
        heard.add(new NeedFacts.Heard(turn, false, false));
        return this;
    }

    GateFixture reaction(Piece turn) {
        heard.add(new NeedFacts.Heard(turn, false, true));
        return this;
    }

    GateFixture answered(Piece question, Piece turn) {
        answers.add(new NeedFacts.Answer(question, turn));
        return this;
    }

    GateFixture responded(Piece response, Piece turn) {
        replies.add(new NeedFacts.Reply(response, turn));
        return this;
    }

    GateFixture confirmed(boolean yes, Piece answer) {
        confirmation = new NeedFacts.Confirmation(Ids.next(), yes, answer, null);
        return this;
    }

    GateFixture costing(String costKind, @Nullable String yearly, @Nullable Piece turn) {
        BigDecimal amount = yearly == null ? null : new BigDecimal(yearly);
        cost = new NeedFacts.Cost(Ids.next(), costKind, amount, amount, amount == null ? null : "EUR", turn);
        return this;
    }

    GateFixture solution(@Nullable Piece agreed) {
        solution = new NeedFacts.Solution(Ids.next(), "Ours", "Theirs", null, agreed);
        return this;
    }

    GateFixture asking(Piece turn) {
        asks.add(turn);
        return this;
    }

    GateFixture demanding(Rule rule, Demand demand) {
        demands.put(rule, demand);
        return this;
    }

    GateFixture demandingNothing() {
        demands.clear();
        return this;
    }

    GateFixture part(int percent) {
        parts.put(need, new PartGone(percent, null));
        return this;
    }

    GateFixture stillSensible(String why) {
        stillSensible = why;
        return this;
    }

    GateFixture again(Map<Rule, List<Piece>> before, Price price) {
        kind = OfferKind.AGAIN;
        carried.putAll(before);
        repeatedPrice = price;
        return this;
    }

    NeedFacts facts() {
        return new NeedFacts(
                need,
                "Surcharges go unbilled",
                false,
                Set.of(HELEN, PETRA),
                null,
                heard,
                answers,
                replies,
                confirmation,
                cost,
                solution,
                asks,
                carried);
    }

    Readiness withoutTerms() {
        return Gate.judge(List.of(facts()), new Policy(kind, demands), null).get(0);
    }

    Readiness offered() {
        return offered(HELEN, PRICE, asks.isEmpty() ? null : asks.get(0).turn());
    }

    Readiness offered(ContactId to, Price price, @Nullable TurnId asked) {
        Terms terms = new Terms(to, price, parts, asked, stillSensible, repeatedPrice);
        return Gate.judge(List.of(facts()), new Policy(kind, demands), terms).get(0);
    }

    static Price price(String once) {
        return new Price(new BigDecimal(once), BigDecimal.ZERO, BigDecimal.ZERO, "EUR");
    }

    /** Everything is there: they asked, and the price is below the cost. */
    static GateFixture complete() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        Piece question = talk.ours("asked");
        Piece answer = talk.heard(PETRA);
        Piece response = talk.ours("responded");
        Piece reaction = talk.heard(HELEN);
        Piece ask = talk.heard(HELEN);
        return talk.stating(stated)
                .about(answer)
                .about(reaction)
                .answered(question, answer)
                .responded(response, answer)
                .confirmed(true, reaction)
                .costing("amount", "24000", answer)
                .solution(reaction)
                .asking(ask)
                .part(75);
    }
}
