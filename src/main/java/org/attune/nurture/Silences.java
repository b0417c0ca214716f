package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Call me in September": until the agreed day somebody is left in peace. The newest agreement counts; on its day it is
 * over by itself. Whoever sees a contact may note what was agreed.
 */
@Component
@Transactional
public class Silences {

    private static final int TEN_YEARS = 10;
    private static final String VIEW = """
            select s.id, s.contact_id, s.until, s.why, s.agreed_at, c.name as contact_name, k.name as company,
                   u.name as agreed_by_name, t.seq as turn_seq, t.conversation_id as turn_conversation
              from seen_contact(:viewer) c
              join agreed_silence s on s.contact_id = c.id
              join app_user u on u.id = s.agreed_by
              left join company k on k.id = c.company_id
              left join lateral (select * from seen_turn(:viewer) e where e.id = s.turn_id) t on true
            """;

    /** In force: not ended, its day still ahead, and none agreed after it. */
    private static final String IN_FORCE = """
             and s.ended_at is null and s.until > :today
             and not exists (select from agreed_silence n where n.contact_id = s.contact_id
                              and (n.agreed_at, n.id) > (s.agreed_at, s.id))
            """;

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Silences(JdbcClient jdbc, ContactSight sight, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes that somebody is to be left in peace.
     *
     * @throws NotSeen when the viewer may not see the contact, or the turn
     * @throws RuleRefused when the day is not ahead
     * @throws ChangedMeanwhile when another agreement has this id
     */
    public SilenceView agree(Viewer viewer, AgreeSilence silence) {
        sight.stillKnown(viewer, silence.contact());
        LocalDate today = today(viewer);
        if (!silence.until().isAfter(today) || silence.until().isAfter(today.plusYears(TEN_YEARS))) {
            throw new RuleRefused("nurture.silence.until", "until");
        }
        saidToUs(viewer, silence);
        boolean isNew = insert(viewer, silence);
        SilenceView kept = find(viewer, silence.id());
        if (isNew) {
            events.publishEvent(ContactChanged.of(silence.contact()));
        } else if (!kept.contact().equals(silence.contact())
                || !kept.until().equals(silence.until())
                || !Objects.equals(kept.why(), silence.why())) {
            throw new ChangedMeanwhile(told(kept.until(), kept.why()), told(silence.until(), silence.why()));
        }
        return kept;
    }

    private static String told(LocalDate until, @Nullable String why) {
        return until + (why == null ? "" : "\n" + why);
    }

    /** They spoke up, or we agreed otherwise: the silence is over. Ending it again changes nothing. */
    public SilenceView end(Viewer viewer, UUID id) {
        SilenceView silence = find(viewer, id);
        jdbc.sql("update agreed_silence set ended_at = coalesce(ended_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        events.publishEvent(ContactChanged.of(silence.contact()));
        return silence;
    }

    /** It had not ended after all. */
    public SilenceView resume(Viewer viewer, UUID id) {
        SilenceView silence = find(viewer, id);
        jdbc.sql("update agreed_silence set ended_at = null where id = :id")
                .param("id", id)
                .update();
        events.publishEvent(ContactChanged.of(silence.contact()));
        return silence;
    }

    /** @throws NotSeen when there is no such agreement, or the viewer may not see its contact */
    @Transactional(readOnly = true)
    public SilenceView find(Viewer viewer, UUID id) {
        return jdbc.sql(VIEW + "where s.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query(Silences::view)
                .optional()
                .orElseThrow(() -> new NotSeen("silence " + id));
    }

    /** The silence somebody keeps today, if any. */
    @Transactional(readOnly = true)
    public Optional<SilenceView> current(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        return jdbc.sql(VIEW + "where c.id = :contact" + IN_FORCE)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("today", today(viewer))
                .query(Silences::view)
                .optional();
    }

    /** Which of these keep one today; in one statement for any number. */
    @Transactional(readOnly = true)
    public Map<ContactId, SilenceView> among(Viewer viewer, Collection<ContactId> contacts) {
        return jdbc
                .sql(VIEW + "where c.id = any (:contacts)" + IN_FORCE)
                .param("viewer", viewer.uuid())
                .param("contacts", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .param("today", today(viewer))
                .query(Silences::view)
                .list()
                .stream()
                .collect(Collectors.toMap(SilenceView::contact, Function.identity()));
    }

    /** Whom the viewer leaves in peace: of the contacts they own, those whose day comes first. */
    @Transactional(readOnly = true)
    public List<SilenceView> leftInPeace(Viewer viewer, int atMost) {
        return jdbc.sql(VIEW + """
                        where c.id = any (array(select d.contact_id from contact_card d
                                                 where d.owner_id = :viewer and d.shelf = 'listed' and d.silent_until > :today))
                          and c.owner_id = :viewer and c.archived_at is null""" + IN_FORCE + " order by s.until, s.id limit :most")
                .param("viewer", viewer.uuid())
                .param("today", today(viewer))
                .param("most", atMost)
                .query(Silences::view)
                .list();
    }

    private boolean insert(Viewer viewer, AgreeSilence silence) {
        return jdbc.sql("""
                        insert into agreed_silence (id, contact_id, until, why, turn_id, agreed_by, agreed_at)
                        values (:id, :contact, :until, :why, :turn, :by, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", silence.id())
                        .param("contact", silence.contact().value())
                        .param("until", silence.until())
                        .param("why", silence.why())
                        .param(
                                "turn",
                                silence.turn() == null ? null : silence.turn().value())
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void saidToUs(Viewer viewer, AgreeSilence silence) {
        if (silence.turn() == null) {
            return;
        }
        boolean there = jdbc.sql("""
                        select exists (select from seen_turn(:viewer) t join participant p on p.conversation_id = t.conversation_id
                                        where t.id = :turn and p.contact_id = :contact)
                        """)
                .param("viewer", viewer.uuid())
                .param("turn", silence.turn().value())
                .param("contact", silence.contact().value())
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotSeen("turn " + silence.turn().value());
        }
    }

    private static SilenceView view(ResultSet row, int n) throws SQLException {
        Integer turn = row.getObject("turn_seq", Integer.class);
        return new SilenceView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("contact_name"),
                row.getString("company"),
                Objects.requireNonNull(row.getObject("until", LocalDate.class)),
                row.getString("why"),
                turn,
                turn == null ? null : "/conversations/" + row.getString("turn_conversation") + "#t" + turn,
                row.getString("agreed_by_name"),
                row.getTimestamp("agreed_at").toInstant());
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
