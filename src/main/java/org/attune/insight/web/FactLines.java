package org.attune.insight.web;

import java.util.List;
import org.attune.access.Hat;
import org.attune.figures.Spread;
import org.attune.insight.ListeningBoard;
import org.attune.insight.ListeningBoard.Among;
import org.attune.insight.ListeningBoard.Fact;
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
     * One fact, as it lies among people.
     *
     * @param now none of fewer than five
     */
    record Line(
            String word,
            @Nullable Told now,
            @Nullable Told before,
            @Nullable Told sales,
            @Nullable Told marketing) {}

    /** One fact of the viewer; none where they had no such conversation. */
    record OwnLine(
            String word, @Nullable String now, @Nullable String before) {}

    List<Line> of(ListeningBoard board) {
        Among among = board.among();
        return among == null
                ? List.of()
                : among.facts().stream().map(this::line).toList();
    }

    List<OwnLine> own(ListeningBoard board) {
        return board.own().stream()
                .map(own -> new OwnLine(own.fact().word(), own(own.fact(), own.now()), own(own.fact(), own.before())))
                .toList();
    }

    private Line line(Fact fact) {
        return new Line(
                fact.fact().word(),
                told(fact.fact(), fact.now()),
                told(fact.fact(), fact.before()),
                told(fact.fact(), fact.byHat().get(Hat.SALES)),
                told(fact.fact(), fact.byHat().get(Hat.MARKETING)));
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
