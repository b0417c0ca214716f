package org.attune.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.stages.StageDraft.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a draft would mean for those who stand in the stages. One statement for each stage that asks for something else than
 * before, or goes: the conditions of the checks over everybody in it at once.
 */
@Component
class Effects {

    /** More than this on one page helps nobody; the list says that there are more. */
    static final int MOST = 200;

    /** Those who are there: archived ones and those absorbed by a merge go along without being counted. */
    private static final String IN_STAGE = """
              from contact_stage s
              join contact on contact.id = s.contact_id
             where s.stage_key = :stage and contact.merged_into is null and contact.archived_at is null
            """;

    private static final String NUMBERS = """
            select u.name as owner, t.name as team, count(*) as many
              from (select contact.owner_id, contact.team_id %s and %s) c
              join app_user u on u.id = c.owner_id
              join team t on t.id = c.team_id
             group by u.id, u.name, t.id, t.name
             order by folded(t.name), folded(u.name), u.id
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    Effects(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    EffectView of(Content draft, Definition inForce) {
        List<EffectView.Line> lines = new ArrayList<>();
        for (Stage stage : concerned(draft, inForce)) {
            Stage becomes = draft.definition().stage(stage.key()).orElse(null);
            String to = becomes == null ? goesTo(draft, stage) : null;
            lines.addAll(jdbc.sql(NUMBERS.formatted(IN_STAGE, condition(stage, becomes)))
                    .param("stage", stage.key())
                    .query((row, n) -> new EffectView.Line(
                            stage.key(),
                            stage.name(),
                            row.getString("owner"),
                            row.getString("team"),
                            to,
                            row.getLong("many")))
                    .list());
        }
        return new EffectView(here(), lines);
    }

    /** The viewer's own among them, with their names. */
    List<ConcernedView> mine(Viewer viewer, Content draft, Definition inForce) {
        List<ConcernedView> mine = new ArrayList<>();
        for (Stage stage : concerned(draft, inForce)) {
            Stage becomes = draft.definition().stage(stage.key()).orElse(null);
            mine.addAll(own(
                    viewer,
                    stage,
                    becomes == null ? goesTo(draft, stage) : null,
                    condition(stage, becomes),
                    MOST + 1 - mine.size()));
        }
        return mine;
    }

    /** The viewer's own who do not meet what their stage asks for as things are. */
    List<ConcernedView> mineUnmet(Viewer viewer, Definition inForce) {
        List<ConcernedView> mine = new ArrayList<>();
        inForce.path()
                .forEach(stage -> mine.addAll(
                        own(viewer, stage, null, "not " + catalogue.condition(stage.asks()), MOST + 1 - mine.size())));
        return mine;
    }

    private List<ConcernedView> own(Viewer viewer, Stage stage, @Nullable String to, String condition, int most) {
        return jdbc.sql("""
                        select contact.id, contact.name
                          from seen_contact(:viewer) contact join contact_stage s on s.contact_id = contact.id
                         where contact.owner_id = :viewer and contact.archived_at is null and s.stage_key = :stage and %s
                         order by contact.sort_name, contact.id limit :most
                        """.formatted(condition))
                .param("viewer", viewer.uuid())
                .param("stage", stage.key())
                .param("most", Math.max(0, most))
                .query((row, n) -> new ConcernedView(row.getObject("id", UUID.class), row.getString("name"), stage, to))
                .list();
    }

    private static List<Stage> concerned(Content draft, Definition inForce) {
        return inForce.stages().stream()
                .filter(stage -> draft.definition()
                        .stage(stage.key())
                        .map(becomes -> !becomes.asks().equals(stage.asks()))
                        .orElse(true))
                .toList();
    }

    /** Everybody in a stage that goes; else those who meet what it asks for now, and would not meet what it is to ask for. */
    private String condition(Stage stage, @Nullable Stage becomes) {
        return becomes == null
                ? "true"
                : "%s and not %s".formatted(catalogue.condition(stage.asks()), catalogue.condition(becomes.asks()));
    }

    private static String goesTo(Content draft, Stage stage) {
        String to = draft.goesTo().get(stage.key());
        return to == null ? "" : draft.definition().stage(to).map(Stage::name).orElse("");
    }

    private long here() {
        return jdbc.sql("""
                        select count(*) from contact_stage s join contact on contact.id = s.contact_id
                         where contact.merged_into is null and contact.archived_at is null
                        """).query(Long.class).single();
    }
}
