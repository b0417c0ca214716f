package org.attune.offers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactName;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an offer with its evidence: at most six statements, whatever it stands on. */
@Component
class OfferReading {

    /** Half of what the viewer sent last got its clear answer within this many days; said only where there is enough of it. */
    private static final String USUAL_DAYS = """
            select case when count(*) >= 5 then percentile_disc(0.5) within group (order by z.days) end
              from (select d.on_day - (x.sent_at at time zone :zone)::date as days
                      from offer x
                      join lateral (select d.on_day from decision d where d.offer_id = x.id and d.kind in ('yes', 'no')
                                     order by d.noted_at desc, d.id desc limit 1) d on true
                     where x.owner_id = :viewer and x.state = 'decided' and exists (select from figured_user(:viewer) p where p = x.owner_id)
                     order by x.sent_at desc limit 30) z""";

    /** How the steps of decisions begin. */
    private static final String DECIDED = "decided-";

    private final JdbcClient jdbc;
    private final EvidenceOfOffer evidence;

    OfferReading(JdbcClient jdbc, EvidenceOfOffer evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    OfferView read(Viewer viewer, OfferId id, LocalDate today) {
        Map<UUID, Piece> pieces = evidence.pieces(viewer, id);
        List<OfferView.OfferedNeed> needs = evidence.needs(id, pieces);
        List<OfferView.Step> steps = steps(viewer, id);
        List<DecisionView> decisions =
                steps.stream().anyMatch(step -> step.what().startsWith(DECIDED)) ? decisions(id) : List.of();
        return jdbc.sql("""
                        select %s, %s as shown_number, u.name as owner_name, o.recorded_at, o.sent_at, o.withdrawn_at,
                               o.withdrawn_why, c.name, c.given_name, c.pronoun, k.name as company,
                               exists (select from tended_contact(:viewer) t where t.id = o.contact_id) as tended,
                               (select max(v.judged_at) from offer_verdict v where v.offer_id = o.id) as judged_at,
                               (select %s from offer o where o.id = w.repeats_id) as repeats_number,
                               (select %s from offer o where o.id = w.replaces_id) as replaces_number,
                               r.id as replaced_by, case when r.id is not null then to_char(r.recorded_at, 'YYYY') || '-' || r.number
                                 end as replaced_by_number,
                               case when o.state = 'decided' then %s end as days_to_answer,
                               case when o.state = 'sent' and o.owner_id = :viewer then (%s) end as usual_days
                          from seen_offer(:viewer) o
                          join offer w on w.id = o.id
                          join app_user u on u.id = o.owner_id
                          join contact c on c.id = o.contact_id left join company k on k.id = c.company_id
                          left join offer r on r.replaces_id = o.id and r.state <> 'withdrawn'
                         where o.id = :id""".formatted(
                                Offer.COLUMNS,
                                OffersSeen.NUMBER,
                                OffersSeen.NUMBER,
                                OffersSeen.NUMBER,
                                OffersSeen.DAYS_TO_ANSWER,
                                USUAL_DAYS))
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("id", id.value())
                .query((row, n) -> view(row, today, pieces, needs, decisions, steps))
                .optional()
                .orElseThrow(() -> new NotSeen("offer"));
    }

    private static OfferView view(
            ResultSet row,
            LocalDate today,
            Map<UUID, Piece> pieces,
            List<OfferView.OfferedNeed> needs,
            List<DecisionView> decisions,
            List<OfferView.Step> steps)
            throws SQLException {
        Offer offer = Offer.read(row, 0);
        return new OfferView(
                offer.id(),
                row.getString("shown_number"),
                new ContactName(
                        offer.contact(),
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("pronoun"),
                        row.getString("company")),
                row.getString("owner_name"),
                offer.kind(),
                offer.state(),
                offer.words(),
                row.getBoolean("tended"),
                offer.state() == OfferState.SENT && offer.words().validUntil().isBefore(today),
                offer.asked() == null ? null : pieces.get(offer.asked().value()),
                PieceRows.instant(row, "recorded_at"),
                PieceRows.instantOrNone(row, "sent_at"),
                PieceRows.instantOrNone(row, "withdrawn_at"),
                row.getString("withdrawn_why"),
                PieceRows.instantOrNone(row, "judged_at"),
                link(offer.repeats(), row.getString("repeats_number")),
                link(offer.replaces(), row.getString("replaces_number")),
                link(Offer.idOrNone(row, "replaced_by"), row.getString("replaced_by_number")),
                needs,
                comparison(offer.words(), needs),
                decisions,
                steps,
                row.getObject("days_to_answer", Integer.class),
                row.getObject("usual_days", Integer.class),
                offer.version());
    }

    private static OfferView.@Nullable Link link(@Nullable OfferId id, @Nullable String number) {
        return id == null || number == null ? null : new OfferView.Link(id, number);
    }

    private static PriceAgainstCost comparison(OfferWords words, List<OfferView.OfferedNeed> needs) {
        BigDecimal price = words.price().overTwelveMonths();
        BigDecimal problem = BigDecimal.ZERO;
        BigDecimal goesAway = BigDecimal.ZERO;
        for (OfferView.OfferedNeed need : needs) {
            BigDecimal cost = need.cost();
            Integer part = need.partGone();
            if (cost == null || part == null || !words.price().currency().equals(need.currency())) {
                return new PriceAgainstCost(null, null, price, "no-cost");
            }
            problem = problem.add(cost);
            goesAway = goesAway.add(PriceAgainstCost.share(cost, part));
        }
        return new PriceAgainstCost(problem, goesAway, price, price.compareTo(goesAway) < 0 ? null : "not-below");
    }

    private List<DecisionView> decisions(OfferId id) {
        return jdbc.sql(DecisionView.SELECT + " where d.offer_id = :id order by d.noted_at desc, d.id desc")
                .param("id", id.value())
                .query(DecisionView::read)
                .list();
    }

    /** What the viewer may know of how it came about, in the order in which it happened. */
    private List<OfferView.Step> steps(Viewer viewer, OfferId id) {
        return jdbc.sql("""
                        with o as (select * from seen_offer(:viewer) o where o.id = :id), steps as (
                          select 'introduced' as what, i.on_day as day,
                                 (select s.name from seen_contact(:viewer) s where s.id = i.introducer_id) as who
                            from o join introduction i on i.introduced_id = o.contact_id and i.withdrawn_at is null
                          union all
                          (select 'first-conversation', (v.happened_at at time zone :zone)::date, null
                            from o cross join lateral (
                              select s.happened_at from conversation_sum s
                               where s.contact_id = o.contact_id and s.happened_at is not null
                                 and (s.visibility <> 'private' or s.owner_id = :viewer)
                               order by s.at, s.conversation_id limit 1) v)
                          union all
                          select 'need-heard', min(t.said_at at time zone :zone)::date, null
                            from o join offer_need n on n.offer_id = o.id join need_turn l on l.need_id = n.need_id and l.states
                            join seen_turn(:viewer) t on t.id = l.heard_id having min(t.said_at) is not null
                          union all
                          select 'asked', (t.said_at at time zone :zone)::date, s.name from o join seen_turn(:viewer) t on t.id = o.asked_turn
                            join contact s on s.id = t.speaker_id
                          union all select 'recorded', (o.recorded_at at time zone :zone)::date, null from o
                          union all select 'sent', (o.sent_at at time zone :zone)::date, null from o where o.sent_at is not null
                          union all select 'withdrawn', (o.withdrawn_at at time zone :zone)::date, null from o where o.withdrawn_at is not null
                          union all select '%s' || replace(d.kind, '_', '-'), d.on_day, null
                            from o join decision d on d.offer_id = o.id)
                        select what, day, who from steps
                         order by day, array_position(array['introduced', 'first-conversation', 'need-heard', 'asked', 'recorded',
                           'sent'], what) nulls last""".formatted(DECIDED))
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("id", id.value())
                .query((row, n) -> new OfferView.Step(
                        row.getString("what"), row.getObject("day", LocalDate.class), row.getString("who")))
                .list();
    }
}
