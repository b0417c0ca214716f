package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.RecordSolution;
import org.attune.needs.SolutionView;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What we and they found together. */
record SolutionForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{needs.solution.ourPart-missing}")
        @Size(max = 5000, message = "{needs.solution.too-long}")
        @Nullable
        String ourPart,

        @NotNull(message = "{needs.solution.theirPart-missing}")
        @Size(max = 5000, message = "{needs.solution.too-long}")
        @Nullable
        String theirPart,

        @Nullable UUID contributedTurn,
        @Nullable UUID agreedTurn) {

    /** The next one begins as the last one stands. */
    static SolutionForm after(@Nullable SolutionView last) {
        if (last == null) {
            return new SolutionForm(Ids.next(), null, null, null, null);
        }
        return new SolutionForm(
                Ids.next(), last.ourPart(), last.theirPart(), value(last.contributedTurn()), value(last.agreedTurn()));
    }

    RecordSolution command(NeedId need) {
        return new RecordSolution(
                Objects.requireNonNull(id),
                need,
                Objects.requireNonNull(ourPart),
                Objects.requireNonNull(theirPart),
                turn(contributedTurn),
                turn(agreedTurn));
    }

    private static @Nullable UUID value(@Nullable TurnId turn) {
        return turn == null ? null : turn.value();
    }

    private static @Nullable TurnId turn(@Nullable UUID turn) {
        return turn == null ? null : new TurnId(turn);
    }
}
