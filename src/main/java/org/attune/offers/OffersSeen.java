package org.attune.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.platform.KeptPlans;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The offers somebody sees: those to people they see. */
@Component
@Transactional(readOnly = true)
public class OffersSeen {

    private static final int PAGE = 30;

    static final String NUMBER = "to_char(o.recorded_at, 'YYYY') || '-' || o.number";

    /** From the first words about its needs to the newest clear answer. */
    static final String DAYS_TO_ANSWER = """
            (select d.on_day - (select min(t.said_at at time zone :zone)::date from offer_need n join need_turn l on l.need_id = n.need_id and l.states
                                  join turn t on t.id = l.heard_id where n.offer_id = o.id)
               from decision d where d.offer_id = o.id and d.kind in ('yes', 'no')
              order by d.noted_at desc, d.id desc limit 1)""";

    private static final String LINES = """
            select o.id, %s as shown_number, o.title, c.id as contact_id, c.name, c.given_name, c.pronoun, k.name as company,
                   o.state, o.pulled, o.price_once + 12 * o.price_month + o.price_year as price, o.currency, o.valid_until,
                   o.recorded_at, d.kind as decision, d.on_day, d.ask_again_on,
                   case when o.state = 'decided' then %s end as days_to_answer
              from seen_offer(:viewer) o
              join contact c on c.id = o.contact_id left join company k on k.id = c.company_id
              left join lateral (select d.kind, d.on_day, d.ask_again_on from decision d where d.offer_id = o.id
                                  order by d.noted_at desc, d.id desc limit 1) d on true
            """.formatted(NUMBER, DAYS_TO_ANSWER);

    private final JdbcClient jdbc;
    private final OfferReading reading;
    private final KeptPlans keptPlans;
    private final Clock clock;

    OffersSeen(JdbcClient jdbc, OfferReading reading, KeptPlans keptPlans, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.keptPlans = keptPlans;
        this.clock = clock;
    }

    /** @throws NotSeen where they may not see it, or there is none */
    public OfferView find(Viewer viewer, OfferId id) {
        keptPlans.forThisTransaction();
        return reading.read(viewer, id, today(viewer));
    }

    /** The newest first. @param after the key of the page before, as the link to the next page carries it */
    public KeysetPage<OfferLine> list(Viewer viewer, OfferFilter filter, @Nullable String after) {
        Key key = Key.parse(after);
        List<OfferLine> lines = jdbc.sql(LINES
                        + " where o.id = any (array(" + OffersInSight.newest(filter, PAGE + 1)
                        + ")) order by o.recorded_at desc, o.id desc")
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("moment", Timestamp.from(key.moment))
                .param("after", key.id)
                .query((row, n) -> line(row, today(viewer)))
                .list();
        return KeysetPage.of(
                lines, PAGE, line -> line.recordedAt() + "_" + line.id().value());
    }

    /** Of one contact, the newest first. */
    public List<OfferLine> ofContact(Viewer viewer, ContactId contact, int atMost) {
        return jdbc.sql(LINES + " where o.contact_id = :contact order by o.recorded_at desc, o.id desc limit :most")
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("contact", contact.value())
                .param("most", atMost)
                .query((row, n) -> line(row, today(viewer)))
                .list();
    }

    /** The people of its needs that the viewer sees, whoever it goes to first. */
    public List<ContactName> people(Viewer viewer, OfferId offer) {
        return jdbc.sql("""
                        select distinct c.id, c.name, c.given_name, c.pronoun, null as company, c.id <> o.contact_id as other
                          from seen_offer(:viewer) o join offer_need n on n.offer_id = o.id
                          join need_person p on p.need_id = n.need_id join seen_contact(:viewer) c on c.id = p.contact_id
                         where o.id = :id order by other, c.name""")
                .param("viewer", viewer.uuid())
                .param("id", offer.value())
                .query((row, n) -> new ContactName(
                        new ContactId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("pronoun"),
                        null))
                .list();
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }

    private static OfferLine line(ResultSet row, LocalDate today) throws SQLException {
        String decision = row.getString("decision");
        OfferState state = OfferState.of(row.getString("state"));
        LocalDate validUntil = row.getObject("valid_until", LocalDate.class);
        return new OfferLine(
                new OfferId(row.getObject("id", UUID.class)),
                row.getString("shown_number"),
                row.getString("title"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("name"),
                row.getString("pronoun"),
                row.getString("given_name"),
                row.getString("company"),
                state,
                row.getBoolean("pulled"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                validUntil,
                decision == null ? null : DecisionKind.of(decision),
                row.getObject("on_day", LocalDate.class),
                row.getObject("ask_again_on", LocalDate.class),
                state == OfferState.SENT && validUntil.isBefore(today),
                row.getObject("days_to_answer", Integer.class),
                PieceRows.instant(row, "recorded_at"));
    }

    /** Where a page of the list ended. */
    private record Key(Instant moment, UUID id) {

        private static final Key START = new Key(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            try {
                int cut = text.indexOf('_');
                return new Key(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (RuntimeException notOurs) {
                throw new NotSeen("page");
            }
        }
    }
}
