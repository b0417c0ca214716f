package org.attune.insight;

/**
 * The offers behind the figures, as queries. What is open stands with whoever tends the contact now; what was sent stays with the
 * team that sent it. The day they named is the one to ask them again on, where they said not now, and otherwise that of their
 * own next step: what the domain knows of their deciding, and no guess of ours.
 */
final class OpenOffers {

    static final String OPEN = """
            select o.id, o.contact_id, o.title, o.pulled, o.currency, o.price_once + 12 * o.price_month + o.price_year as price,
                   coalesce(d.ask_again_on, theirs.due) as day, coalesce(theirs.words, ours.words) as next
              from (select c.* from overseen_contact(:viewer) c where c.archived_at is null and %s) c
              join offer o on o.contact_id = c.id and o.state = 'sent'
              left join lateral (select d.ask_again_on from decision d where d.offer_id = o.id
                                  order by d.noted_at desc, d.id desc limit 1) d on true
              left join lateral (select p.due, p.words from promise p where p.contact_id = c.id and p.side = 'them' and p.next_step
                                   and p.state = 'open' order by p.due, p.id limit 1) theirs on true
              left join lateral (select p.words from promise p where p.contact_id = c.id and p.side = 'us' and p.next_step
                                   and p.state = 'open' order by p.due, p.id limit 1) ours on true
            """.formatted(Slice.CONTACTS);

    static final String GROUPS = """
            select currency, pulled, date_trunc('month', day)::date as month, coalesce(day < :today::date, false) as late, count(*) as offers,
                   sum(price) as amount
              from (%s) o group by 1, 2, 3, 4""".formatted(OPEN);

    /** What went out for the first time; a revision of it does not count again. */
    private static final String SENDS = """
            from overseen_offer(:viewer) o join contact c on c.id = o.contact_id
             where o.sent_at is not null and o.replaces_id is null
               and (:team::uuid is null or o.team_id = :team) and (:person::uuid is null or o.owner_id = :person)
               and (:company::uuid is null or c.company_id = :company)
               and (:stage::text is null or exists (
                     select from contact_stage g where g.contact_id = c.id and g.stage_key = :stage))
            """;

    static final String SENT = """
            select count(*) filter (where o.sent_at >= :begins) as sent,
                   count(*) filter (where o.sent_at >= :begins and o.pulled) as sent_pulled,
                   count(*) filter (where o.sent_at < :begins) as sent_before,
                   count(*) filter (where o.sent_at < :begins and o.pulled) as sent_pulled_before
            """ + SENDS + " and o.sent_at >= :begins_before and o.sent_at < :ends";

    static final String SENT_ROWS = """
            select o.id, o.contact_id, o.title, o.pulled, o.currency, o.price_once + 12 * o.price_month + o.price_year as price,
                   (o.sent_at at time zone :zone)::date as day, null::text as next
            """ + SENDS + " and o.sent_at >= :begins and o.sent_at < :ends";

    private OpenOffers() {}
}
