package org.attune.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to somebody.
 *
 * @param id made beforehand: the same letter is written once
 * @param kind what it is, as {@code mail.kind.…} says it
 * @param words the beginning of the message keys of its {@code subject}, {@code says}, {@code button} and {@code note}
 * @param arguments what its sentences name; the first is the recipient's name
 * @param path where its button leads in Attune; none, and there is no button
 * @param until when it is no longer worth sending
 * @param parts lists between what it says and its button
 * @param endPath where whoever gets it can stop letters of this kind without signing in; none where that cannot be
 */
public record Letter(
        UUID id,
        String kind,
        Recipient to,
        String words,
        List<String> arguments,
        @Nullable String path,
        Instant until,
        List<LetterPart> parts,
        @Nullable String endPath) {

    public Letter {
        arguments = List.copyOf(arguments);
        parts = List.copyOf(parts);
    }

    /** One that says a single thing, and cannot be stopped. */
    public Letter(
            UUID id,
            String kind,
            Recipient to,
            String words,
            List<String> arguments,
            @Nullable String path,
            Instant until) {
        this(id, kind, to, words, arguments, path, until, List.of(), null);
    }

    /** Without the path, which can be a secret. */
    @Override
    public String toString() {
        return kind + " to " + to;
    }
}
