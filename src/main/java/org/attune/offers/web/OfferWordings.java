package org.attune.offers.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.offers.DecisionView;
import org.attune.offers.OfferView;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words that forms are prepared with. */
@Component
class OfferWordings {

    private final MessageSource messages;
    private final Say say;

    OfferWordings(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    String sameAgain() {
        return word("offers.again.same");
    }

    String anythingChanged(OfferView accepted) {
        DecisionView yes = accepted.decision();
        return yes == null ? word("offers.again.changed") : word("offers.again.changed-since", say.day(yes.onDay()));
    }

    String asLastTime() {
        return word("offers.again.reply.prepared");
    }

    List<Option> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(value.name(), word(prefix + value.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** What the conversation refuses belongs to their answer. */
    NotTaken atItsField(NotTaken refused) {
        return refused instanceof RuleRefused rule && !rule.messageKey().startsWith("offers.")
                ? new RuleRefused(rule.messageKey(), "answer", rule.arguments())
                : refused;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
