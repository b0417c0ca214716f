package org.attune.desk.web;

import java.util.Locale;
import org.attune.conversations.Exactness;
import org.attune.conversations.RewordTurn;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnView;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** Other words for a turn, and how exactly they are theirs. */
record RewordingForm(
        @Nullable String words,
        @Nullable String how,
        @Nullable Integer version) {

    static RewordingForm of(TurnView turn) {
        Exactness exactness = turn.exactness();
        return new RewordingForm(
                turn.words(), exactness == null ? null : exactness.name().toLowerCase(Locale.ROOT), turn.version());
    }

    RewordTurn command(TurnId turn) {
        return new RewordTurn(turn, words == null ? "" : words, exactness(), version == null ? -1 : version);
    }

    private @Nullable Exactness exactness() {
        try {
            return how == null ? null : Exactness.valueOf(how.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RuleRefused("desk.composer.how.unknown", "how");
        }
    }
}
