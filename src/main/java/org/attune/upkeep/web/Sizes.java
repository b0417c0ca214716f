package org.attune.upkeep.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how large something is and how long it took, in units one can picture. */
@Component
class Sizes {

    private static final List<String> UNITS = List.of("bytes", "kb", "mb", "gb", "tb");
    private static final BigDecimal STEP = new BigDecimal(1024);
    private static final BigDecimal FEW = BigDecimal.TEN;

    private final MessageSource messages;
    private final Say say;

    Sizes(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    /** 12 MB; below ten with one decimal. */
    public String of(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
            size = size.divide(STEP, 3, RoundingMode.HALF_UP);
            unit++;
        }
        int decimals = unit > 0 && size.compareTo(FEW) < 0 ? 1 : 0;
        return word("upkeep.size." + UNITS.get(unit), say.number(size.setScale(decimals, RoundingMode.HALF_UP)));
    }

    public String took(Duration time) {
        return time.toMinutes() > 0
                ? word("upkeep.took.minutes", time.toMinutes())
                : time.toSeconds() > 0
                        ? word("upkeep.took.seconds", time.toSeconds())
                        : word("upkeep.took.moment", time.toMillis());
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
