package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A need is noted from something heard.
 *
 * @param back whether to go back to the turn it was heard in, rather than on to the need
 */
record NoteForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable UUID turn,
        @NotNull @Nullable NeedKind kind,

        @NotNull(message = "{needs.title.missing}") @Size(max = 200, message = "{needs.title.too-long}") @Nullable
        String title,

        @Size(max = 20000) @Nullable String excerpt,
        @Nullable Set<PersonRole> roles,
        @Nullable Boolean back) {

    static NoteForm empty(TurnId turn, boolean back) {
        return new NoteForm(
                Ids.next(), turn.value(), NeedKind.PROBLEM, null, null, EnumSet.of(PersonRole.HAS_PROBLEM), back);
    }

    NoteNeed command() {
        return new NoteNeed(
                new NeedId(Objects.requireNonNull(id)),
                new TurnId(Objects.requireNonNull(turn)),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                excerpt,
                roles == null ? Set.of() : roles);
    }

    boolean goesBack() {
        return Boolean.TRUE.equals(back);
    }
}
