package org.attune.insight;

import java.util.Optional;
import java.util.Set;
import org.attune.insight.CellRows.Cut;
import org.jspecify.annotations.Nullable;

/** What each figure of <em>Pulled and pushed</em> counts, as it is named in an address. */
final class PullFigure {

    private static final Set<String> OUTCOMES = Set.of("yes", "no", "not-now", "undecided");
    private static final Set<String> NOT_COMPARED = Set.of("no-cost", "not-in-money", "other-currency", "no-part");

    private PullFigure() {}

    static Optional<Cut> named(String name) {
        FigureName figure = FigureName.of(name);
        String of = figure.of();
        if (of == null) {
            return Optional.ofNullable(whole(figure.figure()));
        }
        if (ClearAnswers.SPANS.contains(of)) {
            return Optional.ofNullable(span(figure.figure(), of));
        }
        return of.matches("[A-Z]{3}") ? Optional.ofNullable(money(figure.figure(), of)) : Optional.empty();
    }

    /** Rates are of all that went out, of clear answers, of touches, and of the cost; the usual time is the one in the middle. */
    static Checked checked(String name) {
        FigureName figure = FigureName.of(name);
        if (figure.of() != null) {
            return figure.figure().equals("price") ? Checked.share("goes-away:" + figure.of()) : Checked.SUM;
        }
        return switch (name) {
            case "pulled", "pushed" -> Checked.share("offers");
            case "pulled-yes", "pulled-no" -> Checked.share("pulled-clear");
            case "pushed-yes", "pushed-no" -> Checked.share("pushed-clear");
            case "yes", "no" -> Checked.share("clear");
            case "asked", "unasked" -> Checked.share("touches");
            case "days", "days-of-no" -> Checked.MIDDLE;
            default -> Checked.SUM;
        };
    }

    private static @Nullable Cut whole(String figure) {
        Cut sent = sent(figure);
        if (sent != null) {
            return sent;
        }
        Cut answered = answered(figure);
        if (answered != null) {
            return answered;
        }
        return switch (figure) {
            case "past" -> Cut.counting(SentOffers.BOUGHT_BEFORE, null, "past");
            case "touches" -> Cut.counting(TouchesAskedFor.TOUCHED, null, "asked", "unasked");
            case "asked", "unasked", "tried" -> Cut.counting(TouchesAskedFor.TOUCHED, null, figure);
            case "below", "not-below" -> Cut.counting(PriceBesideCost.PRICED, null, figure);
            case "not-compared" -> Cut.counting(PriceBesideCost.PRICED, null, NOT_COMPARED.toArray(String[]::new));
            default -> NOT_COMPARED.contains(figure) ? Cut.counting(PriceBesideCost.PRICED, null, figure) : null;
        };
    }

    private static @Nullable Cut sent(String figure) {
        String how = figure.startsWith("pulled") ? "pulled-" : "pushed-";
        return switch (figure) {
            case "offers" ->
                Cut.counting(
                        SentOffers.SENT,
                        null,
                        "pulled-yes",
                        "pulled-no",
                        "pulled-not-now",
                        "pulled-undecided",
                        "pushed-yes",
                        "pushed-no",
                        "pushed-not-now",
                        "pushed-undecided");
            case "pulled", "pushed" ->
                Cut.counting(SentOffers.SENT, null, how + "yes", how + "no", how + "not-now", how + "undecided");
            case "pulled-clear", "pushed-clear" -> Cut.counting(SentOffers.SENT, null, how + "yes", how + "no");
            case "withdrawn", "again" -> Cut.counting(SentOffers.SENT, null, figure);
            default ->
                figure.startsWith(how) && OUTCOMES.contains(figure.substring(how.length()))
                        ? Cut.counting(SentOffers.SENT, null, figure)
                        : null;
        };
    }

    private static @Nullable Cut answered(String figure) {
        return switch (figure) {
            case "clear" -> answers(null, "yes", "no", "not-fit-them", "not-fit-us");
            case "days" ->
                answers(null, "yes", "no", "not-fit-them", "not-fit-us").inOrderOf("r.days", "'days'");
            case "days-of-no" ->
                answers(null, "no", "not-fit-them", "not-fit-us").inOrderOf("r.days", "'days'");
            case "no" -> answers(null, "no", "not-fit-them", "not-fit-us");
            case "no-offer" -> answers(null, "no");
            case "yes", "not-now", "not-fit-them", "not-fit-us" -> answers(null, figure);
            case "unknown" -> answers(ClearAnswers.UNKNOWN, "yes", "no", "not-fit-them", "not-fit-us", "not-now");
            default -> null;
        };
    }

    private static @Nullable Cut span(String figure, String span) {
        return switch (figure) {
            case "yes-after" -> answers(span, "yes");
            case "no-after" -> answers(span, "no", "not-fit-them", "not-fit-us");
            case "not-now-after" -> answers(span, "not-now");
            default -> null;
        };
    }

    private static @Nullable Cut money(String figure, String currency) {
        Cut compared = Cut.counting(PriceBesideCost.PRICED, currency, "below", "not-below");
        return switch (figure) {
            case "compared" -> compared;
            case "price" -> compared.adding("r.price", "r.part");
            case "goes-away" -> compared.adding("r.goes_away", "r.part");
            default -> null;
        };
    }

    private static Cut answers(@Nullable String span, String... cells) {
        return Cut.counting(ClearAnswers.ANSWERED, span, cells);
    }
}
