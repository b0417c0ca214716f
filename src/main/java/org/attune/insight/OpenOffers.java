package org.attune.insight;

/**
 * The offers behind the figures, as queries. What is open stands with whoever tends the contact now. The day they named is the one to ask them again on, where they said not now, and otherwise that of their
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
            select currency, pulled, date_trunc('month', day)::date as month, coalesce(day < :today::date, false) as late,
                   coalesce(day between :today::date and :today::date + 13, false) as soon, count(*) as offers,
                   sum(price) as amount
              from (%s) o group by 1, 2, 3, 4, 5""".formatted(OPEN);

    /** As it stood when the period began, with the people who are looked at now. */
    static final String BEFORE = """
            select count(*) from (select c.* from overseen_contact(:viewer) c where c.archived_at is null and %s) c
              join offer o on o.contact_id = c.id and o.sent_at < :begins
             where (o.withdrawn_at is null or o.withdrawn_at >= :begins)
               and not exists (select from offer r where r.replaces_id = o.id and r.sent_at < :begins)
               and coalesce((select d.kind from decision d where d.offer_id = o.id and d.noted_at < :begins
                              order by d.noted_at desc, d.id desc limit 1), 'not_now') = 'not_now'
            """.formatted(Slice.CONTACTS);

    private OpenOffers() {}
}
