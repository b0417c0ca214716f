package org.attune.pulse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.outside.LinkKind;
import org.attune.outside.MakeLink;
import org.attune.outside.OutsideLinkId;
import org.attune.outside.OutsideLinks;
import org.attune.outside.SentLink;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Three questions to a customer, asked by one of us who works with them: rarely, and never of somebody who is left in peace. What
 * they answer: {@link PulseAnswers}.
 */
@Component
@Transactional
public class Pulses {

    private static final int MOST_DAYS = 90;

    private final OutsideLinks links;
    private final ContactSight sight;
    private final PulseRules rules;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pulses(
            OutsideLinks links,
            ContactSight sight,
            PulseRules rules,
            Organisation organisation,
            JdbcClient jdbc,
            Clock clock) {
        this.links = links;
        this.sight = sight;
        this.rules = rules;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stands against asking, on a day; and whether they were sent a link, or answered, at all. */
    private record Against(
            @Nullable LocalDate silence,
            boolean stopped,
            @Nullable LocalDate again,
            boolean gone,
            boolean sent,
            boolean answered) {}

    /**
     * Makes the link with which they answer. The same command twice is one link.
     *
     * @throws RuleRefused where they were asked not long ago, or are to be left in peace
     * @throws NotSeen where the viewer does not work with them
     */
    public void ask(Viewer viewer, AskPulse ask) {
        sight.tended(viewer, ask.contact());
        if (ask.days() < 1 || ask.days() > MOST_DAYS) {
            throw new RuleRefused("outside.until.in-the-past", "days");
        }
        MakeLink link = new MakeLink(
                ask.id(),
                LinkKind.PULSE,
                ask.contact(),
                ask.contact().value(),
                clock.instant().plus(Duration.ofDays(ask.days())));
        if (!links.make(viewer, link)) {
            same(ask);
            return;
        }
        mayBeAsked(ask.contact());
        try {
            insert(viewer, ask);
        } catch (DataIntegrityViolationException askedAtTheSameMoment) {
            throw new RuleRefused("pulse.just-asked");
        }
    }

    private void same(AskPulse ask) {
        int days = jdbc.sql("select days from pulse where link_id = :id")
                .param("id", ask.id().value())
                .query(Integer.class)
                .single();
        if (days != ask.days()) {
            throw new ChangedMeanwhile(String.valueOf(days), String.valueOf(ask.days()));
        }
    }

    private void mayBeAsked(ContactId contact) {
        Against against = against(contact);
        if (against.stopped() || against.gone()) {
            throw new RuleRefused("pulse.stopped");
        }
        if (against.silence() != null) {
            throw new RuleRefused("pulse.silence");
        }
        if (against.again() != null) {
            throw new RuleRefused("pulse.too-soon");
        }
    }

    private Against against(ContactId contact) {
        return jdbc.sql("""
                        select (select max(s.until) from agreed_silence s
                                 where s.contact_id = c.id and s.ended_at is null and s.until > :today) as silence,
                               exists (select from stop_in_force(c.id)) as stopped,
                               (select max(p.asked_on + p.weeks * 7) from pulse p
                                 where p.contact_id = c.id and p.asked_on + p.weeks * 7 > :today) as again,
                               c.archived_at is not null as gone,
                               exists (select from outside_link l where l.about_id = c.id) as sent,
                               exists (select from pulse p where p.contact_id = c.id and p.answered_at is not null) as answered
                          from contact c where c.id = :contact
                        """)
                .param("today", today())
                .param("contact", contact.value())
                .query((row, n) -> new Against(
                        row.getObject("silence", LocalDate.class),
                        row.getBoolean("stopped"),
                        row.getObject("again", LocalDate.class),
                        row.getBoolean("gone"),
                        row.getBoolean("sent"),
                        row.getBoolean("answered")))
                .single();
    }

    private void insert(Viewer viewer, AskPulse ask) {
        jdbc.sql("""
                        insert into pulse (link_id, contact_id, team_id, asked_by, asked_on, asked_at, weeks, days)
                        select :id, c.id, c.team_id, :by, :today, :now, :weeks, :days from contact c where c.id = :contact
                        """)
                .param("id", ask.id().value())
                .param("by", viewer.uuid())
                .param("today", today())
                .param("now", Timestamp.from(clock.instant()))
                .param("weeks", rules.weeks())
                .param("days", ask.days())
                .param("contact", ask.contact().value())
                .update();
    }

    /** In the zone of the house, whoever asks. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.current().zone());
    }

    /** For the page of a contact the viewer sees. */
    @Transactional(readOnly = true)
    public PulsePanel panel(Viewer viewer, ContactId contact, boolean tended) {
        sight.seen(viewer, contact);
        Against against = against(contact);
        boolean may =
                tended && !against.stopped() && !against.gone() && against.silence() == null && against.again() == null;
        return new PulsePanel(
                against.answered() ? last(viewer, contact) : null,
                against.sent() ? sent(viewer, contact) : null,
                against.again(),
                may);
    }

    private @Nullable SentLink sent(Viewer viewer, ContactId contact) {
        return links.about(viewer, LinkKind.PULSE, contact.value()).stream()
                .filter(link -> link.contact().equals(contact))
                .findFirst()
                .orElse(null);
    }

    private @Nullable PulseView last(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select p.*, u.name as asked_by_name
                          from seen_contact(:viewer) c join pulse p on p.contact_id = c.id join app_user u on u.id = p.asked_by
                         where c.id = :contact and p.answered_at is not null
                         order by p.answered_at desc, p.link_id desc limit 1
                        """)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(Pulses::view)
                .optional()
                .orElse(null);
    }

    private static PulseView view(ResultSet row, int n) throws SQLException {
        return new PulseView(
                new OutsideLinkId(Objects.requireNonNull(row.getObject("link_id", UUID.class))),
                row.getString("asked_by_name"),
                row.getTimestamp("answered_at").toInstant(),
                Felt.of(row.getInt("heard")),
                Felt.of(row.getInt("understood")),
                Felt.of(row.getInt("answered")),
                row.getString("words"));
    }

    /** Takes the link back; that they were asked stays. */
    public void end(Viewer viewer, OutsideLinkId id) {
        links.end(viewer, LinkKind.PULSE, id);
    }
}
