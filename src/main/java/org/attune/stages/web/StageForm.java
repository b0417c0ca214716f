package org.attune.stages.web;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.platform.Ids;
import org.attune.stages.Ask;
import org.attune.stages.Catalogue;
import org.attune.stages.Colour;
import org.attune.stages.Stage;
import org.attune.stages.StageDraft;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the draft is described. Everything arrives as text, so that whatever was typed can be shown again.
 *
 * @param seen what the form was opened on
 * @param which {@code any} where one of the lines is enough
 * @param add what is to be added to the lines, once its button is pressed
 */
record StageForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable String seen,
        @Nullable String name,
        @Nullable String colour,
        @Nullable String meaning,
        @Nullable String hat,
        @Nullable String ideal,
        @Nullable String longest,
        @Nullable String patience,
        @Nullable String override,
        @Nullable String which,
        @Nullable List<AskLine> lines,
        @Nullable String add) {

    static final String NEVER = "never";
    private static final String REASON = "reason";

    static StageForm of(Stage stage, StageDraft draft) {
        return new StageForm(
                Ids.next(),
                draft.seen(),
                stage.name(),
                stage.colour().name(),
                stage.meaning(),
                stage.hat() == null ? null : stage.hat().name(),
                written(stage.idealDays()),
                written(stage.longestDays()),
                written(stage.patienceDays()),
                stage.overrideAllowed() ? REASON : NEVER,
                stage.asks().all() ? AskLine.ALL : AskLine.ANY,
                AskLine.linesOf(stage.asks()),
                null);
    }

    private static @Nullable String written(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    List<AskLine> asked() {
        return lines == null ? List.of() : lines;
    }

    Optional<Colour> chosenColour() {
        return Arrays.stream(Colour.values())
                .filter(one -> one.name().equals(colour))
                .findFirst();
    }

    /** The stage as it is described here; what cannot be changed stays as it was. */
    Stage stage(Stage was) {
        return new Stage(
                was.key(),
                Objects.requireNonNullElse(name, ""),
                chosenColour().orElse(was.colour()),
                was.aside() ? null : chosenHat(was),
                was.position(),
                Objects.requireNonNullElse(meaning, ""),
                AskLine.number(ideal),
                AskLine.number(longest),
                AskLine.number(patience),
                was.aside() ? Ask.allOf(List.of()) : AskLine.tree(asked(), !AskLine.ANY.equals(which)),
                was.aside() || !NEVER.equals(override));
    }

    private @Nullable Hat chosenHat(Stage was) {
        return Arrays.stream(Hat.values())
                .filter(one -> one.name().equals(String.valueOf(hat).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(was.hat());
    }

    /** The same form with its lines as the button wants them: {@code add:2}, {@code up:2}, {@code down:2}, {@code remove:2}. */
    StageForm after(@Nullable String button, Catalogue catalogue) {
        String[] parts = String.valueOf(button).split(":", 2);
        Integer at = parts.length < 2 ? null : AskLine.number(parts[1]);
        if (at == null || at >= asked().size() || (at < 0 && !parts[0].equals("add"))) {
            return this;
        }
        List<AskLine> changed = new ArrayList<>(asked());
        switch (parts[0]) {
            case "add" -> add(changed, at, catalogue);
            case "remove" -> changed.subList(at, AskLine.after(changed, at)).clear();
            case "up" -> changed = AskLine.risen(changed, at);
            case "down" -> changed = fallen(changed, at);
            default -> {
                // another button: it changes no line
            }
        }
        return with(changed);
    }

    /** @param at the group it is added to, -1 for the stage itself */
    private void add(List<AskLine> lines, int at, Catalogue catalogue) {
        String what = at < 0 ? add : lines.get(at).add();
        if (what == null || what.isBlank()) {
            return;
        }
        int depth = at < 0 ? 0 : lines.get(at).deep() + 1;
        int end = at < 0 ? lines.size() : AskLine.after(lines, at);
        lines.add(end, AskLine.of(what, depth, catalogue.counts(what)));
    }

    private static List<AskLine> fallen(List<AskLine> lines, int at) {
        int next = AskLine.after(lines, at);
        boolean sibling =
                next < lines.size() && lines.get(next).deep() == lines.get(at).deep();
        return sibling ? AskLine.risen(lines, next) : lines;
    }

    private StageForm with(List<AskLine> others) {
        return new StageForm(
                id, seen, name, colour, meaning, hat, ideal, longest, patience, override, which, others, null);
    }

    /** The same words on what stands there now. */
    StageForm seenAs(String now) {
        return new StageForm(
                Ids.next(), now, name, colour, meaning, hat, ideal, longest, patience, override, which, lines, null);
    }
}
