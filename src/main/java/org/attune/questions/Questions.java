package org.attune.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.HouseRules;
import org.attune.platform.Language;
import org.attune.stages.WorthAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What could be asked: the one home of every question Attune suggests. Whoever suggests one takes it from here. */
@Component
@Transactional(readOnly = true)
public class Questions implements WorthAsking {

    private record TheBank() {}

    private final JdbcClient jdbc;
    private final HouseRules house;

    Questions(JdbcClient jdbc, HouseRules house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    private record Found(Question question, Language house) {}

    /** All of them; an organisation has tens, not thousands. */
    public Bank bank() {
        return house.get(new TheBank(), this::read);
    }

    private Bank read() {
        return bank(jdbc.sql("""
                        select q.*, o.language as house
                          from question q cross join organisation o
                         where q.retired_at is null
                         order by q.gap, q.stage_key, q.language, q.position, q.id""").query((row, n) -> found(row)).list());
    }

    /** Where somebody stands, and what they speak. */
    private record Met(String stage, @Nullable String language) {}

    /** Those of the stage somebody is in, in their language. */
    public List<Question> atStageOf(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select s.stage_key, c.language
                          from seen_contact(:viewer) c join contact_stage s on s.contact_id = c.id where c.id = :contact""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new Met(row.getString("stage_key"), row.getString("language")))
                .optional()
                .map(one -> bank().in(QuestionPlace.at(one.stage()), one.language()))
                .orElse(List.of());
    }

    @Override
    public List<String> of(String stage, @Nullable String language) {
        return bank().in(QuestionPlace.at(stage), language).stream()
                .map(Question::words)
                .toList();
    }

    @Override
    public Map<String, List<String>> everywhere() {
        Bank bank = bank();
        return bank.questions().stream()
                .map(one -> one.place().stage())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(stage -> stage, stage -> bank.in(QuestionPlace.at(stage), null).stream()
                        .map(Question::words)
                        .toList()));
    }

    /** Without a question in it nobody asks what the house speaks. */
    private static Bank bank(List<Found> found) {
        return new Bank(
                found.stream().map(Found::question).toList(),
                found.isEmpty() ? Language.ENGLISH : found.get(0).house());
    }

    private static Found found(ResultSet row) throws SQLException {
        Question question = new Question(
                new Wording(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getInt("number")),
                place(row),
                Language.known(row.getString("language")).orElseThrow(),
                row.getString("words"));
        return new Found(question, Language.known(row.getString("house")).orElseThrow());
    }

    static QuestionPlace place(ResultSet row) throws SQLException {
        String gap = row.getString("gap");
        return new QuestionPlace(gap == null ? null : Gap.of(gap).orElseThrow(), row.getString("stage_key"));
    }
}
