package org.attune.desk.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.HunchSettled;
import org.attune.conversations.Outcome;
import org.attune.conversations.Settled;
import org.attune.conversations.TalkedMore;
import org.attune.conversations.TurnId;
import org.attune.desk.CloseAndGoOn;
import org.attune.nurture.Referring;
import org.attune.nurture.Way;
import org.attune.nurture.Wish;
import org.attune.platform.RuleRefused;
import org.attune.promises.Side;
import org.jspecify.annotations.Nullable;

/**
 * The closing as it was typed: days and numbers stay text until they are understood, so that nothing typed is lost.
 *
 * @param settled by the id of an assumption or a hunch, what became of it
 * @param turns by the id of an assumption or a hunch, the heard turn that settled it
 * @param corrections by the id of an assumption, how it really is
 */
public record ClosingForm(
        @NotNull UUID id,

        @NotNull(message = "{desk.closing.outcome.missing}") @Nullable
        Outcome outcome,

        @Nullable String side,

        @NotNull(message = "{desk.closing.next.missing}") @Size(max = 500) @Nullable
        String next,

        @NotNull(message = "{desk.closing.by.missing}") @Nullable
        String due,

        @NotNull(message = "{desk.closing.way.missing}") @Nullable
        Way way,

        @Nullable String askAgainOn,
        @Nullable Wish whoseWish,

        @Pattern(regexp = "0|" + NewConversationForm.MINUTES_OF_A_DAY, message = "{desk.closing.minutes.wrong}")
        @Nullable
        String minutes,

        @Nullable TalkedMore talkedMore,
        @Nullable Boolean built,
        @Nullable Boolean moved,
        @Nullable Boolean complete,
        @Nullable Referring wouldRefer,
        @Size(max = 5000) @Nullable String aboutThem,
        @Size(max = 5000) @Nullable String aboutMe,
        @Nullable Map<String, String> settled,
        @Nullable Map<String, String> turns,
        @Nullable Map<String, String> corrections) {

    /** The settlements, never absent. */
    public Map<String, String> settlements() {
        return settled == null ? Map.of() : settled;
    }

    /** In which turn, by the id of an assumption or a hunch; never absent. */
    public Map<String, String> settledIn() {
        return turns == null ? Map.of() : turns;
    }

    /** How it really is, by the id of an assumption; never absent. */
    public Map<String, String> corrected() {
        return corrections == null ? Map.of() : corrections;
    }

    CloseAndGoOn toClose(ConversationId conversation) {
        if (outcome == null || next == null || way == null) {
            throw new RuleRefused("desk.closing.outcome.missing", "outcome");
        }
        return new CloseAndGoOn(
                id,
                new CloseConversation(
                        conversation,
                        outcome,
                        talkedMore,
                        minutes == null ? null : Integer.valueOf(minutes),
                        Boolean.TRUE.equals(built),
                        Boolean.TRUE.equals(moved),
                        Boolean.TRUE.equals(complete)),
                "them".equals(side) ? Side.THEM : Side.US,
                next,
                required(due, "due", "desk.closing.by.missing"),
                way,
                way == Way.NOT_NOW ? required(askAgainOn, "askAgainOn", "desk.closing.ask-again.missing") : null,
                wish(),
                wouldRefer == null ? null : wouldRefer.answer(),
                assumptions(),
                reallyIs(),
                settled(word -> one(HunchSettled.class, word)),
                inTurns(),
                aboutThem,
                aboutMe);
    }

    private @Nullable Wish wish() {
        if (way == Way.STOP && whoseWish == null) {
            throw new RuleRefused("desk.closing.wish.missing", "whoseWish");
        }
        return whoseWish;
    }

    /** Whoever says how it really is has corrected it. */
    private Map<UUID, Settled> assumptions() {
        Map<UUID, Settled> assumptions = settled(word -> one(Settled.class, word));
        reallyIs().keySet().forEach(which -> assumptions.putIfAbsent(which, Settled.CORRECTED));
        return assumptions;
    }

    private Map<UUID, String> reallyIs() {
        Map<UUID, String> typed = new HashMap<>();
        corrected().forEach((which, words) -> {
            if (words != null && !words.isBlank()) {
                typed.put(UUID.fromString(which), words);
            }
        });
        return typed;
    }

    private Map<UUID, TurnId> inTurns() {
        Map<UUID, TurnId> chosen = new HashMap<>();
        settledIn().forEach((which, turn) -> {
            if (turn != null && !turn.isBlank()) {
                chosen.put(UUID.fromString(which), new TurnId(UUID.fromString(turn)));
            }
        });
        return chosen;
    }

    private static LocalDate required(@Nullable String typed, String field, String missing) {
        if (typed == null) {
            throw new RuleRefused(missing, field);
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException wrong) {
            throw new RuleRefused("desk.closing.day.wrong", field);
        }
    }

    private <E> Map<UUID, E> settled(Function<String, @Nullable E> known) {
        Map<UUID, E> found = new HashMap<>();
        settlements().forEach((which, how) -> {
            E settlement = how == null ? null : known.apply(how);
            if (settlement != null) {
                found.put(UUID.fromString(which), settlement);
            }
        });
        return found;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
