package org.attune.stages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts all checks of all modules into one question to the database, however many contacts it is about. */
@Component
class EntryChecks {

    private static final String ONE = "(select cast(:contact as uuid))";
    private static final String MANY = "unnest(:contacts::uuid[])";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    EntryChecks(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** What each of these contacts has given of what the stages of this version ask for. */
    Map<ContactId, Criteria> answer(Viewer viewer, Definition definition, List<ContactId> contacts) {
        UUID[] ids = contacts.stream().map(ContactId::value).toArray(UUID[]::new);
        List<EntryCheck> asks = asks(definition);
        JdbcClient.StatementSpec asked = ids.length == 1
                ? jdbc.sql(question(asks, ONE)).param("contact", ids[0])
                : jdbc.sql(question(asks, MANY)).param("contacts", ids);
        Map<ContactId, List<Row>> rows = asked
                .param("version", definition.version())
                .param("viewer", viewer.uuid())
                .query(EntryChecks::row)
                .list()
                .stream()
                .collect(groupingBy(Row::contact, LinkedHashMap::new, toList()));
        Map<ContactId, Criteria> answers = new LinkedHashMap<>();
        contacts.forEach(contact -> answers.put(contact, criteria(rows.getOrDefault(contact, List.of()))));
        return answers;
    }

    Criteria answer(Viewer viewer, Definition definition, ContactId contact) {
        return Objects.requireNonNull(
                answer(viewer, definition, List.of(contact)).get(contact));
    }

    /** What no stage asks for would only be planned. */
    private List<EntryCheck> asks(Definition definition) {
        Set<String> keys = definition.stages().stream()
                .flatMap(stage -> stage.asks().everything().stream())
                .flatMap(ask -> Optional.ofNullable(ask.check()).stream())
                .collect(toSet());
        return catalogue.all().stream()
                .filter(check -> keys.contains(check.key()))
                .toList();
    }

    /**
     * To plan it takes the database far longer than to answer it. Of one contact it keeps the plan; of an array, which may be
     * of any length, it plans anew each time. A check nobody knows is never met: better a move with a reason than one that
     * nothing stands behind.
     */
    private static String question(List<EntryCheck> checks, String contacts) {
        String conditions = checks.stream()
                .map(check -> "when '%s' then (%s)".formatted(check.key(), check.condition()))
                .collect(joining("\n"));
        String evidence = checks.stream()
                .map(check -> """
                        union all
                        select found.at, found.turn_id, found.nth, found.href, found.about
                          from (%s) found where criterion.check_key = '%s'
                        """.formatted(check.evidence(), check.key()))
                .collect(joining());
        return """
                select contact.id, criterion.stage_key, criterion.position, criterion.check_key, %s as n,
                       (criterion.parameters ->> 'days')::int as days,
                       coalesce(case criterion.check_key when '' then false %s end, false) as met,
                       fact.at, fact.turn_id, fact.nth, fact.about,
                       case when fact.turn_id is null or exists (select from seen_turn(:viewer) s where s.id = fact.turn_id)
                            then fact.href end as href
                  from %s contact (id)
                 cross join stage_criterion criterion
                  left join lateral (
                    select null::timestamptz as at, null::uuid as turn_id, null::int as nth, null::text as href,
                           null::text as about where false
                    %s) fact on true
                 where criterion.version = :version and criterion.check_key is not null
                 order by contact.id, criterion.stage_key, criterion.position, fact.at
                """.formatted(EntryCheck.N, conditions, contacts, evidence);
    }

    private static Criteria criteria(List<Row> rows) {
        Map<String, List<CriterionView>> byStage = new LinkedHashMap<>();
        Map<String, List<Row>> byCriterion =
                rows.stream().collect(groupingBy(row -> row.stage() + row.position(), LinkedHashMap::new, toList()));
        for (List<Row> same : byCriterion.values()) {
            Row first = same.get(0);
            List<EvidenceView> evidence = same.stream()
                    .map(Row::evidence)
                    .filter(Objects::nonNull)
                    .map(EvidenceView.class::cast)
                    .toList();
            byStage.computeIfAbsent(first.stage(), stage -> new ArrayList<>())
                    .add(new CriterionView(first.check(), first.n(), first.days(), first.met(), evidence));
        }
        return new Criteria(byStage);
    }

    private record Row(
            ContactId contact,
            String stage,
            int position,
            String check,
            int n,
            @Nullable Integer days,
            boolean met,
            @Nullable EvidenceView evidence) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Row(
                new ContactId(row.getObject("id", UUID.class)),
                row.getString("stage_key"),
                row.getInt("position"),
                row.getString("check_key"),
                row.getInt("n"),
                row.getObject("days", Integer.class),
                row.getBoolean("met"),
                at == null ? null : evidence(row, at.toInstant()));
    }

    private static EvidenceView evidence(ResultSet row, Instant at) throws SQLException {
        return new EvidenceView(
                at,
                row.getObject("turn_id", UUID.class),
                row.getObject("nth", Integer.class),
                row.getString("href"),
                row.getString("about"));
    }
}
