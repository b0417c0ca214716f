package org.attune.stages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.platform.HouseRules;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How versions of the stages are kept. What was published is only ever read and added to. */
@Component
class DefinitionRows {

    private static final String STAGES = """
            select s.version, s.key, s.name, s.colour, s.hat, s.position, s.meaning, s.ideal_days, s.longest_days,
                   s.patience_days, s.needs_all, s.override_allowed,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'position', c.position, 'parent', coalesce(c.parent, 0), 'check', c.check_key,
                             'all', coalesce(c.needs_all, true), 'n', c.parameters -> 'n', 'days', c.parameters -> 'days')
                             order by c.position), '[]')
                      from stage_criterion c where c.version = s.version and c.stage_key = s.key) as criteria
              from stage s
            """;

    private record InForce() {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final HouseRules house;

    DefinitionRows(JdbcClient jdbc, JsonMapper json, HouseRules house) {
        this.jdbc = jdbc;
        this.json = json;
        this.house = house;
    }

    /** The definition that holds today. */
    Definition inForce() {
        return house.get(new InForce(), this::readInForce);
    }

    private Definition readInForce() {
        return definition("where s.version = (select version from definition_in_force)", Map.of())
                .orElseThrow(() -> new IllegalStateException("there is always one"));
    }

    /** The same, and it stays in force until this transaction is over. Moves do not wait for one another. */
    Definition held() {
        jdbc.sql("select version from definition_in_force for key share")
                .query(Integer.class)
                .single();
        return inForce();
    }

    /** Until this transaction is over nobody moves and nobody else publishes. */
    Definition heldAlone() {
        jdbc.sql("select version from definition_in_force for update")
                .query(Integer.class)
                .single();
        return inForce();
    }

    Definition version(int version) {
        return definition("where s.version = :version", Map.of("version", version))
                .orElseThrow(() -> new NotSeen("version " + version));
    }

    private Optional<Definition> definition(String where, Map<String, ?> parameters) {
        record Row(int version, Stage stage) {}
        List<Row> rows = jdbc.sql(STAGES + where)
                .params(parameters)
                .query((row, n) -> new Row(row.getInt("version"), stage(row)))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Definition(
                        rows.get(0).version(), rows.stream().map(Row::stage).toList()));
    }

    private Stage stage(ResultSet row) throws SQLException {
        String hat = row.getString("hat");
        return new Stage(
                row.getString("key"),
                row.getString("name"),
                Colour.of(row.getString("colour")),
                hat == null ? null : Hat.valueOf(hat.toUpperCase(Locale.ROOT)),
                row.getInt("position"),
                row.getString("meaning"),
                row.getObject("ideal_days", Integer.class),
                row.getObject("longest_days", Integer.class),
                row.getObject("patience_days", Integer.class),
                tree(row.getBoolean("needs_all"), json.readValue(row.getString("criteria"), Criterion[].class)),
                row.getBoolean("override_allowed"));
    }

    /** A criterion as it is kept; parent 0 is the stage itself. */
    private record Criterion(
            int position,
            int parent,
            @Nullable String check,
            boolean all,
            @Nullable Integer n,
            @Nullable Integer days) {}

    private static Ask tree(boolean all, Criterion[] criteria) {
        Map<Integer, List<Criterion>> parts = new TreeMap<>();
        for (Criterion one : criteria) {
            parts.computeIfAbsent(one.parent(), parent -> new ArrayList<>()).add(one);
        }
        return new Ask(null, null, null, all, parts(0, parts));
    }

    private static List<Ask> parts(int parent, Map<Integer, List<Criterion>> parts) {
        return parts.getOrDefault(parent, List.of()).stream()
                .map(one -> new Ask(one.check(), one.n(), one.days(), one.all(), parts(one.position(), parts)))
                .toList();
    }

    /** A version as lists show it. */
    List<VersionView> versions() {
        return jdbc.sql("""
                        select d.version, d.published_at, u.name, d.note, d.restored, f.version is not null as in_force
                          from stage_definition d
                          left join app_user u on u.id = d.published_by
                          left join definition_in_force f on f.version = d.version
                         order by d.version desc
                        """)
                .query((row, n) -> new VersionView(
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("name"),
                        row.getString("note"),
                        row.getObject("restored", Integer.class),
                        row.getBoolean("in_force")))
                .list();
    }

    int nextVersion() {
        return jdbc.sql("select max(version) + 1 from stage_definition")
                .query(Integer.class)
                .single();
    }

    void keep(Definition definition, Viewer by, Instant at, String note, @Nullable Integer restored) {
        jdbc.sql("""
                        insert into stage_definition (version, published_at, published_by, note, restored)
                        values (:version, :at, :by, :note, :restored)
                        """)
                .param("version", definition.version())
                .param("at", Timestamp.from(at))
                .param("by", by.uuid())
                .param("note", note)
                .param("restored", restored)
                .update();
        definition.stages().forEach(stage -> keep(definition.version(), stage));
    }

    private void keep(int version, Stage stage) {
        jdbc.sql("insert into stage_identity (key, aside) values (:key, :aside) on conflict (key) do nothing")
                .param("key", stage.key())
                .param("aside", stage.aside())
                .update();
        jdbc.sql("""
                        insert into stage (version, key, name, colour, hat, position, aside, meaning, ideal_days, longest_days,
                                           patience_days, needs_all, override_allowed, entered_by)
                        values (:version, :key, :name, :colour, :hat, :position, :aside, :meaning, :ideal, :longest,
                                :patience, :all, :override, :entered)
                        """)
                .param("version", version)
                .param("key", stage.key())
                .param("name", stage.name())
                .param("colour", stage.colour().word())
                .param("hat", stage.hat() == null ? null : stage.hat().name().toLowerCase(Locale.ROOT))
                .param("position", stage.position())
                .param("aside", stage.aside())
                .param("meaning", stage.meaning())
                .param("ideal", stage.idealDays())
                .param("longest", stage.longestDays())
                .param("patience", stage.patienceDays())
                .param("all", stage.asks().all())
                .param("override", stage.overrideAllowed())
                .param("entered", stage.aside() ? null : 1)
                .update();
        keepParts(version, stage.key(), stage.asks(), null, 1);
    }

    /** @return the number after the last one used */
    private int keepParts(int version, String stage, Ask group, @Nullable Integer parent, int first) {
        int position = first;
        for (Ask part : group.parts()) {
            jdbc.sql("""
                            insert into stage_criterion (version, stage_key, position, parent, check_key, parameters, needs_all, opens)
                            values (:version, :stage, :position, :parent, :check, :parameters::jsonb, :all, :opens)
                            """)
                    .param("version", version)
                    .param("stage", stage)
                    .param("position", position)
                    .param("parent", parent)
                    .param("check", part.check())
                    .param("parameters", part.parameters())
                    .param("all", part.group() ? part.all() : null)
                    .param("opens", part.group() ? position + 1 : null)
                    .update();
            position = keepParts(version, stage, part, position, position + 1);
        }
        return position;
    }

    /** From now on this is what holds. Who stands in a stage that is gone has to be moved before {@link #forget}. */
    void enforce(Definition definition) {
        jdbc.sql("update definition_in_force set version = :version, marketing_key = :marketing, sales_key = :sales")
                .param("version", definition.version())
                .param(
                        "marketing",
                        definition.first(Hat.MARKETING).map(Stage::key).orElse(null))
                .param("sales", definition.first(Hat.SALES).map(Stage::key).orElse(null))
                .update();
        jdbc.sql("""
                        insert into stage_in_force (key, version) select key, version from stage where version = :version
                        on conflict (key) do nothing
                        """).param("version", definition.version()).update();
    }

    void forget(String stage) {
        jdbc.sql("delete from stage_in_force where key = :key")
                .param("key", stage)
                .update();
    }

    boolean wasEver(String key) {
        return jdbc.sql("select exists (select from stage_identity where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Everybody who stands in a stage, by a move of its own kind. */
    int retire(String stage, String to, int version, UUID by, Instant at, String why) {
        jdbc.sql("insert into stage_retirement (version, stage_key, to_key) values (:version, :stage, :to)")
                .param("version", version)
                .param("stage", stage)
                .param("to", to)
                .update();
        return jdbc.sql("""
                        with moved as (
                          insert into stage_move (id, contact_id, owner_id, team_id, from_key, to_key, version, moved_at, moved_by,
                                                  how, reason)
                          select uuidv7(), c.id, c.owner_id, c.team_id, s.stage_key, :to, :version, :at, :by, 'retired', :why
                            from contact_stage s join contact c on c.id = s.contact_id where s.stage_key = :stage
                          returning id, contact_id)
                        update contact_stage s
                           set version = :version, stage_key = :to, since = :at, until = null, move_id = m.id
                          from moved m where m.contact_id = s.contact_id
                        """)
                .param("stage", stage)
                .param("to", to)
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("why", why)
                .update();
    }
}
