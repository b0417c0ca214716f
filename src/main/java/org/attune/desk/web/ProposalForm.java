package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.conversations.ChangeProposal;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Exactness;
import org.attune.conversations.LogTurn;
import org.attune.conversations.Mark;
import org.attune.conversations.ProposalView;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** A proposed turn as it was put right on the page. */
record ProposalForm(
        TurnId turn,
        int version,
        String kind,
        @Nullable UUID speaker,
        String how,
        @Nullable String words,
        @Nullable List<UUID> answers) {

    /** With what was typed, to be sent knowingly over what stands there now. */
    ProposalForm since(ChangedMeanwhile changed) {
        Integer now = changed.version();
        return new ProposalForm(turn, now == null ? version : now, kind, speaker, how, words, answers);
    }

    ChangeProposal toChange() {
        return new ChangeProposal(turn, sorted(), who(), exactness(), typed(), version);
    }

    LogTurn toLog(ConversationId conversation) {
        return new LogTurn(
                turn, conversation, sorted(), who(), exactness(), typed(), null, null, named(), null, marks());
    }

    /** Where the second turn begins: on a line of its own, or else after the first sentence. */
    int cut() {
        String typed = typed();
        int line = typed.indexOf('\n');
        if (line > 0) {
            return line;
        }
        return Stream.of(". ", "? ", "! ")
                        .mapToInt(typed::indexOf)
                        .filter(at -> at > 0)
                        .min()
                        .orElseThrow(() -> new RuleRefused("desk.notes.split.hint", "words"))
                + 1;
    }

    private Set<TurnId> named() {
        return sorted() == TurnKind.RESPONDED && answers != null
                ? answers.stream().map(TurnId::new).collect(Collectors.toSet())
                : Set.of();
    }

    private Set<Mark> marks() {
        return isHeard() && ProposalView.looksLikeQuestion(typed()) ? Set.of(Mark.THEIR_QUESTION) : Set.of();
    }

    private @Nullable ContactId who() {
        return isHeard() && speaker != null ? new ContactId(speaker) : null;
    }

    private @Nullable Exactness exactness() {
        return isHeard() ? one(Exactness.class, how) : null;
    }

    private boolean isHeard() {
        return sorted() == TurnKind.HEARD;
    }

    private TurnKind sorted() {
        return one(TurnKind.class, kind);
    }

    private String typed() {
        return Objects.requireNonNullElse(words, "");
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotSeen(word);
        }
    }
}
