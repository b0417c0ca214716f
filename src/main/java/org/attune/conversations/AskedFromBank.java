package org.attune.conversations;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.questions.Asked;
import org.attune.questions.HowAsked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how questions of the bank were asked, over everybody and everything: numbers of the organisation, of no person and no
 * conversation. Of each only the latest are looked at, so that it costs the same after years.
 */
@Component
class AskedFromBank implements HowAsked {

    private static final String LATEST = """
            cross join lateral (
              select count(*) as times,
                     count(*) filter (where exists (select from answer a where a.question_id = t.id)) as answered
                from (select t.id from turn t where t.bank_question = %s order by t.logged_at desc limit :most) t) n
            """;

    private final JdbcClient jdbc;

    AskedFromBank(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counted<K>(K what, Asked asked) {}

    @Override
    public Map<UUID, Asked> of(Collection<UUID> questions) {
        return jdbc
                .sql("select q.id, n.* from unnest(:ids::uuid[]) q (id) " + LATEST.formatted("q.id"))
                .param("ids", questions.toArray(UUID[]::new))
                .param("most", Asked.MOST)
                .query((row, n) ->
                        new Counted<>(Rows.id(row, "id"), new Asked(row.getInt("times"), row.getInt("answered"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::what, Counted::asked));
    }

    @Override
    public Map<Integer, Asked> wordings(UUID question) {
        return jdbc
                .sql("select w.number, n.* from question_wording w "
                        + LATEST.formatted("w.question_id and t.bank_number = w.number")
                        + " where w.question_id = :question")
                .param("question", question)
                .param("most", Asked.MOST)
                .query((row, n) ->
                        new Counted<>(row.getInt("number"), new Asked(row.getInt("times"), row.getInt("answered"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::what, Counted::asked));
    }
}
