package org.attune.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses, numbers, tags, companions and introductions of a contact follow when it is merged. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PeopleFollowMerge implements FollowsMerge {

    private static final String AS_COMPANION = "companion_instead_of_owner";

    private static final String LET_GO = "introduction_let_go";

    private final JdbcClient jdbc;
    private final Circles circles;

    PeopleFollowMerge(JdbcClient jdbc, Circles circles) {
        this.jdbc = jdbc;
        this.circles = circles;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        moved.addAll(byId("contact_email", "contact_id", absorbed, kept, """
                and not exists (select from contact_email o where o.contact_id = :kept and lower(o.address) = lower(r.address))"""));
        moved.addAll(byId("contact_phone", "contact_id", absorbed, kept, """
                and not exists (select from contact_phone o where o.contact_id = :kept and o.e164 = r.e164)"""));
        moved.addAll(byId("contact_owner_change", "contact_id", absorbed, kept, ""));
        moved.addAll(introductions(absorbed, kept));
        moved.addAll(tags(absorbed, kept));
        moved.addAll(companions(absorbed, kept));
        moved.addAll(ownerAsCompanion(absorbed, kept));
        return moved;
    }

    private List<MovedRow> byId(String table, String column, ContactId absorbed, ContactId kept, String butNot) {
        return jdbc
                .sql("update " + table + " r set " + column + " = :kept where r." + column + " = :absorbed " + butNot
                        + " returning r.id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new MovedRow(table, Map.of("id", id, "column", column)))
                .toList();
    }

    /** What would say twice that one brought the other, or that somebody brought themselves, is withdrawn. */
    private List<MovedRow> introductions(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        moved.addAll(byId("introduction", "introducer_id", absorbed, kept, """
                and r.introduced_id <> :kept and (r.withdrawn_at is not null or not exists (
                  select from introduction o
                   where o.introducer_id = :kept and o.introduced_id = r.introduced_id and o.withdrawn_at is null))"""));
        moved.addAll(byId("introduction", "introduced_id", absorbed, kept, """
                and r.introducer_id <> :kept and (r.withdrawn_at is not null or not exists (
                  select from introduction o
                   where o.introduced_id = :kept and o.introducer_id = r.introducer_id and o.withdrawn_at is null))"""));
        moved.addAll(letGo(absorbed, kept));
        circles.closedByMerge();
        return moved;
    }

    private List<MovedRow> letGo(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update introduction r
                           set withdrawn_at = clock_timestamp(),
                               withdrawn_by = coalesce((select m.merged_by from contact_merge m
                                                         where m.kept_id = :kept and m.absorbed_id = :absorbed and m.undone_at is null
                                                         order by m.merged_at desc limit 1), r.noted_by)
                         where :absorbed in (r.introducer_id, r.introduced_id) and r.withdrawn_at is null
                        returning r.id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(LET_GO, "id", id))
                .toList();
    }

    private List<MovedRow> tags(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update contact_tag r set contact_id = :kept where r.contact_id = :absorbed
                           and not exists (select from contact_tag o where o.contact_id = :kept and o.tag = r.tag)
                        returning r.tag""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(String.class)
                .list()
                .stream()
                .map(tag -> new MovedRow("contact_tag", Map.of("contact_id", absorbed.value(), "tag", tag)))
                .toList();
    }

    private List<MovedRow> companions(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update companion r set contact_id = :kept where r.contact_id = :absorbed
                           and not exists (select from companion o where o.contact_id = :kept and o.user_id = r.user_id)
                        returning r.user_id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(user -> new MovedRow("companion", Map.of("contact_id", absorbed.value(), "user_id", user)))
                .toList();
    }

    /** Otherwise who worked with the absorbed contact would lose sight of the person. */
    private List<MovedRow> ownerAsCompanion(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        insert into companion (contact_id, user_id, added_by)
                        select k.id, a.owner_id, k.owner_id from contact a, contact k
                         where a.id = :absorbed and k.id = :kept and a.owner_id <> k.owner_id
                        on conflict do nothing returning user_id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(user -> MovedRow.of(AS_COMPANION, "user_id", user))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        rows.forEach(row -> {
            switch (row.relation()) {
                case "contact_email", "contact_phone", "contact_owner_change", "introduction" ->
                    backById(row, absorbed, kept);
                case "contact_tag" -> backTag(row, absorbed, kept);
                case "companion" -> backCompanion(row, absorbed, kept);
                case AS_COMPANION -> leave(row, kept);
                case LET_GO -> giveBack(row);
                default -> {}
            }
        });
        circles.closedByUndoing();
    }

    private void backById(MovedRow row, ContactId absorbed, ContactId kept) {
        String column = column(row.text("column"));
        jdbc.sql("update " + row.relation() + " set " + column + " = :absorbed where id = :id and " + column
                        + " = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("id", row.uuid("id"))
                .update();
    }

    private static String column(String named) {
        return switch (named) {
            case "introducer_id", "introduced_id" -> named;
            default -> "contact_id";
        };
    }

    private void giveBack(MovedRow row) {
        jdbc.sql("update introduction set withdrawn_at = null, withdrawn_by = null where id = :id")
                .param("id", row.uuid("id"))
                .update();
    }

    private void backTag(MovedRow row, ContactId absorbed, ContactId kept) {
        jdbc.sql("update contact_tag set contact_id = :absorbed where contact_id = :kept and tag = :tag")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("tag", row.text("tag"))
                .update();
    }

    private void backCompanion(MovedRow row, ContactId absorbed, ContactId kept) {
        jdbc.sql("update companion set contact_id = :absorbed where contact_id = :kept and user_id = :user")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("user", row.uuid("user_id"))
                .update();
    }

    private void leave(MovedRow row, ContactId kept) {
        jdbc.sql("delete from companion where contact_id = :kept and user_id = :user")
                .param("kept", kept.value())
                .param("user", row.uuid("user_id"))
                .update();
    }
}
