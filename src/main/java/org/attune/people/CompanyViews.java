package org.attune.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.fields.FieldFilter;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may know of companies: what they are called, and where they are. */
@Component
@Transactional(readOnly = true)
public class CompanyViews {

    private static final int PAGE = 50;
    private static final String COLUMNS =
            "select id, name, website, city, archived_at, version, folded_name from company ";

    /** Looked up by what is in names, and only then put in order: reading on in order would go through all that there are. */
    private static final String NAMED = """
            and id in (select y.id from company y
                        where y.folded_name like '%' || folded(:pattern) || '%' or y.folded_name % folded(:words) offset 0)""";

    private final JdbcClient jdbc;

    CompanyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CompanyView find(CompanyId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(CompanyViews::view)
                .optional()
                .orElseThrow(() -> new NotSeen("company " + id.value()));
    }

    /** Names that begin like this, or are like it, for a field that completes them. */
    public List<CompanyView> like(@Nullable String words, int atMost) {
        String looked = PlainText.line(words);
        if (looked.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + """
                        where archived_at is null
                          and (folded_name like '%' || folded(:pattern) || '%' or folded_name % folded(:words))
                        order by folded_name like folded(:pattern) || '%' desc, similarity(folded_name, folded(:words)) desc, folded_name, id
                        limit :most""")
                .param("pattern", Patterns.literal(looked))
                .param("words", looked)
                .param("most", atMost)
                .query(CompanyViews::view)
                .list();
    }

    /**
     * All of them by name.
     *
     * @param words a part of the name; empty for all
     * @param after where the page before ended
     */
    public KeysetPage<CompanyView> list(@Nullable String words, boolean archived, @Nullable String after) {
        return list(words, archived, FieldFilter.none(), after);
    }

    /** @param own what the organisation's own fields are to hold */
    public KeysetPage<CompanyView> list(
            @Nullable String words, boolean archived, FieldFilter own, @Nullable String after) {
        NameKey key = NameKey.parse(after);
        String looked = PlainText.line(words);
        String narrowed = own.conditions().stream()
                .map(condition -> " and " + condition)
                .collect(Collectors.joining("", looked.isEmpty() ? "" : NAMED, ""));
        JdbcClient.StatementSpec statement = jdbc.sql(COLUMNS + """
                        c where (archived_at is not null) = :archived and (folded_name, id) > (:name, :id) %s
                        order by folded_name, id limit :most""".formatted(narrowed))
                .params(own.parameters())
                .param("archived", archived)
                .param("name", key.name())
                .param("id", key.id())
                .param("most", PAGE + 1);
        List<Row> rows = (looked.isEmpty()
                        ? statement
                        : statement.param("words", looked).param("pattern", Patterns.literal(looked)))
                .query((row, n) -> new Row(view(row, n), row.getString("folded_name")))
                .list();
        KeysetPage<Row> page = KeysetPage.of(rows, PAGE, row -> new NameKey(
                        row.foldedName(), row.company().id().value())
                .toString());
        return new KeysetPage<>(page.items().stream().map(Row::company).toList(), page.next());
    }

    private record Row(CompanyView company, String foldedName) {}

    @Nullable
    String nameOf(@Nullable UUID company) {
        return company == null ? null : find(new CompanyId(company)).name();
    }

    private static CompanyView view(ResultSet row, int n) throws SQLException {
        return new CompanyView(
                new CompanyId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("website"),
                row.getString("city"),
                row.getTimestamp("archived_at") != null,
                row.getInt("version"));
    }
}
