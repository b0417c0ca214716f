package org.attune.insight.web;

import java.math.BigDecimal;
import org.attune.insight.Bands;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * An average of health with the number of relationships it is of, and the one before it with its own. From few relationships to many
 * is no movement of theirs: where one of both is of fewer than five, no difference is said.
 */
@Component
class MeanHealth {

    static final long FEWEST = 5;

    private final MessageSource messages;
    private final Say say;

    MeanHealth(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    void show(Model model, Bands now, Bands before) {
        model.addAttribute("mean", Averages.whole(now))
                .addAttribute("meanChange", change(now, before))
                .addAttribute("meanOf", of(now, before));
    }

    /** None where too few are known to compare. */
    static @Nullable Change change(Bands now, Bands before) {
        return isEnough(now) && isEnough(before) ? Change.of(Averages.whole(now), Averages.whole(before), true) : null;
    }

    String of(Bands now, Bands before) {
        String are = word("insight.health.mean.of", now.known(), now.inAll());
        BigDecimal was = Averages.whole(before);
        if (was == null) {
            return are;
        }
        String were = word("insight.health.mean.before", say.number(was), before.known(), before.inAll());
        return now.known() == 0 || isEnough(now) && isEnough(before)
                ? word("insight.health.mean.both", are, were)
                : word("insight.health.mean.few", are, were);
    }

    private static boolean isEnough(Bands bands) {
        return bands.known() >= FEWEST;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
