package org.attune.stages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.stages.StageDraft.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a draft of the stages is kept: every step with the whole of it. */
@Component
class DraftRows {

    private static final String STEPS = """
            select d.id as draft, d.based_on, d.restores, d.published, t.id, t.number, t.content::text as content, t.done_at,
                   u.name as by_name
              from stage_draft d join stage_draft_step t on t.draft_id = d.id join app_user u on u.id = t.done_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param published the version it became, if it was published */
    record Step(
            UUID draft,
            int basedOn,
            @Nullable Integer restores,
            @Nullable Integer published,
            UUID id,
            int number,
            Content content,
            Instant at,
            String by) {}

    /** The last step of the draft that is open. */
    Optional<Step> last() {
        return jdbc.sql(STEPS + " where d.open order by t.number desc limit 1")
                .query(this::read)
                .optional();
    }

    Optional<Step> step(UUID id) {
        return jdbc.sql(STEPS + " where t.id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Step> before(Step step) {
        return jdbc.sql(STEPS + " where d.id = :draft and t.number = :number")
                .param("draft", step.draft())
                .param("number", step.number() - 1)
                .query(this::read)
                .optional();
    }

    void begin(UUID id, int basedOn, @Nullable Integer restores, Viewer by, Instant at) {
        jdbc.sql("""
                        insert into stage_draft (id, based_on, restores, begun_by, begun_at)
                        values (:id, :based, :restores, :by, :at)
                        """)
                .param("id", id)
                .param("based", basedOn)
                .param("restores", restores)
                .param("by", by.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(UUID draft, UUID step, int number, Content content, Viewer by, Instant at) {
        jdbc.sql("""
                        insert into stage_draft_step (id, draft_id, number, content, done_by, done_at)
                        values (:id, :draft, :number, :content::jsonb, :by, :at)
                        """)
                .param("id", step)
                .param("draft", draft)
                .param("number", number)
                .param("content", json.writeValueAsString(content))
                .param("by", by.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param published none where it is thrown away */
    void end(UUID draft, @Nullable Integer published, Viewer by, Instant at) {
        jdbc.sql("update stage_draft set ended_at = :at, ended_by = :by, published = :published where id = :id")
                .param("id", draft)
                .param("published", published)
                .param("by", by.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes a discarded draft up again; not where another was begun meanwhile. */
    boolean takeUp(UUID draft) {
        return jdbc.sql("""
                                update stage_draft set ended_at = null, ended_by = null
                                 where id = :id and published is null and ended_at is not null
                                   and based_on = (select version from definition_in_force)
                                   and not exists (select from stage_draft o where o.open)
                                """).param("id", draft).update() == 1;
    }

    /** The version a draft became; none while it is open or once it was discarded. */
    Optional<Integer> published(UUID draft) {
        return jdbc.sql("select published from stage_draft where id = :id and published is not null")
                .param("id", draft)
                .query(Integer.class)
                .optional();
    }

    private Step read(ResultSet row, int n) throws SQLException {
        return new Step(
                Objects.requireNonNull(row.getObject("draft", UUID.class)),
                row.getInt("based_on"),
                row.getObject("restores", Integer.class),
                row.getObject("published", Integer.class),
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("number"),
                json.readValue(row.getString("content"), Content.class),
                row.getTimestamp("done_at").toInstant(),
                row.getString("by_name"));
    }
}
