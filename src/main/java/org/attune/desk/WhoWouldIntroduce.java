package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.questions.Question;
import org.attune.questions.QuestionPlace;
import org.attune.questions.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who said they would bring us somebody, and who was never asked. Nobody who is to be left in peace. */
@Component
@Transactional(readOnly = true)
public class WhoWouldIntroduce {

    /** Where questions of this kind are at home. */
    private static final QuestionPlace PLACE = QuestionPlace.at("advocate");

    /** Of those in question one after the other, in their order. */
    private static final String IN_PEACE = """
            cross join lateral (
              select from tended_contact(:viewer) c
               where c.id = k.contact_id and c.archived_at is null and c.erasure_id is null
                 and not exists (select from stop_in_force(c.id))
                 and not exists (select from agreed_silence g where g.contact_id = c.id and g.ended_at is null and g.until > current_date)
               offset 0) peace
            """;

    private static final String WELL = """
            cross join lateral (
              select from contact_health h where h.contact_id = k.contact_id and h.band in ('thriving', 'steady') offset 0) well
            """;

    private static final String SHOWN = """
            select c.id, c.name, c.language, g.name as stage, %s as since
              from (%s) k
             cross join lateral (select s.* from tended_contact(:viewer) s where s.id = k.contact_id offset 0) c
              left join contact_stage x on x.contact_id = c.id left join current_stage g on g.key = x.stage_key
             order by %s k.sort_name, k.contact_id""";

    private final JdbcClient jdbc;
    private final Questions questions;

    WhoWouldIntroduce(JdbcClient jdbc, Questions questions) {
        this.jdbc = jdbc;
        this.questions = questions;
    }

    /**
     * Somebody who could be asked.
     *
     * @param since when they said they would; none where they were never asked
     * @param stage where they stand
     * @param question what could be asked, in their language; a suggestion
     */
    public record Person(
            ContactId contact,
            String name,
            @Nullable String stage,
            @Nullable LocalDate since,
            @Nullable String question) {}

    private record Row(Person person, @Nullable String language) {}

    /** They said they would, and brought nobody since. */
    public List<Person> saidTheyWould(Viewer viewer, int atMost) {
        String sql = SHOWN.formatted(
                "(k.would_at at time zone :zone)::date",
                IntroductionsInSight.tended("k.would_at, ", "k.willing", IN_PEACE),
                "k.would_at,");
        return read(viewer, sql, atMost);
    }

    /** Customers of ours who are doing well with us, brought nobody yet, and were never asked. */
    public List<Person> neverAsked(Viewer viewer, int atMost) {
        String sql = SHOWN.formatted("null::date", IntroductionsInSight.tended("", "k.unasked", WELL + IN_PEACE), "");
        return read(viewer, sql, atMost);
    }

    private List<Person> read(Viewer viewer, String sql, int atMost) {
        List<Row> rows = jdbc.sql(sql)
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("most", atMost)
                .query(WhoWouldIntroduce::row)
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var bank = questions.bank();
        return rows.stream()
                .map(row -> asked(row, bank.in(PLACE, row.language())))
                .toList();
    }

    /** Another one for another person, and the same whenever one looks. */
    private static Person asked(Row row, List<Question> suitable) {
        Person one = row.person();
        String question = suitable.isEmpty()
                ? null
                : suitable.get(Math.floorMod(one.contact().value().getLeastSignificantBits(), suitable.size()))
                        .words();
        return new Person(one.contact(), one.name(), one.stage(), one.since(), question);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new Person(
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        row.getString("stage"),
                        row.getObject("since", LocalDate.class),
                        null),
                row.getString("language"));
    }
}
