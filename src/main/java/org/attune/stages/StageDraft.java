package org.attune.stages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stages as they are to be, or, as long as nobody has begun to change them, as they are.
 *
 * @param id none as long as nobody has begun
 * @param seen what a form has to bring along, so that nobody overwrites what they have not seen
 * @param basedOn the version that was in force when it was begun
 * @param restores the earlier version it brings back, if it does
 * @param definition the stages as they are to be
 * @param goesTo where the people of each retired stage go: keys of stages
 * @param by who changed it last
 */
public record StageDraft(
        @Nullable UUID id,
        String seen,
        int basedOn,
        @Nullable Integer restores,
        Definition definition,
        Map<String, String> goesTo,
        @Nullable String by,
        @Nullable Instant at) {

    public StageDraft {
        goesTo = Map.copyOf(goesTo);
    }

    public boolean begun() {
        return id != null;
    }

    /** What is kept of a draft. */
    record Content(List<Stage> stages, Map<String, String> goesTo) {

        static Content of(Definition definition) {
            return new Content(definition.stages(), Map.of());
        }

        Definition definition() {
            return Definition.inOrder(Definition.DRAFT, stages);
        }

        /** In their order, to compare two who changed it. */
        String names() {
            return definition().stages().stream().map(Stage::name).collect(Collectors.joining(", "));
        }

        Content with(List<Stage> others) {
            return new Content(Definition.inOrder(Definition.DRAFT, others).stages(), goesTo);
        }
    }
}
