package org.attune.offers.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.offers.PartGone;
import org.jspecify.annotations.Nullable;

/** One need in the form of an offer. A class with setters, so that what was typed survives beside a wrong number. */
public class NeedRow {

    private @Nullable UUID need;
    private boolean chosen;

    @Min(1)
    @Max(100)
    private @Nullable Integer percent;

    private @Nullable UUID turn;

    /** Whether the offer is for it. */
    boolean isMeant() {
        return chosen && need != null;
    }

    NeedId id() {
        return new NeedId(Objects.requireNonNull(need));
    }

    /** How much of it goes away, and who said so. */
    Optional<PartGone> part() {
        return Optional.ofNullable(percent).map(gone -> new PartGone(gone, turn == null ? null : new TurnId(turn)));
    }

    public @Nullable UUID getNeed() {
        return need;
    }

    public void setNeed(@Nullable UUID need) {
        this.need = need;
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }

    public @Nullable Integer getPercent() {
        return percent;
    }

    public void setPercent(@Nullable Integer percent) {
        this.percent = percent;
    }

    public @Nullable UUID getTurn() {
        return turn;
    }

    public void setTurn(@Nullable UUID turn) {
        this.turn = turn;
    }
}
