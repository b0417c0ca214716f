package org.attune.demo;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.Cost;
import org.attune.needs.CostKind;
import org.attune.needs.NeedCosts;
import org.attune.needs.NeedId;
import org.attune.needs.Per;
import org.attune.needs.PlayBack;
import org.attune.needs.Playbacks;
import org.attune.needs.RecordSolution;
import org.attune.needs.Solutions;
import org.attune.needs.StateCost;
import org.attune.needs.Verdict;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What makes a need clear: what it costs them, what was played back, what was found together. */
@DemoOnly
class ExploredScenes implements Scenes {

    private final NeedCosts costs;
    private final Playbacks playbacks;
    private final Solutions solutions;

    ExploredScenes(NeedCosts costs, Playbacks playbacks, Solutions solutions) {
        this.costs = costs;
        this.playbacks = playbacks;
        this.solutions = solutions;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "cost", cue -> cost(cue, CostKind.AMOUNT),
                "estimate", cue -> cost(cue, CostKind.OUR_ESTIMATE),
                "not-countable", cue -> cost(cue, CostKind.NOT_COUNTABLE),
                "rather-not", cue -> cost(cue, CostKind.RATHER_NOT_SAY),
                "yes", cue -> verdict(cue, Verdict.YES),
                "not-quite", cue -> verdict(cue, Verdict.NOT_QUITE),
                "solution", this::solution);
    }

    /** As in {@code cost surcharges 2000-2400 EUR month = …}. */
    private void cost(Cue cue, CostKind kind) {
        NeedId need = need(cue);
        boolean counted = kind == CostKind.AMOUNT || kind == CostKind.OUR_ESTIMATE;
        Cost amount = counted ? amount(cue) : null;
        TurnId turn = kind == CostKind.OUR_ESTIMATE ? null : cue.thatTurn();
        costs.state(
                viewer(cue),
                new StateCost(Ids.next(), need, kind, amount, cue.phrase().text(), turn));
    }

    private static Cost amount(Cue cue) {
        String[] range = cue.phrase().next("an amount").split("-");
        String currency = cue.phrase().next("a currency").toUpperCase(Locale.ROOT);
        BigDecimal high = range.length > 1 ? new BigDecimal(range[1]) : null;
        return new Cost(new BigDecimal(range[0]), high, currency, cue.phrase().one(Per.class));
    }

    private void verdict(Cue cue, Verdict verdict) {
        Map.Entry<TurnId, String> played = cue.thatTalk().playback(cue.line());
        playbacks.playBack(
                viewer(cue),
                new PlayBack(Ids.next(), need(cue), played.getValue(), played.getKey(), cue.thatTurn(), verdict));
    }

    /** As in {@code solution surcharges from 10 = our part | their part}, noted about the turn in which they agreed. */
    private void solution(Cue cue) {
        NeedId need = need(cue);
        var parts = cue.phrase().parts(2);
        boolean agreed = !cue.phrase().take("open");
        solutions.record(
                viewer(cue),
                new RecordSolution(
                        Ids.next(),
                        need,
                        parts.get(0),
                        parts.get(1),
                        contributed(cue),
                        agreed ? cue.thatTurn() : null));
    }

    private static @Nullable TurnId contributed(Cue cue) {
        String from = cue.phrase().after("from");
        return from == null ? null : cue.turnCalled(from);
    }

    private static Viewer viewer(Cue cue) {
        return cue.viewer(cue.thatTalk().lead());
    }

    private static NeedId need(Cue cue) {
        return cue.cast().needs.get(cue.line(), cue.phrase().next("a need"));
    }
}
