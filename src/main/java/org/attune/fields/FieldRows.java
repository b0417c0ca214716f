package org.attune.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.HouseRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads fields with their choices, in one statement. */
@Component
class FieldRows {

    private static final String SELECT = """
            select f.*, c.id as choice_id, c.name as choice_name, c.retired_at is not null as choice_retired,
                   c.version as choice_version
              from custom_field f left join custom_field_choice c on c.field_id = f.id
             where %s
             order by f.holder desc, f.position nulls last, f.folded_name, f.id, c.position nulls last, c.folded_name, c.id""";

    private record Of(Holder holder) {}

    private final JdbcClient jdbc;
    private final HouseRules house;

    FieldRows(JdbcClient jdbc, HouseRules house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    List<Field> all() {
        return read(jdbc.sql(SELECT.formatted("true")));
    }

    List<Field> of(Holder holder) {
        return house.get(
                new Of(holder),
                () -> read(jdbc.sql(SELECT.formatted("f.holder = :holder")).param("holder", holder.word())));
    }

    List<Field> find(UUID id) {
        return read(jdbc.sql(SELECT.formatted("f.id = :id")).param("id", id));
    }

    private static List<Field> read(JdbcClient.StatementSpec statement) {
        Map<UUID, Field> fields = new LinkedHashMap<>();
        Map<UUID, List<FieldChoice>> choices = new LinkedHashMap<>();
        statement.query(row -> {
            Field field = field(row);
            fields.putIfAbsent(field.id(), field);
            UUID choice = row.getObject("choice_id", UUID.class);
            if (choice != null) {
                choices.computeIfAbsent(field.id(), id -> new ArrayList<>())
                        .add(new FieldChoice(
                                choice,
                                row.getString("choice_name"),
                                row.getBoolean("choice_retired"),
                                row.getInt("choice_version")));
            }
        });
        return fields.values().stream()
                .map(field -> with(field, choices.getOrDefault(field.id(), List.of())))
                .toList();
    }

    private static Field field(ResultSet row) throws SQLException {
        return new Field(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Holder.valueOf(row.getString("holder").toUpperCase(java.util.Locale.ROOT)),
                FieldKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("hint"),
                row.getBoolean("required"),
                row.getBoolean("listed"),
                row.getBoolean("searched"),
                row.getTimestamp("retired_at") != null,
                row.getInt("version"),
                List.of());
    }

    private static Field with(Field field, List<FieldChoice> choices) {
        return new Field(
                field.id(),
                field.holder(),
                field.kind(),
                field.name(),
                field.hint(),
                field.required(),
                field.listed(),
                field.searched(),
                field.retired(),
                field.version(),
                choices);
    }
}
