package org.attune.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the two write down. Both read all of it; each changes what is their own, for a day. */
@Component
@Transactional
public class Notes {

    static final Duration CHANGEABLE = Duration.ofDays(1);
    private static final int MOST = 100;

    private final Pairs pairs;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(Pairs pairs, JdbcClient jdbc, Clock clock) {
        this.pairs = pairs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down a note; the same one under the same id is written down once.
     *
     * @throws NotSeen where the viewer has no part in it
     * @throws RuleRefused where they no longer lead them
     * @throws ChangedMeanwhile where another note has this id
     */
    public Pair write(Viewer viewer, WriteNote note) {
        Pair pair = pairs.findInForce(viewer, note.person(), note.manager());
        int written = jdbc.sql("""
                        insert into one_to_one_note (id, person_id, manager_id, author_id, words, written_at)
                        values (:id, :person, :manager, :author, :words, :now) on conflict (id) do nothing""")
                .param("id", note.id())
                .param("person", pair.person().value())
                .param("manager", pair.manager().value())
                .param("author", viewer.uuid())
                .param("words", note.words())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) {
            sameAsBefore(viewer, note);
        }
        return pair;
    }

    private void sameAsBefore(Viewer viewer, WriteNote note) {
        NoteView before = find(viewer, note.id());
        if (!before.words().equals(note.words()) || !before.pair().person().equals(note.person())) {
            throw new ChangedMeanwhile(before.words(), note.words());
        }
    }

    /** @throws NotSeen where there is no such note on a page of the viewer's */
    @Transactional(readOnly = true)
    public NoteView find(Viewer viewer, UUID id) {
        return jdbc.sql("select person_id, manager_id from one_to_one_note where id = :id")
                .param("id", id)
                .query((row, n) -> pairs.find(viewer, Pairs.user(row, "person_id"), Pairs.user(row, "manager_id")))
                .optional()
                .flatMap(pair -> read(viewer, pair, id).stream().findFirst())
                .orElseThrow(() -> new NotSeen("note " + id));
    }

    /**
     * Says one's own note in other words.
     *
     * @throws RuleRefused where it is another's, or older than a day
     * @throws ChangedMeanwhile where it was changed since, in another tab say
     */
    public NoteView reword(Viewer viewer, UUID id, String words, int version) {
        NoteView before = find(viewer, id);
        if (before.words().equals(words)) {
            return before;
        }
        if (!before.mayChange()) {
            throw new RuleRefused("coaching.note.stays", "words");
        }
        int changed = jdbc.sql("""
                        update one_to_one_note set words = :words, changed_at = :now, version = version + 1
                         where id = :id and version = :version""")
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("version", version)
                .update();
        NoteView now = find(viewer, id);
        if (changed == 0) {
            throw new ChangedMeanwhile(now.words(), words, now.version());
        }
        return now;
    }

    /** The newest first. */
    List<NoteView> of(Viewer viewer, Pair pair) {
        return read(viewer, pair, null);
    }

    private List<NoteView> read(Viewer viewer, Pair pair, @Nullable UUID only) {
        Instant since = clock.instant().minus(CHANGEABLE);
        return jdbc.sql("""
                        select n.*, u.name as author from one_to_one_note n join app_user u on u.id = n.author_id
                         where n.person_id = :person and n.manager_id = :manager and (:only::uuid is null or n.id = :only)
                         order by n.written_at desc, n.id desc limit :most""")
                .param("person", pair.person().value())
                .param("manager", pair.manager().value())
                .param("only", only)
                .param("most", MOST)
                .query((row, n) -> note(row, viewer, pair, since))
                .list();
    }

    private static NoteView note(ResultSet row, Viewer viewer, Pair pair, Instant since) throws SQLException {
        Instant written = row.getTimestamp("written_at").toInstant();
        Timestamp changed = row.getTimestamp("changed_at");
        boolean own = Pairs.user(row, "author_id").equals(viewer.id());
        return new NoteView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                pair,
                row.getString("author"),
                row.getString("words"),
                written,
                changed == null ? null : changed.toInstant(),
                row.getInt("version"),
                own && pair.inForce() && written.isAfter(since));
    }
}
