package org.attune.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How links stand in the database. */
@Component
class LinkRows {

    /** Whoever made a link may take it back, and whoever works with them. */
    private static final String MAY_END =
            "(l.made_by = :viewer or exists (select from tended_contact(:viewer) t where t.id = l.contact_id))";

    private static final String SENT = """
            select l.*, u.name as sender, c.name as contact_name, s.hash, l.made_by = :viewer as mine, %s as may_end
              from outside_link l
              join outside_secret s on s.link_id = l.id
              join app_user u on u.id = l.made_by
              left join seen_contact(:viewer) c on c.id = l.contact_id
            """.formatted(MAY_END);

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a repeat or an end is compared with. */
    record Made(UUID by, String kind, UUID about, UUID contact, boolean answered, boolean ended) {}

    boolean insert(Viewer viewer, MakeLink make, Instant now) {
        return jdbc.sql("""
                        insert into outside_link (id, kind, contact_id, about_id, made_by, made_at, until)
                        values (:id, :kind, :contact, :about, :by, :now, :until) on conflict (id) do nothing
                        """)
                        .param("id", make.id().value())
                        .param("kind", make.kind().word())
                        .param("contact", make.contact().value())
                        .param("about", make.about())
                        .param("by", viewer.uuid())
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(make.until()))
                        .update()
                == 1;
    }

    void keep(OutsideLinkId id, String hash) {
        jdbc.sql("insert into outside_secret (link_id, hash) values (:id, :hash)")
                .param("id", id.value())
                .param("hash", hash)
                .update();
    }

    Made made(OutsideLinkId id) {
        return jdbc.sql("select * from outside_link where id = :id")
                .param("id", id.value())
                .query(LinkRows::made)
                .single();
    }

    Made lock(Viewer viewer, LinkKind kind, OutsideLinkId id) {
        return jdbc.sql("select * from outside_link l where l.id = :id and l.kind = :kind and " + MAY_END
                        + " for update")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .param("kind", kind.word())
                .query(LinkRows::made)
                .optional()
                .orElseThrow(() -> new NotSeen("link " + id.value()));
    }

    private static Made made(ResultSet row, int n) throws SQLException {
        return new Made(
                id(row, "made_by"),
                row.getString("kind"),
                id(row, "about_id"),
                id(row, "contact_id"),
                row.getTimestamp("answered_at") != null,
                row.getTimestamp("ended_at") != null);
    }

    Optional<OutsideLink> find(LinkKind kind, String hash, Instant now, String lock) {
        return jdbc.sql("""
                        select l.*, u.name as sender, o.name as house, o.region, coalesce(c.language, o.language) as language
                          from outside_secret s
                          join outside_link l on l.id = s.link_id
                          join contact c on c.id = l.contact_id
                          join app_user u on u.id = l.made_by
                         cross join organisation o
                         where s.hash = :hash and l.kind = :kind
                        """ + lock)
                .param("hash", hash)
                .param("kind", kind.word())
                .query((row, n) -> outside(row, kind, now))
                .optional();
    }

    private static OutsideLink outside(ResultSet row, LinkKind kind, Instant now) throws SQLException {
        return new OutsideLink(
                new OutsideLinkId(id(row, "id")),
                kind,
                new ContactId(id(row, "contact_id")),
                id(row, "about_id"),
                new UserId(id(row, "made_by")),
                row.getString("sender"),
                row.getString("house"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                state(row, now),
                moment(row, "answered_at"),
                OutsideLanguage.in(row.getString("language"), row.getString("region")));
    }

    List<SentLink> about(Viewer viewer, LinkKind kind, UUID about, Instant now, LinkSecrets secrets) {
        return jdbc.sql(SENT + " where l.about_id = :about and l.kind = :kind order by l.made_at desc, l.id desc")
                .param("viewer", viewer.uuid())
                .param("about", about)
                .param("kind", kind.word())
                .query((row, n) -> sent(row, now, secrets))
                .list();
    }

    Optional<SentLink> own(Viewer viewer, OutsideLinkId id, Instant now, LinkSecrets secrets) {
        return jdbc.sql(SENT + " where l.id = :id and l.made_by = :viewer and c.id is not null")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> sent(row, now, secrets))
                .optional();
    }

    private static SentLink sent(ResultSet row, Instant now, LinkSecrets secrets) throws SQLException {
        OutsideLinkId id = new OutsideLinkId(id(row, "id"));
        LinkKind kind = LinkKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        LinkState state = state(row, now);
        String secret = secrets.of(kind, id);
        boolean shown = row.getBoolean("mine")
                && state == LinkState.OPEN
                && LinkSecrets.hash(secret).equals(row.getString("hash"));
        return new SentLink(
                id,
                kind,
                id(row, "about_id"),
                new ContactId(id(row, "contact_id")),
                row.getString("contact_name"),
                row.getString("sender"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                state,
                moment(row, "answered_at"),
                shown ? kind.path(secret) : null,
                row.getBoolean("may_end") && state == LinkState.OPEN,
                List.of());
    }

    private static LinkState state(ResultSet row, Instant now) throws SQLException {
        if (row.getTimestamp("answered_at") != null) {
            return LinkState.ANSWERED;
        }
        if (row.getTimestamp("ended_at") != null) {
            return LinkState.ENDED;
        }
        return row.getTimestamp("until").toInstant().isAfter(now) ? LinkState.OPEN : LinkState.EXPIRED;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
