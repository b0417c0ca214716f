package org.attune.questions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * All questions that are asked today, in their order.
 *
 * @param house what the organisation speaks, for people of whom we do not know or whose language is none of ours
 */
public record Bank(List<Question> questions, Language house) {

    public Bank {
        questions = List.copyOf(questions);
    }

    /** The language in which somebody is asked. */
    public Language spokenTo(@Nullable String theirs) {
        return theirs == null ? house : Language.known(theirs).orElse(house);
    }

    /** What belongs there, in their language; in that of the house where there is nothing in theirs. */
    public List<Question> in(QuestionPlace place, @Nullable String theirs) {
        List<Question> spoken = in(place, spokenTo(theirs));
        return spoken.isEmpty() ? in(place, house) : spoken;
    }

    private List<Question> in(QuestionPlace place, Language language) {
        return questions.stream()
                .filter(one -> one.place().equals(place) && one.language() == language)
                .toList();
    }

    /** The first that was not asked yet; none once all were. */
    public Optional<Question> next(Gap gap, @Nullable String theirs, Set<UUID> asked) {
        return in(QuestionPlace.of(gap), theirs).stream()
                .filter(one -> !asked.contains(one.wording().question()))
                .findFirst();
    }
}
