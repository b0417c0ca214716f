package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says reasons in sentences, with the way to what is behind each. */
@Component
class ReasonWords {

    private final Say say;
    private final MessageSource messages;

    ReasonWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** @param behind where the viewer reads what reasons stand on */
    List<HealthPanel.Line> lines(HealthView health, Map<UUID, String> behind) {
        return health.parts().stream()
                .map(part -> new HealthPanel.Line(
                        part,
                        health.isKnown() && part.isKnown(),
                        part.reasons().stream()
                                .map(reason -> sentence(reason, behind))
                                .toList()))
                .toList();
    }

    private HealthPanel.Sentence sentence(Reason reason, Map<UUID, String> behind) {
        Object[] facts = reason.facts().stream()
                .map(fact -> fact instanceof LocalDate day ? say.day(day) : fact)
                .toArray();
        return new HealthPanel.Sentence(
                messages.getMessage(reason.key(), facts, LocaleContextHolder.getLocale()),
                reason.behind() == null ? null : behind.get(reason.behind().id()));
    }
}
