package org.attune.insight;

/**
 * The offers behind the figures, as queries. What is open stands with whoever tends the contact now. The day they named is the one to ask them again on, where they said not now, and otherwise that of their
 * own next step: what the domain knows of their deciding, and no guess of ours.
 */
final class OpenOffers {

    /** The offers {@code k} to those whose contacts are overseen now, each with whose they are. */
    static final String THEIRS = """
            (select x.* from offer_card x where x.team_id = any (array(select overseen_team(:viewer)))
             union all
             select x.* from offer_card x
              where x.owner_id = (select u.id from app_user u where u.id = :viewer and u.sells and u.deactivated_at is null)
                and x.team_id <> all (array(select overseen_team(:viewer)))) k
            """;

    /** And the contact {@code c}, unless archived. */
    static final String OFFERED =
            THEIRS + " join contact c on c.id = k.contact_id and c.archived_at is null and c.merged_into is null";

    /** Which of them. */
    private static final String WHOSE = """
            (:team::uuid is null or k.team_id = :team) and (:person::uuid is null or k.owner_id = :person)
             and (:company::uuid is null or c.company_id = :company)
             and (:stage::text is null or exists (
                   select from contact_stage g where g.contact_id = k.contact_id and g.stage_key = :stage))""";

    static final String OPEN = """
            select o.id, o.contact_id, o.title, o.pulled, o.currency, o.price_once + 12 * o.price_month + o.price_year as price,
                   coalesce(d.ask_again_on, theirs.due) as day, coalesce(theirs.words, ours.words) as next
              from %s
              join offer o on o.id = k.offer_id
              left join lateral (select d.ask_again_on from decision d where d.offer_id = o.id
                                  order by d.noted_at desc, d.id desc limit 1) d on true
              left join lateral (select p.due, p.words from promise p where p.contact_id = c.id and p.side = 'them' and p.next_step
                                   and p.state = 'open' order by p.due, p.id limit 1) theirs on true
              left join lateral (select p.words from promise p where p.contact_id = c.id and p.side = 'us' and p.next_step
                                   and p.state = 'open' order by p.due, p.id limit 1) ours on true
             where k.state = 'sent' and %s""".formatted(OFFERED, WHOSE);

    static final String GROUPS = """
            select currency, pulled, date_trunc('month', day)::date as month, coalesce(day < :today::date, false) as late,
                   coalesce(day between :today::date and :today::date + 13, false) as soon, count(*) as offers,
                   sum(price) as amount
              from (%s) o group by 1, 2, 3, 4, 5""".formatted(OPEN);

    /** As it stood when the period began, with the people who are looked at now. What was settled by then for good is known without looking. */
    static final String BEFORE = """
            select count(*) from %s
              join offer o on o.id = k.offer_id and o.sent_at < :begins
             where k.state <> 'draft' and %s
               and not exists (
                     select from offer_answer a where a.offer_id = k.offer_id and a.said <> 'not_now' and a.noted_at < :begins)
               and (o.withdrawn_at is null or o.withdrawn_at >= :begins)
               and not exists (select from offer r where r.replaces_id = o.id and r.sent_at < :begins)
               and coalesce((select d.kind from decision d where d.offer_id = o.id and d.noted_at < :begins
                              order by d.noted_at desc, d.id desc limit 1), 'not_now') = 'not_now'
            """.formatted(OFFERED, WHOSE);

    private OpenOffers() {}
}
