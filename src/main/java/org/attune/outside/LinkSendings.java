package org.attune.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.correspondence.LetterState;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How links go out. Only whoever made one sends it, since nobody else of us has its secret. */
@Component
@Transactional
public class LinkSendings {

    private final JdbcClient jdbc;
    private final LinkRows rows;
    private final LinkSecrets secrets;
    private final Clock clock;

    LinkSendings(JdbcClient jdbc, LinkRows rows, LinkSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    public enum How {
        LETTER,
        BY_HAND
    }

    /**
     * A link of the viewer's, to be sent to whom it is for.
     *
     * @throws NotSeen where it is somebody else's, or for somebody else
     * @throws RuleRefused where it opens nothing any more
     */
    @Transactional(readOnly = true)
    public SentLink toSend(Viewer viewer, OutsideLinkId id, ContactId contact) {
        SentLink link = own(viewer, id, contact).orElseThrow(() -> new NotSeen("link " + id.value()));
        if (link.path() == null) {
            throw new RuleRefused("outside.closed-already", "link");
        }
        return link;
    }

    /** The same, for a page that is shown without it where it cannot go any more. */
    @Transactional(readOnly = true)
    public Optional<SentLink> stillToSend(Viewer viewer, OutsideLinkId id, ContactId contact) {
        return own(viewer, id, contact).filter(link -> link.path() != null);
    }

    private Optional<SentLink> own(Viewer viewer, OutsideLinkId id, ContactId contact) {
        return rows.own(viewer, id, clock.instant(), secrets)
                .filter(link -> link.contact().equals(contact));
    }

    /** The link that goes with a touch of the viewer's, where there is one. */
    @Transactional(readOnly = true)
    public Optional<OutsideLinkId> with(UUID touch) {
        return jdbc.sql("select link_id from outside_sending where id = :id")
                .param("id", touch)
                .query((row, n) -> new OutsideLinkId(LinkRows.id(row, "link_id")))
                .optional();
    }

    /**
     * Notes that a link went out with a touch. Once more changes nothing.
     *
     * @throws ChangedMeanwhile where another link, or none, was noted with it
     */
    public void went(Viewer viewer, UUID touch, OutsideLinkId link, How how) {
        int added = jdbc.sql("""
                        insert into outside_sending (id, link_id, how, sent_by, sent_at) values (:id, :link, :how, :by, :now)
                        on conflict (id) do nothing""")
                .param("id", touch)
                .param("link", link.value())
                .param("how", how.name().toLowerCase(Locale.ROOT))
                .param("by", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0 && !with(touch).filter(link::equals).isPresent()) {
            throw new ChangedMeanwhile("", "");
        }
    }

    /** The touch was taken back before anything left. */
    public void didNotGo(UUID touch) {
        jdbc.sql("delete from outside_sending where id = :id")
                .param("id", touch)
                .update();
    }

    /** By the link, in the order they were sent in. */
    Map<UUID, List<Sending>> about(LinkKind kind, UUID about) {
        record Row(UUID link, Sending sending) {}
        return jdbc
                .sql("""
                        select s.*, u.name as sender, l.state, coalesce(l.ended_at, l.written_at, s.sent_at) as at
                          from outside_link k join outside_sending s on s.link_id = k.id join app_user u on u.id = s.sent_by
                          left join letter l on l.id = s.id and s.how = 'letter'
                         where k.about_id = :about and k.kind = :kind
                         order by s.sent_at, s.id""")
                .param("about", about)
                .param("kind", kind.word())
                .query((row, n) -> new Row(LinkRows.id(row, "link_id"), sending(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::link, Collectors.mapping(Row::sending, Collectors.toList())));
    }

    private static Sending sending(ResultSet row) throws SQLException {
        @Nullable String state = row.getString("state");
        return new Sending(
                LinkRows.id(row, "id"),
                row.getString("sender"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                state == null ? null : LetterState.of(state));
    }
}
