package org.attune.insight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Companies at which somebody has a contact they oversee, by their names. Of the others not even the name is told here. */
@Component
@Transactional(readOnly = true)
public class CompaniesOverseen {

    /** The city only where it tells two of one name apart. */
    private static final String LIKE = """
            with place as (
              select k.id, k.folded_name,
                     case when count(*) over (partition by k.folded_name) > 1 then concat_ws(', ', k.name, k.city) else k.name end as label
                from company k
               where k.id in (select c.company_id from overseen_contact(:viewer) c))
            select p.id, p.label from place p
             where position(folded(:words) in folded(p.label)) > 0 or folded(p.label) % folded(:words)
             order by starts_with(p.folded_name, folded(:words)) desc, similarity(folded(p.label), folded(:words)) desc, p.folded_name, p.id
             limit :most""";

    private final JdbcClient jdbc;

    CompaniesOverseen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose names are like what was typed, the likeliest first. */
    public List<Choice> like(Viewer viewer, @Nullable String typed, int most) {
        String words = PlainText.line(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LIKE)
                .param("viewer", viewer.uuid())
                .param("words", words)
                .param("most", most)
                .query((row, n) -> new Choice(row.getObject("id", UUID.class), row.getString("label")))
                .list();
    }

    /** The one that was meant, where there is no doubt: it alone is called so, or it alone is like it. */
    public static Optional<Choice> meant(List<Choice> found, String typed) {
        String words = PlainText.line(typed).toLowerCase(Locale.ROOT);
        List<Choice> exactly = found.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(words))
                .toList();
        List<Choice> left = exactly.isEmpty() ? found : exactly;
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }
}
