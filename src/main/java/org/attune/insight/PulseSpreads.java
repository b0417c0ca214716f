package org.attune.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.figures.Spread;
import org.attune.pulse.Felt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the answers to the three questions lie among the people who gave them: the last answer of each in the period. Of fewer than
 * five people nothing is told, and neither the least nor the most, which is one person.
 */
@Component
@Transactional(readOnly = true)
public class PulseSpreads {

    private static final List<String> QUESTIONS = List.of("heard", "understood", "answered");

    /** Only whoever answered since it began is asked for an answer; which of theirs counts is read where it stands. */
    private static final String SPREAD = """
            with last as (
              select p.heard, p.understood, p.answered
                from overseen_standing(:viewer) s
               cross join lateral (
                 select p.heard, p.understood, p.answered from pulse p
                  where p.contact_id = s.contact_id and p.answered_at >= :begins and p.answered_at < :ends
                  order by p.answered_at desc, p.link_id desc limit 1) p
               where s.pulsed_at >= :begins and %s)
            select count(*) as people,
                   percentile_disc(array[0.25, 0.5, 0.75]) within group (order by heard) as heard,
                   percentile_disc(array[0.25, 0.5, 0.75]) within group (order by understood) as understood,
                   percentile_disc(array[0.25, 0.5, 0.75]) within group (order by answered) as answered
              from last""".formatted(Slice.STANDING);

    private final JdbcClient jdbc;

    PulseSpreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Half of the people are between the lower and the upper. */
    public record Question(String name, Felt lower, Felt middle, Felt upper) {

        public boolean isOne() {
            return lower == upper;
        }
    }

    /**
     * @param people how many answered, where that is told
     * @param questions the three, or none where fewer than five answered
     */
    public record Told(@Nullable Integer people, List<Question> questions) {

        static final Told NOTHING = new Told(null, List.of());

        public Told {
            questions = List.copyOf(questions);
        }
    }

    public Told of(Slice slice) {
        Map<String, @Nullable Object> parameters = slice.parameters();
        return jdbc.sql(SPREAD)
                .params(parameters)
                .query((row, n) -> {
                    int people = row.getInt("people");
                    if (people < Spread.FEWEST) {
                        return Told.NOTHING;
                    }
                    List<Question> all = new ArrayList<>();
                    for (String name : QUESTIONS) {
                        Integer[] at = (Integer[]) row.getArray(name).getArray();
                        all.add(new Question(name, Felt.of(at[0]), Felt.of(at[1]), Felt.of(at[2])));
                    }
                    return new Told(people, all);
                })
                .single();
    }
}
