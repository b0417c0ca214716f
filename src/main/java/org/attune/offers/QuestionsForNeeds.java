package org.attune.offers;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ManyIds;
import org.attune.questions.Bank;
import org.attune.questions.Gap;
import org.attune.questions.Question;
import org.attune.questions.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts beside what is missing a question of the bank that could bring it, in the language of its people. Two statements. */
@Component
class QuestionsForNeeds {

    private final Questions questions;
    private final JdbcClient jdbc;

    QuestionsForNeeds(Questions questions, JdbcClient jdbc) {
        this.questions = questions;
        this.jdbc = jdbc;
    }

    List<Readiness> beside(Viewer viewer, List<Readiness> judged) {
        Bank bank = questions.bank();
        Map<UUID, String> languages = languages(viewer, judged);
        return judged.stream()
                .map(one -> asking(one, bank, languages.get(one.need().value())))
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

    /** That of the person who has been with the need for longest and whose language is known. */
    private Map<UUID, String> languages(Viewer viewer, List<Readiness> judged) {
        Map<UUID, String> languages = new HashMap<>();
        jdbc.sql("""
                        select distinct on (p.need_id) p.need_id, c.language
                          from need_person p join seen_contact(:viewer) c on c.id = p.contact_id
                         where p.need_id = any (:needs::uuid[]) and c.language is not null
                         order by p.need_id, c.id""")
                .param("viewer", viewer.uuid())
                .param(
                        "needs",
                        ManyIds.of(
                                judged.stream().map(one -> one.need().value()).toList()))
                .query(row -> {
                    languages.put(row.getObject("need_id", UUID.class), row.getString("language"));
                });
        return languages;
    }
}
