package org.attune.offers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a decision, whatever it is, the same is asked as after a conversation: how does it go on? Here is for which decisions nobody
 * has said. Any way on that is chosen after a decision answers it, and nobody is asked about who is not to hear from us.
 */
@Component
@Transactional(readOnly = true)
public class HowToGoOn {

    /** What was decided longer ago is no question for today. */
    private static final Duration ASKED_FOR = Duration.ofDays(30);

    private static final String NOBODY_SAID = """
            select d.id, o.id as offer_id, c.id as contact_id, c.name, d.kind, d.on_day
              from %s d
             cross join lateral (select x.id, x.contact_id from seen_offer(:viewer) x where x.id = d.offer_id offset 0) o
             cross join lateral (select x.* from tended_contact(:viewer) x where x.id = o.contact_id offset 0) c
             cross join lateral (
               select where not exists (select from decision n where n.offer_id = o.id and (n.noted_at, n.id) > (d.noted_at, d.id))
                        and not exists (select from way_on w where w.contact_id = c.id and w.chosen_at >= d.noted_at)
                        and not exists (select from stop_in_force(c.id)) offset 0) unsaid
             where c.archived_at is null and d.noted_at >= :since
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HowToGoOn(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A decision after which nobody has said how it goes on. */
    public record Question(
            UUID decision, OfferId offer, ContactId contact, String name, DecisionKind kind, LocalDate onDay) {

        /** Where it is answered. */
        public String path() {
            return "/contacts/" + contact.value() + "/way-on?decision=" + decision;
        }
    }

    /** Of the contacts the viewer owns, the newest first. */
    public List<Question> waiting(Viewer viewer, int atMost) {
        return questions(
                viewer,
                // From the few of theirs who decided something in these days.
                """
                (select x.* from contact_card k join offer y on y.contact_id = k.contact_id join decision x on x.offer_id = y.id
                  where k.owner_id = :viewer and k.decided_at >= :since and x.noted_at >= :since offset 0)""",
                " and c.owner_id = :viewer order by d.noted_at desc, d.id desc limit :most",
                Map.of("most", atMost));
    }

    /** After what they decided last about an offer. */
    public Optional<Question> after(Viewer viewer, OfferId offer) {
        String its = "(select x.* from decision x where x.offer_id = :offer offset 0)";
        return questions(viewer, its, "", Map.of("offer", offer.value())).stream()
                .findFirst();
    }

    private List<Question> questions(Viewer viewer, String among, String which, Map<String, Object> parameters) {
        return jdbc.sql(NOBODY_SAID.formatted(among) + which)
                .param("viewer", viewer.uuid())
                .param("since", Timestamp.from(clock.instant().minus(ASKED_FOR)))
                .params(parameters)
                .query((row, n) -> new Question(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        new OfferId(Objects.requireNonNull(row.getObject("offer_id", UUID.class))),
                        new ContactId(Objects.requireNonNull(row.getObject("contact_id", UUID.class))),
                        row.getString("name"),
                        DecisionKind.of(row.getString("kind")),
                        Objects.requireNonNull(row.getObject("on_day", LocalDate.class))))
                .list();
    }
}
