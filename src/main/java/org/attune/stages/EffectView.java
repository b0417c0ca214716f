package org.attune.stages;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What publishing the draft would mean today, in numbers: nobody's name but those of the people who own contacts.
 *
 * @param here how many contacts stand in stages at all
 */
public record EffectView(long here, List<Line> lines) {

    public EffectView {
        lines = List.copyOf(lines);
    }

    /**
     * Contacts of one owner in one stage.
     *
     * @param team of the contacts
     * @param to the name of the stage they would go to; none where they stay but no longer meet what their stage asks for
     */
    public record Line(
            String stageKey,
            String stage,
            String owner,
            String team,
            @Nullable String to,
            long contacts) {}

    /** Those who stay where they are although they no longer meet what their stage asks for. */
    public long unmet() {
        return lines.stream()
                .filter(line -> line.to() == null)
                .mapToLong(Line::contacts)
                .sum();
    }

    /** Those whose stage is retired. */
    public long moved() {
        return lines.stream()
                .filter(line -> line.to() != null)
                .mapToLong(Line::contacts)
                .sum();
    }

    /** Of one stage. */
    public long of(String stage) {
        return lines.stream()
                .filter(line -> Objects.equals(line.stageKey(), stage))
                .mapToLong(Line::contacts)
                .sum();
    }
}
