package org.attune.insight.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.attune.insight.Counted;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a figure is called above its rows: {@code insight.<dashboard>.figure.<name>}. A figure may be of something, as in
 * {@code month-pulled:2026-12} or {@code amount:EUR}; what comes after the colons is {0}, {1} … of its words, a month or a day said as one, and what
 * else has a name as its dashboard calls it.
 */
@Component
class FigureTitles {

    private static final Map<String, String> START = Map.of(
            "health", "insight.health.figure.",
            "sales", "insight.sales.figure.",
            "listening", "insight.listening.figure.",
            "pull", "insight.pull.figure.",
            "flow", "insight.flow.figure.",
            "promises", "insight.promises.figure.",
            "time", "insight.time.figure.",
            "offers", "insight.offers.figure.");

    private final MessageSource messages;
    private final Say say;

    FigureTitles(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    String of(Counted counted, String figure) {
        String[] parts = figure.split(":");
        Object[] of =
                Arrays.stream(parts).skip(1).map(part -> said(counted, part)).toArray();
        return messages.getMessage(START.get(counted.dashboard()) + parts[0], of, LocaleContextHolder.getLocale());
    }

    private String said(Counted counted, String part) {
        if (part.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return say.month(YearMonth.parse(part).atDay(1));
        }
        try {
            return say.day(LocalDate.parse(part));
        } catch (DateTimeParseException noDay) {
            return counted.called(part);
        }
    }
}
