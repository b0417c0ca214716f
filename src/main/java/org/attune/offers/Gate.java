package org.attune.offers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.attune.offers.NeedFacts.Answer;
import org.attune.offers.NeedFacts.Heard;
import org.attune.offers.NeedFacts.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether an offer can be recorded: from what was said alone, without asking anybody. A new offer stands on the
 * first words that meet a rule; one that is made again on the newest.
 */
public final class Gate {

    private final NeedFacts facts;
    private final Policy policy;
    private final @Nullable Terms terms;
    private final PriceAgainstCost price;
    private final List<Piece> asks;

    private Gate(NeedFacts facts, Policy policy, @Nullable Terms terms, PriceAgainstCost price, List<Piece> asks) {
        this.facts = facts;
        this.asks = asks;
        this.policy = policy;
        this.terms = terms;
        this.price = price;
    }

    /**
     * Judges the needs an offer is for.
     *
     * @param terms none as long as nobody thinks of a price
     */
    public static List<Readiness> judge(List<NeedFacts> needs, Policy policy, @Nullable Terms terms) {
        PriceAgainstCost price = PriceAgainstCost.of(needs, terms);
        // With a price in hand, asking about one of the needs is asking for the offer.
        List<Piece> asks = needs.stream()
                .flatMap(facts -> facts.asks().stream())
                .distinct()
                .toList();
        return needs.stream()
                .map(facts -> new Gate(facts, policy, terms, price, terms == null ? facts.asks() : asks).judge())
                .toList();
    }

    private Readiness judge() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            findings.add(carriedOver(judge(rule)));
        }
        return new Readiness(facts.need(), facts.title(), policy.kind(), findings);
    }

    private Finding judge(Rule rule) {
        return switch (rule) {
            case NEED_HEARD -> needHeard();
            case QUESTION_ANSWERED -> questionAnswered();
            case RESPONSE_GIVEN -> responseGiven();
            case NEED_CONFIRMED -> needConfirmed();
            case COST_KNOWN -> costKnown();
            case SOLUTION_AGREED -> solutionAgreed();
            case ASKED_FOR -> askedFor();
            case REACTION_HEARD -> reactionHeard();
            case PRICE_BELOW_COST -> priceBelowCost();
        };
    }

    private Finding needHeard() {
        if (terms != null && !facts.people().contains(terms.contact())) {
            return missing(Rule.NEED_HEARD, "not-theirs");
        }
        return pick(facts.heard(), h -> h.states() && facts.isFromItsPeople(h.turn()), Heard::turn)
                .map(heard -> here(Rule.NEED_HEARD, null, heard.turn()))
                .orElseGet(() -> missing(Rule.NEED_HEARD, facts.heard().isEmpty() ? "nothing" : "not-stated"));
    }

    private Finding questionAnswered() {
        return pick(
                        facts.answers(),
                        a -> a.question().kind().equals("asked") && facts.isAboutIt(a.heard()),
                        Answer::heard)
                .map(answer -> here(Rule.QUESTION_ANSWERED, null, answer.question(), answer.heard()))
                .orElseGet(() -> missing(Rule.QUESTION_ANSWERED, "nothing"));
    }

    private Finding responseGiven() {
        return response()
                .map(reply -> here(Rule.RESPONSE_GIVEN, null, reply.response(), reply.heard()))
                .orElseGet(() -> missing(Rule.RESPONSE_GIVEN, facts.replies().isEmpty() ? "nothing" : "elsewhere"));
    }

    /** The response they reacted to, if there is one; otherwise any. */
    private Optional<Reply> response() {
        Predicate<Reply> names = r -> r.response().kind().equals("responded") && facts.isAboutIt(r.heard());
        return pick(facts.replies(), names.and(r -> reactionTo(r).isPresent()), Reply::response)
                .or(() -> pick(facts.replies(), names, Reply::response));
    }

    /** Marked as a reaction, or else simply the next heard about the need. */
    private Optional<Piece> reactionTo(Reply reply) {
        List<Heard> afterwards = facts.heard().stream()
                .filter(h -> facts.isFromItsPeople(h.turn()) && h.turn().isAfter(reply.response()))
                .sorted(Comparator.comparing(Heard::turn, InTime.ORDER))
                .toList();
        return afterwards.stream()
                .filter(Heard::reaction)
                .findFirst()
                .or(() -> afterwards.stream().findFirst())
                .map(Heard::turn);
    }

    private Finding needConfirmed() {
        NeedFacts.Confirmation confirmation = facts.confirmation();
        if (confirmation == null) {
            return missing(Rule.NEED_CONFIRMED, "nothing");
        }
        if (!confirmation.yes()) {
            return missing(Rule.NEED_CONFIRMED, "not-quite");
        }
        Piece playback = confirmation.playback();
        return playback == null
                ? here(Rule.NEED_CONFIRMED, confirmation.id(), confirmation.answer())
                : here(Rule.NEED_CONFIRMED, confirmation.id(), confirmation.answer(), playback);
    }

    private Finding costKnown() {
        NeedFacts.Cost cost = facts.cost();
        if (cost == null) {
            return missing(Rule.COST_KNOWN, "nothing");
        }
        Piece said = cost.turn();
        return said == null || !cost.isTheirs()
                ? missing(Rule.COST_KNOWN, "our-estimate")
                : here(Rule.COST_KNOWN, cost.id(), said);
    }

    private Finding solutionAgreed() {
        NeedFacts.Solution solution = facts.solution();
        if (solution == null) {
            return missing(Rule.SOLUTION_AGREED, "nothing");
        }
        Piece agreed = solution.agreed();
        if (agreed == null) {
            return missing(Rule.SOLUTION_AGREED, "not-agreed");
        }
        Piece contributed = solution.contributed();
        return contributed == null || contributed.turn().equals(agreed.turn())
                ? here(Rule.SOLUTION_AGREED, solution.id(), agreed)
                : here(Rule.SOLUTION_AGREED, solution.id(), agreed, contributed);
    }

    private Finding askedFor() {
        List<Piece> asks = facts.asks().stream().filter(facts::isFromItsPeople).toList();
        Terms proposed = terms;
        Optional<Piece> ask = proposed == null
                ? asks.stream().max(InTime.ORDER)
                : asks.stream().filter(a -> a.turn().equals(proposed.asked())).findFirst();
        return ask.map(piece -> here(Rule.ASKED_FOR, null, piece))
                .orElseGet(() -> missing(Rule.ASKED_FOR, notAsked(asks)));
    }

    private String notAsked(List<Piece> asks) {
        if (policy.of(Rule.ASKED_FOR) == Demand.REQUIRED) {
            return "required";
        }
        return asks.isEmpty() ? "nothing" : "pushed";
    }

    private Finding reactionHeard() {
        return response()
                .map(reply -> reactionTo(reply)
                        .map(reaction -> here(Rule.REACTION_HEARD, null, reaction))
                        .orElseGet(() -> missing(Rule.REACTION_HEARD, "nothing")))
                .orElseGet(() -> missing(Rule.REACTION_HEARD, "no-response"));
    }

    private Finding priceBelowCost() {
        if (terms == null) {
            return costKnown().isHere() || facts.carried().containsKey(Rule.COST_KNOWN)
                    ? finding(Rule.PRICE_BELOW_COST, Finding.State.LATER, "later", null, List.of())
                    : missing(Rule.PRICE_BELOW_COST, "no-cost");
        }
        String reason = price.missing();
        return reason == null ? here(Rule.PRICE_BELOW_COST, null) : missing(Rule.PRICE_BELOW_COST, reason);
    }

    private Finding carriedOver(Finding finding) {
        List<Piece> before = facts.carried().get(finding.rule());
        if (finding.isHere() || before == null || !finding.rule().carriesOver()) {
            return finding;
        }
        return new Finding(
                finding.rule(), finding.demand(), Finding.State.HERE, facts.need(), before, null, null, true);
    }

    private <T> Optional<T> pick(List<T> among, Predicate<T> meets, java.util.function.Function<T, Piece> when) {
        Comparator<T> inTime = Comparator.comparing(when, InTime.ORDER);
        return among.stream().filter(meets).min(policy.kind() == OfferKind.AGAIN ? inTime.reversed() : inTime);
    }

    private Finding here(Rule rule, @Nullable UUID source, Piece... evidence) {
        return finding(rule, Finding.State.HERE, null, source, List.of(evidence));
    }

    private Finding missing(Rule rule, String reason) {
        return finding(rule, Finding.State.NOT_YET, reason, null, List.of());
    }

    private Finding finding(
            Rule rule, Finding.State state, @Nullable String missing, @Nullable UUID source, List<Piece> evidence) {
        return new Finding(rule, policy.of(rule), state, facts.need(), evidence, missing, source, false);
    }
}
