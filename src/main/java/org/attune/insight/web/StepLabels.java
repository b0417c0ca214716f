package org.attune.insight.web;

import java.time.LocalDate;
import java.time.YearMonth;
import org.attune.insight.PeriodStep;
import org.attune.insight.Slice;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How the weeks or months of a chart are called, and what each of them shows. */
@Component
class StepLabels {

    private final MessageSource messages;
    private final Say say;

    StepLabels(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    /** What the lines of a table are. */
    String first(Slice slice) {
        return word(isByWeek(slice) ? "insight.step.week" : "insight.step.month");
    }

    String label(LocalDate start, Slice slice) {
        return isByWeek(slice) ? say.day(start) : say.month(start);
    }

    String month(YearMonth month) {
        return say.month(month.atDay(1));
    }

    String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static boolean isByWeek(Slice slice) {
        return PeriodStep.of(slice.period()) == PeriodStep.WEEK;
    }
}
