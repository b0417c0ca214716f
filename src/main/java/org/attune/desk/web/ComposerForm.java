package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Exactness;
import org.attune.conversations.LogTurn;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.library.LibraryItem;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.attune.questions.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the composer.
 *
 * @param move {@code listen}, {@code ask}, {@code respond} or {@code tell}
 * @param how the exactness of what was heard
 * @param question the wording of the bank that was taken, where one was
 * @param uses what of the library a response uses, as the form sends it
 * @param problems what has to be put right, in words
 */
public record ComposerForm(
        UUID id,
        String move,
        @Nullable UUID speaker,
        String how,
        @Nullable String text,
        @Nullable String understanding,
        List<UUID> answers,
        @Nullable UUID follows,
        @Nullable String question,
        List<String> uses,
        List<String> problems) {

    static ComposerForm fresh(@Nullable UUID speaker) {
        return new ComposerForm(
                Ids.next(),
                "listen",
                speaker,
                "word_for_word",
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
    }

    ComposerForm with(List<String> found) {
        return new ComposerForm(id, move, speaker, how, text, understanding, answers, follows, question, uses, found);
    }

    /** The same words, to be logged beside what their id stands for already. */
    ComposerForm asAnother(UUID fresh) {
        return new ComposerForm(
                fresh, move, speaker, how, text, understanding, answers, follows, question, uses, problems);
    }

    LogTurn toLog(ConversationId conversation) {
        if (text == null) {
            throw new RuleRefused("desk.composer.nothing", "text");
        }
        boolean heard = kind() == TurnKind.HEARD;
        return new LogTurn(
                        new TurnId(id),
                        conversation,
                        kind(),
                        heard && speaker != null ? new ContactId(speaker) : null,
                        heard ? exactness() : null,
                        text,
                        heard ? understanding : null,
                        null,
                        kind() == TurnKind.RESPONDED ? turns() : Set.of(),
                        kind() == TurnKind.ASKED && follows != null ? new TurnId(follows) : null,
                        Set.of())
                .from(kind() == TurnKind.ASKED ? Wording.sent(question) : null);
    }

    /** What a response uses; nothing else uses anything. */
    List<LibraryItem> used() {
        return kind() == TurnKind.RESPONDED
                ? uses.stream().flatMap(code -> LibraryItem.of(code).stream()).toList()
                : List.of();
    }

    private TurnKind kind() {
        return switch (move) {
            case "listen" -> TurnKind.HEARD;
            case "ask" -> TurnKind.ASKED;
            case "respond" -> TurnKind.RESPONDED;
            case "tell" -> TurnKind.TOLD;
            default -> throw new RuleRefused("desk.composer.move.unknown", "move");
        };
    }

    private Exactness exactness() {
        try {
            return Exactness.valueOf(how.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RuleRefused("desk.composer.how.unknown", "how");
        }
    }

    private Set<TurnId> turns() {
        return answers.stream().map(TurnId::new).collect(Collectors.toSet());
    }
}
