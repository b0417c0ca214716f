package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.nurture.DueFacts.AtStage;
import org.attune.nurture.DueFacts.ChosenWay;
import org.attune.nurture.DueFacts.Decided;
import org.attune.nurture.DueFacts.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the queue: who should hear from us without being sold to, from which day on, and why. Which hat somebody belongs to
 * says the newest word: their stage, a decision, a need that did not fit, or the way on that was chosen. The answer does not depend
 * on what day it is.
 */
final class WhenDue {

    /** For whoever is to be kept in touch with and has no rhythm. */
    static final int DAYS_WITHOUT_RHYTHM = 30;

    /** After a yes somebody asks how it goes: early, and when it has become daily work. */
    static final int FIRST_WEEKS = 14;

    static final int SOME_WEEKS = 42;

    private final DueFacts facts;
    private final boolean marketing;
    private final List<Due> all = new ArrayList<>();

    private WhenDue(DueFacts facts, boolean marketing) {
        this.facts = facts;
        this.marketing = marketing;
    }

    static Optional<Due> of(DueFacts facts) {
        Side side = side(facts);
        if (side == Side.SALES || side == Side.PARTED) {
            return Optional.empty();
        }
        return new WhenDue(facts, side == Side.MARKETING || facts.ownDays() != null).earliest();
    }

    private enum Side {
        MARKETING,
        SALES,
        PARTED,
        NOBODY_SAID
    }

    private static Side side(DueFacts facts) {
        Side side = Side.NOBODY_SAID;
        Instant newest = Instant.MIN;
        AtStage stage = facts.stage();
        if (stage != null) {
            side = stage.aside()
                    ? (stage.until() == null ? Side.PARTED : Side.MARKETING)
                    : (stage.marketing() ? Side.MARKETING : Side.SALES);
            newest = stage.since();
        }
        Decided decision = facts.decision();
        if (decision != null && decision.notedAt().isAfter(newest)) {
            side = Side.MARKETING;
            newest = decision.notedAt();
        }
        if (facts.notAFit() != null
                && facts.openNeeds() == 0
                && facts.notAFit().at().isAfter(newest)) {
            side = Side.MARKETING;
            newest = facts.notAFit().at();
        }
        ChosenWay way = facts.way();
        if (way != null && !way.at().isBefore(newest)) {
            side = way.way() == Way.KEEP_TALKING ? Side.SALES : Side.MARKETING;
        }
        return side;
    }

    private Optional<Due> earliest() {
        wantsToKnow();
        date();
        if (marketing) {
            afterSale();
            honestNo();
            rhythm();
        }
        LocalDate peace = peace();
        return all.stream()
                .map(due -> due.notBefore(peace))
                .min(Comparator.comparing(Due::on).thenComparing(Due::why));
    }

    private void wantsToKnow() {
        if (facts.asked() != null) {
            add(
                    facts.asked().on().plusDays(1),
                    QueueWhy.WANTS_TO_KNOW,
                    facts.asked().need(),
                    facts.asked().on());
        }
    }

    /** The day that was agreed, as long as nobody heard them since. */
    private void date() {
        Quiet silence = facts.silence();
        if (silence != null && notHeardSince(silence.until())) {
            boolean askAgain = isOf(silence, facts.way()) || isOf(silence, facts.decision());
            add(silence.until(), askAgain ? QueueWhy.NOT_NOW : QueueWhy.SILENCE, silence.id(), silence.until());
        }
        AtStage stage = facts.stage();
        if (stage != null && stage.until() != null && notHeardSince(stage.until())) {
            add(stage.until(), QueueWhy.NOT_NOW, null, stage.until());
        }
    }

    private void afterSale() {
        Decided decision = facts.decision();
        if (decision == null || !decision.kind().equals("yes")) {
            return;
        }
        LocalDate early = decision.on().plusDays(FIRST_WEEKS);
        if (!heardAfter(decision.on())) {
            add(early, QueueWhy.AFTER_SALE, decision.offer(), decision.on());
        } else if (!heardAfter(early)) {
            add(decision.on().plusDays(SOME_WEEKS), QueueWhy.AFTER_SALE, decision.offer(), decision.on());
        }
    }

    private void honestNo() {
        Decided decision = facts.decision();
        if (decision != null && decision.kind().equals("no") && !heardAfter(decision.on())) {
            add(decision.on().plusDays(days()), QueueWhy.NO, decision.offer(), decision.on());
        }
        if (facts.notAFit() != null && !heardAfter(facts.notAFit().on())) {
            LocalDate on = facts.notAFit().on();
            add(on.plusDays(days()), QueueWhy.NOT_A_FIT, facts.notAFit().need(), on);
        }
    }

    /** Counted from when they were last heard; not where something else has begun it anew. */
    private void rhythm() {
        boolean begunAnew = all.stream().anyMatch(due -> due.why() == QueueWhy.NO || due.why() == QueueWhy.NOT_A_FIT);
        if (!begunAnew) {
            LocalDate from = facts.spoken() == null ? facts.met() : facts.spoken();
            add(from.plusDays(days()), facts.spoken() == null ? QueueWhy.NEVER : QueueWhy.RHYTHM, null, from);
        }
    }

    /** Of a sales stage the rhythm is that of selling, so it is none for keeping in touch. */
    private int days() {
        if (facts.ownDays() != null) {
            return facts.ownDays();
        }
        AtStage stage = facts.stage();
        return stage != null && stage.marketing() && stage.days() != null ? stage.days() : DAYS_WITHOUT_RHYTHM;
    }

    private @Nullable LocalDate peace() {
        LocalDate silence = facts.silence() == null ? null : facts.silence().until();
        LocalDate stage = facts.stage() == null ? null : facts.stage().until();
        return silence == null || (stage != null && stage.isAfter(silence)) ? stage : silence;
    }

    private boolean heardAfter(LocalDate day) {
        return facts.spoken() != null && facts.spoken().isAfter(day);
    }

    private boolean notHeardSince(LocalDate day) {
        return facts.spoken() == null || facts.spoken().isBefore(day);
    }

    private static boolean isOf(Quiet silence, @Nullable ChosenWay way) {
        return way != null && way.way() == Way.NOT_NOW && way.id().equals(silence.id());
    }

    private static boolean isOf(Quiet silence, @Nullable Decided decision) {
        return decision != null && decision.id().equals(silence.id());
    }

    private void add(LocalDate on, QueueWhy why, @Nullable UUID about, LocalDate factOn) {
        all.add(new Due(on, why, about, factOn));
    }
}
