package org.attune.offers;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.questions.Bank;
import org.attune.questions.Gap;
import org.attune.questions.Question;
import org.attune.questions.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts beside what is missing a question of the bank that could bring it, in the language of its people. */
@Component
class QuestionsForNeeds {

    private final Questions questions;

    QuestionsForNeeds(Questions questions) {
        this.questions = questions;
    }

    /** @param judged one for each of the facts */
    List<Readiness> beside(List<NeedFacts> facts, List<Readiness> judged) {
        Bank bank = questions.bank();
        return IntStream.range(0, judged.size())
                .mapToObj(at -> asking(judged.get(at), bank, facts.get(at).language()))
                .toList();
    }

    private static Readiness asking(Readiness readiness, Bank bank, @Nullable String theirs) {
        Map<Rule, Question> asks = new EnumMap<>(Rule.class);
        Set<UUID> taken = new HashSet<>();
        for (Finding missing : readiness.missing()) {
            Gap gap = missing.rule().gap();
            Optional<Question> next = gap == null ? Optional.empty() : bank.next(gap, theirs, taken);
            next.ifPresent(question -> {
                asks.put(missing.rule(), question);
                taken.add(question.wording().question());
            });
        }
        return readiness.asking(asks, bank.spokenTo(theirs));
    }
}
