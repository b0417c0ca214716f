package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says reasons in sentences, with the way to what is behind each. */
@Component
class ReasonWords {

    private final Say say;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    ReasonWords(Say say, MessageSource messages, JdbcClient jdbc) {
        this.say = say;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    List<HealthPanel.Line> lines(Viewer viewer, HealthView health) {
        Map<UUID, String> turns = turns(viewer, health);
        return health.parts().stream()
                .map(part -> new HealthPanel.Line(
                        part,
                        health.isKnown() && part.isKnown(),
                        part.reasons().stream()
                                .map(reason -> sentence(reason, turns))
                                .toList()))
                .toList();
    }

    private HealthPanel.Sentence sentence(Reason reason, Map<UUID, String> turns) {
        Object[] facts = reason.facts().stream()
                .map(fact -> fact instanceof LocalDate day ? say.day(day) : fact)
                .toArray();
        return new HealthPanel.Sentence(
                messages.getMessage(reason.key(), facts, LocaleContextHolder.getLocale()),
                link(reason.behind(), turns));
    }

    private static @Nullable String link(@Nullable Behind behind, Map<UUID, String> turns) {
        if (behind == null) {
            return null;
        }
        return switch (behind.kind()) {
            case CONVERSATION -> "/conversations/" + behind.id();
            case TURN -> turns.get(behind.id());
            case PROMISE -> "/promises/" + behind.id();
            case NEED -> "/needs/" + behind.id();
        };
    }

    /** Where each turn is read, in the midst of its conversation. */
    private Map<UUID, String> turns(Viewer viewer, HealthView health) {
        List<UUID> ids = health.parts().stream()
                .flatMap(part -> part.reasons().stream())
                .flatMap(reason -> Stream.ofNullable(reason.behind()))
                .filter(behind -> behind.kind() == Behind.Kind.TURN)
                .map(Behind::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select t.id, '/conversations/' || t.conversation_id || '#t' || t.seq as link from seen_turn(:viewer) t where t.id in (:ids)")
                .param("viewer", viewer.uuid())
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("link")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
