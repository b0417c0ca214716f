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

    private static final String PEACE = """
            c.archived_at is null and c.erasure_id is null and not exists (select from stop_in_force(c.id))
              and not exists (select from agreed_silence g where g.contact_id = c.id and g.ended_at is null and g.until > current_date)
            """;

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
        return read(viewer, """
                        select c.id, c.name, c.language, g.name as stage, (w.chosen_at at time zone :zone)::date as since
                          from tended_contact(:viewer) c
                          join lateral (select x.would_refer, x.chosen_at from way_on x where x.contact_id = c.id and x.would_refer is not null
                                         order by x.chosen_at desc, x.id desc limit 1) w on w.would_refer
                          left join contact_stage k on k.contact_id = c.id left join current_stage g on g.key = k.stage_key
                         where not exists (select from introduction i where i.introducer_id = c.id and i.withdrawn_at is null
                                                                        and i.noted_at >= w.chosen_at)
                           and\s""" + PEACE + " order by w.chosen_at, c.sort_name, c.id limit :most", atMost);
    }

    /** Customers of ours who are doing well with us, brought nobody yet, and were never asked. */
    public List<Person> neverAsked(Viewer viewer, int atMost) {
        return read(viewer, """
                        select c.id, c.name, c.language, g.name as stage, null::date as since, :zone as zone
                          from tended_contact(:viewer) c
                          join contact_health h on h.contact_id = c.id and h.band in ('thriving', 'steady')
                          join contact_stage k on k.contact_id = c.id and k.stage_key in ('customer', 'advocate')
                          left join current_stage g on g.key = k.stage_key
                         where not exists (select from way_on w where w.contact_id = c.id and w.would_refer is not null)
                           and not exists (select from introduction i where i.introducer_id = c.id and i.withdrawn_at is null)
                           and\s""" + PEACE + " order by c.sort_name, c.id limit :most", atMost);
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
