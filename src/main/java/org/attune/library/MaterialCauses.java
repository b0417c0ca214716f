package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The heard turns that led to a version. Each is read by whoever may read the turn; of others only the number is known. */
@Component
@Transactional
public class MaterialCauses {

    /** More are no cause, but a collection. */
    static final int MOST = 20;

    private static final String HEARD = """
            select t.id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at, c.name
              from seen_turn(:viewer) t left join seen_contact(:viewer) c on c.id = t.speaker_id
             where t.kind = 'heard' and not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'personal')
            """;

    private final JdbcClient jdbc;

    MaterialCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those the viewer may read, in the order in which they were said. */
    @Transactional(readOnly = true)
    public List<CauseView> of(Viewer viewer, MaterialVersionId version) {
        return jdbc.sql(HEARD + """
                           and t.id in (select k.turn_id from material_cause k where k.version_id = :version)
                         order by t.said_at, t.id""")
                .param("viewer", viewer.uuid())
                .param("version", version.value())
                .query(MaterialCauses::view)
                .list();
    }

    /** What was heard in these words lately, without what led to this version already; nothing where there are no words. */
    @Transactional(readOnly = true)
    public List<CauseView> heard(Viewer viewer, MaterialVersionId version, @Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : jdbc.sql(HEARD + """
                                   and t.search @@ plainto_tsquery('simple', :words)
                                   and not exists (select from material_cause k where k.version_id = :version and k.turn_id = t.id)
                                 order by t.said_at desc, t.id desc limit 20""")
                        .param("viewer", viewer.uuid())
                        .param("version", version.value())
                        .param("words", words)
                        .query(MaterialCauses::view)
                        .list();
    }

    /**
     * Says that this was heard and led to the version. Once more changes nothing.
     *
     * @throws NotSeen where the viewer may not see the one or read the other
     */
    public void name(Viewer viewer, MaterialVersionId version, TurnId turn) {
        number(viewer, version);
        boolean heard = jdbc.sql("select exists (" + HEARD + " and t.id = :turn)")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
        if (!heard) {
            throw new NotSeen("turn " + turn);
        }
        int added = jdbc.sql("""
                        insert into material_cause (version_id, turn_id, named_by)
                        select :version, :turn, :viewer
                         where (select count(*) from material_cause k where k.version_id = :version) < :most
                        on conflict do nothing""")
                .param("version", version.value())
                .param("turn", turn.value())
                .param("viewer", viewer.uuid())
                .param("most", MOST)
                .update();
        if (added == 0 && !isNamed(version, turn)) {
            throw new RuleRefused("library.cause.many", null, MOST);
        }
    }

    /** Takes a cause away that somebody named by mistake. */
    public void takeBack(Viewer viewer, MaterialVersionId version, TurnId turn) {
        number(viewer, version);
        jdbc.sql("delete from material_cause where version_id = :version and turn_id = :turn"
                        + " and turn_id in (select t.id from seen_turn(:viewer) t where t.id = :turn)")
                .param("version", version.value())
                .param("turn", turn.value())
                .param("viewer", viewer.uuid())
                .update();
    }

    private boolean isNamed(MaterialVersionId version, TurnId turn) {
        return jdbc.sql("select exists (select from material_cause where version_id = :version and turn_id = :turn)")
                .param("version", version.value())
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
    }

    private int number(Viewer viewer, MaterialVersionId version) {
        return jdbc.sql("select number from seen_material_version(:viewer) where id = :id")
                .param("viewer", viewer.uuid())
                .param("id", version.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotSeen("version " + version));
    }

    private static CauseView view(ResultSet row, int n) throws SQLException {
        return new CauseView(
                new TurnId(row.getObject("id", UUID.class)),
                row.getObject("conversation_id", UUID.class),
                row.getInt("seq"),
                row.getString("words"),
                row.getString("exactness"),
                row.getString("name"),
                Objects.requireNonNull(row.getObject("said_at", OffsetDateTime.class))
                        .toInstant());
    }
}
