package org.attune.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's own saved views. */
@Component
@Transactional
public class SavedViews {

    private static final int MOST = 30;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<SavedView> of(Viewer viewer) {
        return jdbc.sql("select id, name, query from saved_view where user_id = :user order by created_at, id")
                .param("user", viewer.uuid())
                .query(SavedViews::view)
                .list();
    }

    /** Saves a view; the same one under the same id only once. */
    public void save(Viewer viewer, SavedView view) {
        SavedView tidy = checked(view);
        List<SavedView> mine = of(viewer);
        if (mine.contains(tidy)) {
            return;
        }
        mine.stream().filter(known -> known.id().equals(tidy.id())).findFirst().ifPresent(known -> {
            throw new ChangedMeanwhile(known.name(), tidy.name());
        });
        if (mine.size() >= MOST) {
            throw new RuleRefused("people.view.many", "name", MOST);
        }
        oneOfThatName(() -> jdbc.sql("""
                        insert into saved_view (id, user_id, name, query) values (:id, :user, :name, :query)
                        on conflict (id) do nothing""")
                .param("id", tidy.id())
                .param("user", viewer.uuid())
                .param("name", tidy.name())
                .param("query", tidy.query())
                .update());
    }

    public void rename(Viewer viewer, UUID id, String name) {
        SavedView tidy = checked(new SavedView(id, name, ""));
        oneOfThatName(() -> jdbc.sql("update saved_view set name = :name where id = :id and user_id = :user")
                .param("name", tidy.name())
                .param("id", id)
                .param("user", viewer.uuid())
                .update());
    }

    public void remove(Viewer viewer, UUID id) {
        int gone = jdbc.sql("delete from saved_view where id = :id and user_id = :user")
                .param("id", id)
                .param("user", viewer.uuid())
                .update();
        if (gone == 0) {
            throw new NotSeen("view " + id);
        }
    }

    private static SavedView checked(SavedView view) {
        String name = PlainText.line(view.name());
        if (!PlainText.saysSomething(name)) {
            throw new RuleRefused("people.view.name.missing", "name");
        }
        ContactRules.shortEnough(name, 60, "name");
        ContactRules.shortEnough(view.query(), 2000, "query");
        return new SavedView(view.id(), name, view.query());
    }

    private static void oneOfThatName(IntSupplier write) {
        try {
            if (write.getAsInt() == 0) {
                throw new NotSeen("view");
            }
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("people.view.name.taken", "name");
        }
    }

    private static SavedView view(ResultSet row, int n) throws SQLException {
        return new SavedView(
                Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("name"), row.getString("query"));
    }
}
