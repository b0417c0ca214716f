package org.attune.insight.web;

import java.util.List;
import java.util.Objects;
import org.attune.access.Hat;
import org.attune.figures.Spread;
import org.attune.insight.ListeningBoard;
import org.attune.insight.ListeningBoard.Fact;
import org.attune.insight.ListeningBoard.Value;
import org.attune.insight.ListeningFact;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the facts about listening as a person reads them. */
@Component
class FactLines {

    private final MessageSource messages;
    private final Say say;

    FactLines(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    /** @param people of how many */
    record Told(String middle, String lower, String upper, int people) {}

    /**
     * One fact.
     *
     * @param now how it lies among people; none of fewer than five
     * @param own the viewer's; none where they had no such conversation
     */
    record Line(
            String word,
            @Nullable Told now,
            @Nullable Told before,
            @Nullable Told sales,
            @Nullable Told marketing,
            @Nullable String own,
            @Nullable String ownBefore) {}

    List<Line> of(ListeningBoard board) {
        return board.facts().stream().map(this::line).toList();
    }

    private Line line(Fact fact) {
        Value sales = Objects.requireNonNull(fact.byHat().get(Hat.SALES));
        Value marketing = Objects.requireNonNull(fact.byHat().get(Hat.MARKETING));
        return new Line(
                fact.fact().word(),
                told(fact.fact(), fact.now().spread()),
                told(fact.fact(), fact.before().spread()),
                told(fact.fact(), sales.spread()),
                told(fact.fact(), marketing.spread()),
                own(fact.fact(), fact.now().own()),
                own(fact.fact(), fact.before().own()));
    }

    private @Nullable Told told(ListeningFact fact, @Nullable Spread spread) {
        return spread == null
                ? null
                : new Told(
                        said(fact, spread.middle()),
                        said(fact, spread.lower()),
                        said(fact, spread.upper()),
                        spread.people());
    }

    private @Nullable String own(ListeningFact fact, @Nullable Double value) {
        return value == null ? null : said(fact, value);
    }

    private String said(ListeningFact fact, double value) {
        long whole = Math.round(value);
        return fact.isShare()
                ? say.percent(whole)
                : messages.getMessage("insight.listening.words", new Object[] {whole}, LocaleContextHolder.getLocale());
    }
}
