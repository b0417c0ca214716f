package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
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
 * After each conversation and decision: keep talking, keep in touch, not now, or stop. "Not now" is also an agreed silence.
 * The stage does not move by itself; {@code Stages} suggests, a person moves.
 */
@Component
@Transactional
public class WaysOn {

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Silences silences;
    private final Stops stops;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WaysOn(
            JdbcClient jdbc,
            ContactSight sight,
            Silences silences,
            Stops stops,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.silences = silences;
        this.stops = stops;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Says how it goes on; the same under the same id is said only once.
     *
     * @throws NotSeen when the viewer may not see the contact or the conversation
     * @throws RuleRefused when the day of "not now" or the wish of "stop" is missing
     * @throws ChangedMeanwhile when another choice has this id
     */
    public WayOnView choose(Viewer viewer, ChooseWayOn choice) {
        sight.stillKnown(viewer, choice.contact());
        guard(viewer, choice);
        boolean isNew = insert(viewer, choice);
        WayOnView kept = jdbc.sql("select * from way_on where id = :id")
                .param("id", choice.id())
                .query(WaysOn::view)
                .single();
        if (!isNew) {
            sameAs(kept, choice);
            return kept;
        }
        if (choice.way() == Way.NOT_NOW && choice.askAgainOn() != null) {
            silences.agree(
                    viewer, new AgreeSilence(choice.id(), choice.contact(), choice.askAgainOn(), choice.why(), null));
        }
        if (choice.way() == Way.STOP) {
            stops.say(viewer, choice, kept.chosenAt());
        }
        events.publishEvent(ContactChanged.of(choice.contact()));
        return kept;
    }

    /** The newest choice about somebody. */
    @Transactional(readOnly = true)
    public Optional<WayOnView> current(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        return jdbc.sql("select * from way_on where contact_id = :contact order by chosen_at desc, id desc limit 1")
                .param("contact", contact.value())
                .query(WaysOn::view)
                .optional();
    }

    /** How it was said to go on over time, the newest first: who said so, when, and after what. */
    @Transactional(readOnly = true)
    public List<ChosenBefore> history(Viewer viewer, ContactId contact, int atMost) {
        return jdbc.sql("""
                        select w.*, u.name as by_name, d.offer_id, v.id as readable
                          from seen_contact(:viewer) c
                          join way_on w on w.contact_id = c.id
                          join app_user u on u.id = w.chosen_by
                          left join decision d on d.id = w.decision_id
                          left join lateral (select x.id from seen_conversation(:viewer) x where x.id = w.conversation_id) v on true
                         where c.id = :contact order by w.chosen_at desc, w.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", atMost)
                .query((row, n) -> new ChosenBefore(view(row, n), row.getString("by_name"), after(row)))
                .list();
    }

    private static @Nullable String after(ResultSet row) throws SQLException {
        if (row.getString("offer_id") != null) {
            return "/offers/" + row.getString("offer_id");
        }
        return row.getString("readable") == null ? null : "/conversations/" + row.getString("readable");
    }

    /** What was chosen about somebody at the end of a conversation. */
    @Transactional(readOnly = true)
    public Optional<WayOnView> after(Viewer viewer, ConversationId conversation, ContactId contact) {
        sight.seen(viewer, contact);
        return jdbc.sql("""
                        select * from way_on where conversation_id = :conversation and contact_id = :contact
                         order by chosen_at desc, id desc limit 1
                        """)
                .param("conversation", conversation.value())
                .param("contact", contact.value())
                .query(WaysOn::view)
                .optional();
    }

    private void guard(Viewer viewer, ChooseWayOn choice) {
        LocalDate day = choice.askAgainOn();
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        if (choice.way() == Way.NOT_NOW && (day == null || !day.isAfter(today))) {
            throw new RuleRefused("nurture.silence.until", "askAgainOn");
        }
        if (choice.way() == Way.STOP && choice.whoseWish() == null) {
            throw new RuleRefused("nurture.way.wish", "whoseWish");
        }
        if (choice.conversation() != null) {
            inConversation(viewer, choice.conversation(), choice.contact());
        }
        if (choice.decision() != null) {
            theyDecided(viewer, choice.decision(), choice.contact());
        }
    }

    private void inConversation(Viewer viewer, ConversationId conversation, ContactId contact) {
        boolean there = jdbc.sql("""
                        select exists (select from seen_conversation(:viewer) v join participant p on p.conversation_id = v.id
                                        where v.id = :id and p.contact_id = :contact)
                        """)
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotSeen("conversation " + conversation.value());
        }
    }

    private void theyDecided(Viewer viewer, UUID decision, ContactId contact) {
        boolean theirs = jdbc.sql("""
                        select exists (select from seen_contact(:viewer) c join offer o on o.contact_id = c.id
                                         join decision d on d.offer_id = o.id where c.id = :contact and d.id = :id)
                        """)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("id", decision)
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new NotSeen("decision " + decision);
        }
    }

    private boolean insert(Viewer viewer, ChooseWayOn choice) {
        return jdbc.sql("""
                        insert into way_on (id, contact_id, conversation_id, decision_id, way, ask_again_on, whose_wish, would_refer,
                                            why, chosen_by, chosen_at)
                        values (:id, :contact, :conversation, :decision, :way, :day, :wish, :refer, :why, :by, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", choice.id())
                        .param("contact", choice.contact().value())
                        .param(
                                "conversation",
                                choice.conversation() == null
                                        ? null
                                        : choice.conversation().value())
                        .param("decision", choice.decision())
                        .param("why", choice.why())
                        .param("way", choice.way().word())
                        .param("day", choice.way() == Way.NOT_NOW ? choice.askAgainOn() : null)
                        .param(
                                "wish",
                                choice.way() == Way.STOP && choice.whoseWish() != null
                                        ? choice.whoseWish().word()
                                        : null)
                        .param("refer", choice.wouldRefer())
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static void sameAs(WayOnView kept, ChooseWayOn choice) {
        boolean same = kept.way() == choice.way()
                && (choice.way() != Way.NOT_NOW || Objects.equals(kept.askAgainOn(), choice.askAgainOn()))
                && (choice.way() != Way.STOP || kept.whoseWish() == choice.whoseWish())
                && Objects.equals(kept.why(), choice.why());
        if (!same) {
            throw new ChangedMeanwhile(told(kept.askAgainOn(), kept.why()), told(choice.askAgainOn(), choice.why()));
        }
    }

    private static String told(@Nullable LocalDate day, @Nullable String why) {
        return (day == null ? "" : day + "\n") + (why == null ? "" : why);
    }

    private static WayOnView view(ResultSet row, int n) throws SQLException {
        return new WayOnView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Way.of(row.getString("way")),
                row.getObject("ask_again_on", LocalDate.class),
                Wish.of(row.getString("whose_wish")),
                row.getObject("would_refer", Boolean.class),
                row.getString("why"),
                row.getTimestamp("chosen_at").toInstant());
    }
}
