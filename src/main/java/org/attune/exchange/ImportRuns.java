package org.attune.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows about imports and their lines. */
@Component
@Transactional
class ImportRuns {

    private static final int PAGE = 200;
    private static final String COLUMNS = """
            select r.id, r.kind, r.file_name, r.run_at, r.taken, r.unchanged, r.refused, r.conversation_id, u.name as owner_name,
                   (select count(*) from import_line l where l.run_id = r.id and l.result = 'taken' and l.reason is not null) as remarked
              from import_run r left join app_user u on u.id = r.owner_id and u.id <> r.run_by
             where r.run_by = :viewer\s""";

    private final JdbcClient jdbc;

    ImportRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this file is being taken already, or was */
    boolean begin(
            Viewer viewer,
            ImportFile file,
            @Nullable String headings,
            @Nullable UUID conversation,
            @Nullable Viewer owner) {
        return jdbc.sql("""
                        insert into import_run (id, kind, file_name, digest, run_by, headings, conversation_id, owner_id)
                        values (:id, :kind, :name, :digest, :viewer, :headings, :conversation, :owner) on conflict do nothing""")
                        .param("id", file.id())
                        .param("kind", file.kind())
                        .param("name", file.name())
                        .param("digest", file.digest())
                        .param("viewer", viewer.uuid())
                        .param("headings", headings)
                        .param("conversation", conversation)
                        .param("owner", owner == null ? null : owner.uuid())
                        .update()
                == 1;
    }

    void line(UUID run, Line line) {
        jdbc.sql("""
                        with noted as (
                          insert into import_line (run_id, line, result, reason, contact_id, digest, name, original, owner_id)
                          values (:run, :line, :result, :reason, :contact, :digest, :name, :original, :owner))
                        update import_run set taken = taken + (:result = 'taken')::int,
                               unchanged = unchanged + (:result = 'unchanged')::int,
                               refused = refused + (:result = 'refused')::int
                         where id = :run""")
                .param("run", run)
                .param("line", line.number())
                .param("result", line.result().word())
                .param("reason", line.reason())
                .param("contact", line.contact() == null ? null : line.contact().value())
                .param("digest", line.digest())
                .param("name", line.name())
                .param("original", line.original())
                .param("owner", line.owner() == null ? null : line.owner().uuid())
                .update();
    }

    /** What is noted about a line. */
    record Line(
            int number,
            LineResult result,
            @Nullable String reason,
            @Nullable ContactId contact,
            @Nullable String digest,
            @Nullable String name,
            @Nullable String original,
            @Nullable Viewer owner) {}

    @Transactional(readOnly = true)
    public Optional<RunView> find(Viewer viewer, UUID run) {
        return jdbc.sql(COLUMNS + "and r.id = :run")
                .param("viewer", viewer.uuid())
                .param("run", run)
                .query(ImportRuns::view)
                .optional();
    }

    /** The run that took a conversation from this very file before. */
    @Transactional(readOnly = true)
    public Optional<RunView> sameConversation(Viewer viewer, String digest) {
        return jdbc.sql(COLUMNS + "and r.kind = 'conversation' and r.digest = :digest order by r.run_at limit 1")
                .param("viewer", viewer.uuid())
                .param("digest", digest)
                .query(ImportRuns::view)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<RunView> latest(Viewer viewer) {
        return jdbc.sql(COLUMNS + "order by r.run_at desc, r.id limit 20")
                .param("viewer", viewer.uuid())
                .query(ImportRuns::view)
                .list();
    }

    /** @param only a result; none for all lines */
    @Transactional(readOnly = true)
    public KeysetPage<LineView> lines(Viewer viewer, UUID run, @Nullable LineResult only, int after) {
        List<LineView> lines = jdbc.sql("""
                        select l.line, l.result, l.name, l.reason, c.id as contact_id, u.name as owner_name
                          from import_line l join import_run r on r.id = l.run_id and r.run_by = :viewer
                          left join seen_contact(:viewer) c on c.id = l.contact_id
                          left join app_user u on u.id = l.owner_id and u.id <> r.run_by
                         where l.run_id = :run and l.line > :after and (:only::text is null or l.result = :only)
                         order by l.line limit :most""")
                .param("viewer", viewer.uuid())
                .param("run", run)
                .param("after", after)
                .param("only", only == null ? null : only.word())
                .param("most", PAGE + 1)
                .query((row, n) -> new LineView(
                        row.getInt("line"),
                        LineResult.of(row.getString("result")),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("owner_name")))
                .list();
        return KeysetPage.of(lines, PAGE, line -> String.valueOf(line.line()));
    }

    /** The lines of which something was not taken, as they stood in the file, the reason last. */
    @Transactional(readOnly = true)
    public List<List<String>> leftOver(Viewer viewer, UUID run) {
        return jdbc.sql("""
                        select l.original, l.reason from import_line l join import_run r on r.id = l.run_id
                         where r.run_by = :viewer and l.run_id = :run and l.original is not null order by l.line""")
                .param("viewer", viewer.uuid())
                .param("run", run)
                .query((row, n) -> List.of(row.getString("original"), String.valueOf(row.getString("reason"))))
                .list();
    }

    @Transactional(readOnly = true)
    public String headings(Viewer viewer, UUID run) {
        return jdbc.sql("select coalesce(headings, '') from import_run where id = :run and run_by = :viewer")
                .param("viewer", viewer.uuid())
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static RunView view(ResultSet row, int n) throws SQLException {
        return new RunView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("file_name"),
                row.getTimestamp("run_at").toInstant(),
                row.getInt("taken"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("remarked"),
                row.getObject("conversation_id", UUID.class),
                row.getString("owner_name"));
    }
}
