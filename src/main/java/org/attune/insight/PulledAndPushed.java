package org.attune.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asked and who was asked, how quickly there was a clear answer, and what was asked for what. */
public record PulledAndPushed(
        Sent sent,
        Sent sentBefore,
        List<Step> steps,
        Answers answers,
        Answers answersBefore,
        Touches touches,
        Touches touchesBefore,
        Prices prices) {

    public PulledAndPushed {
        steps = List.copyOf(steps);
    }

    /** Only what was offered and answered, with how it was before. */
    public record AtFirst(Sent sent, Sent sentBefore, Answers answers, Answers answersBefore) {}

    /** Whether there is nothing to show, neither in the period nor before. */
    public boolean isEmpty() {
        return sent.isEmpty()
                && sentBefore.isEmpty()
                && answers.isEmpty()
                && answersBefore.isEmpty()
                && touches.isEmpty()
                && touchesBefore.isEmpty();
    }

    /** How many in a hundred; none where there is nothing to be a part of. */
    static @Nullable Long ofHundred(long some, long all) {
        return all == 0 ? null : Math.round(100.0 * some / all);
    }

    /**
     * The offers that went out, as they stand now.
     *
     * @param withdrawn taken back: in no rate
     * @param again repeats of what they bought: in no rate
     * @param past what they bought before Attune, on a day of the period: in no rate
     */
    public record Sent(Outcome pulled, Outcome pushed, long withdrawn, long again, long past) {

        public long all() {
            return pulled.all() + pushed.all();
        }

        public @Nullable Long pullRate() {
            return ofHundred(pulled.all(), all());
        }

        boolean isEmpty() {
            return all() + withdrawn + again + past == 0;
        }
    }

    /** What became of them. */
    public record Outcome(long yes, long no, long notNow, long undecided) {

        public long all() {
            return clear() + notNow + undecided;
        }

        public long clear() {
            return yes + no;
        }

        /** Of those with a clear answer. */
        public @Nullable Long winRate() {
            return ofHundred(yes, clear());
        }
    }

    /** One week or month of the period. */
    public record Step(LocalDate from, LocalDate until, long pulled, long pushed) {}

    /**
     * The answers that were given.
     *
     * @param noToOffers a no to an offer
     * @param notFitThem a need that ended as not a fit for them, without any offer
     * @param unknown answers to something of which nobody knows when it was first heard
     * @param usualDays half of the clear answers came within so many days; none where there is none
     * @param usualDaysOfNo the same of every no
     */
    public record Answers(
            long yes,
            long noToOffers,
            long notFitThem,
            long notFitUs,
            long notNow,
            long unknown,
            @Nullable Integer usualDays,
            @Nullable Integer usualDaysOfNo,
            List<Waited> spans) {

        public Answers {
            spans = List.copyOf(spans);
        }

        public long honestNos() {
            return noToOffers + notFitThem + notFitUs;
        }

        public long clear() {
            return yes + honestNos();
        }

        boolean isEmpty() {
            return clear() + notNow == 0;
        }
    }

    /**
     * How many answers took how long.
     *
     * @param span of days: {@code 8-14}, {@code 29+}
     */
    public record Waited(String span, long yes, long no, long notNow) {}

    /** @param tried tried to reach them, which is neither */
    public record Touches(long asked, long unasked, long tried) {

        public long all() {
            return asked + unasked;
        }

        public @Nullable Long askedRate() {
            return ofHundred(asked, all());
        }

        boolean isEmpty() {
            return all() + tried == 0;
        }
    }

    /**
     * The price of twelve months beside the part of the problem that goes away in them.
     *
     * @param below how many cost less than that
     * @param noCost of how many they did not say what the problem costs them
     */
    public record Prices(
            List<InCurrency> compared,
            long below,
            long notBelow,
            long noCost,
            long notInMoney,
            long otherCurrency,
            long noPart) {

        public Prices {
            compared = List.copyOf(compared);
        }

        public long notCompared() {
            return noCost + notInMoney + otherCurrency + noPart;
        }

        public long all() {
            return below + notBelow;
        }
    }

    /** Currencies are never added up. */
    public record InCurrency(String currency, long offers, BigDecimal price, BigDecimal goesAway) {

        /** The price against what goes away, in the hundred; none where nothing does. */
        public @Nullable Long priceOfHundred() {
            return goesAway.signum() == 0
                    ? null
                    : price.multiply(BigDecimal.valueOf(100))
                            .divide(goesAway, 0, RoundingMode.HALF_UP)
                            .longValue();
        }

        /** As the width of a bar. */
        public long barPercent() {
            Long part = priceOfHundred();
            return part == null ? 100 : Math.min(100, part);
        }
    }
}
