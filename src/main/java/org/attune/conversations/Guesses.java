package org.attune.conversations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attune.conversations.Passage.Source;
import org.attune.conversations.Voices.Whose;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** Guesses, piece by piece, whose words they are and what kind of turn they make. */
final class Guesses {

    private static final Pattern IN_QUOTES = Pattern.compile("^[\"“„»«]([^\"“”„«»]+)[\"”“«»]$", Pattern.DOTALL);
    private static final WordList NOTES = WordList.of("notes.txt");
    private static final Pattern WE_ASKED = NOTES.beginning("we asked");
    private static final Pattern WE_TOLD = NOTES.beginning("we told");
    private static final Pattern QUESTION = Pattern.compile("\\?[\"”“«»’‘)]?\\s*$");

    private final Voices voices;
    private final Set<String> theOthers;
    private final @Nullable ContactId theOneLeft;
    private final List<ProposedWords> proposed = new ArrayList<>();

    private boolean theirQuestionStands;

    private Guesses(Voices voices, List<Passage> passages) {
        this.voices = voices;
        Set<String> labels =
                passages.stream().map(Passage::label).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<ContactId> found = new HashSet<>();
        labels.stream()
                .map(voices::of)
                .map(Whose::speaker)
                .filter(Objects::nonNull)
                .forEach(found::add);
        Set<String> unknown =
                labels.stream().filter(label -> !voices.of(label).isKnown()).collect(Collectors.toSet());
        List<ContactId> silent = voices.theirs().stream()
                .map(Voices.Voice::id)
                .filter(id -> !found.contains(id))
                .toList();
        boolean weSpoke = labels.stream().anyMatch(label -> voices.of(label).ours());
        this.theOthers = silent.isEmpty() && !found.isEmpty() && !weSpoke ? unknown : Set.of();
        this.theOneLeft = weSpoke && unknown.size() == 1 && silent.size() == 1 ? silent.get(0) : null;
    }

    static List<ProposedWords> of(List<Passage> passages, Voices voices) {
        Guesses guesses = new Guesses(voices, passages);
        passages.forEach(guesses::guess);
        return List.copyOf(guesses.proposed);
    }

    private void guess(Passage passage) {
        if (passage.part() != Part.SAID) {
            proposed.add(new ProposedWords(
                    TurnKind.TOLD, null, passage.label(), null, passage.words(), passage.part(), passage.at()));
            return;
        }
        Whose whose = whose(passage);
        List<String> pieces =
                passage.source() == Source.WRITTEN ? Sentences.split(passage.words()) : List.of(passage.words());
        pieces.forEach(words -> propose(passage, whose, words));
    }

    private void propose(Passage passage, Whose whose, String words) {
        if (whose.ours()) {
            proposed.add(ours(passage, ourKind(passage, words), words));
            theirQuestionStands = false;
        } else {
            proposed.add(theirs(passage, whose, words));
            theirQuestionStands |= isQuestion(words);
        }
    }

    private TurnKind ourKind(Passage passage, String words) {
        if (passage.source() == Source.QUESTION
                || words.contains("?")
                || WE_ASKED.matcher(words).find()) {
            return TurnKind.ASKED;
        }
        return passage.source() == Source.RESPONSE || theirQuestionStands ? TurnKind.RESPONDED : TurnKind.TOLD;
    }

    private static ProposedWords ours(Passage passage, TurnKind kind, String words) {
        return new ProposedWords(kind, null, passage.label(), null, words, Part.SAID, passage.at());
    }

    private static ProposedWords theirs(Passage passage, Whose whose, String words) {
        Matcher quoted = IN_QUOTES.matcher(words);
        boolean notes = passage.source() == Source.JOTTED || passage.source() == Source.NOTED;
        Exactness exactness = !notes
                ? Exactness.WORD_FOR_WORD
                : passage.source() == Source.NOTED || quoted.matches() ? Exactness.FROM_MEMORY : Exactness.IN_ESSENCE;
        return new ProposedWords(
                TurnKind.HEARD,
                whose.speaker(),
                passage.label(),
                exactness,
                notes && quoted.matches() ? quoted.group(1).strip() : words,
                Part.SAID,
                passage.at());
    }

    private Whose whose(Passage passage) {
        String label = passage.label();
        if (label == null) {
            return unlabelled(passage);
        }
        Whose known = voices.of(label);
        if (known.isKnown()) {
            return known;
        }
        if (theOthers.contains(label)) {
            return Whose.OURS;
        }
        return theOneLeft == null ? Whose.UNKNOWN : new Whose(theOneLeft, false);
    }

    private Whose unlabelled(Passage passage) {
        String words = passage.words();
        if (passage.source() == Source.QUESTION || passage.source() == Source.RESPONSE) {
            return Whose.OURS;
        }
        if (passage.source() == Source.JOTTED
                && (isQuestion(words)
                        || WE_ASKED.matcher(words).find()
                        || WE_TOLD.matcher(words).find())) {
            return Whose.OURS;
        }
        Whose named = voices.beginning(words);
        return named.isKnown() ? named : voices.onlyOne();
    }

    static boolean isQuestion(String words) {
        return QUESTION.matcher(words).find();
    }
}
