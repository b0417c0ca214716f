-- Today asks of which of one's own people anything was written down, or anything decided, since yesterday (decision 0051). When a card
-- was written last says too much: a new version of the stages, or a rebuild, writes all of them. Either moment is kept here, as it is
-- found from now on; of those before nobody asks any more.
alter table contact_card
  add column worked_on_at timestamptz,                                     -- the last of any conversation with them
  add column decided_at timestamptz;                                       -- the last decision about an offer to them
update contact_card k set worked_on_at = x.worked_on_at
  from (select p.contact_id, max(v.worked_on_at) as worked_on_at
          from conversation v join participant p on p.conversation_id = v.id
         where v.worked_on_at >= now() - interval '7 days' group by p.contact_id) x
 where x.contact_id = k.contact_id;
update contact_card k set decided_at = x.noted_at
  from (select o.contact_id, max(d.noted_at) as noted_at
          from decision d join offer o on o.id = d.offer_id
         where d.noted_at >= now() - interval '40 days' group by o.contact_id) x
 where x.contact_id = k.contact_id;
-- What colleagues heard.
create index contact_card_own_worked on contact_card (owner_id, worked_on_at) where worked_on_at is not null;
-- What they decided since yesterday, and after which decision of these weeks nobody said how it goes on.
create index contact_card_own_decided on contact_card (owner_id, decided_at) where decided_at is not null;
drop index contact_card_own_changed;
-- Whom it is time to listen to, in the order in which Today shows them.
drop index contact_card_own_listen;
create index contact_card_own_listen on contact_card (owner_id, listen_by, sort_name, contact_id)
  where listen_by is not null and shelf = 'listed';

-- The number beside Today, on every page: promises that are due or late, conversations that are planned, and those that are not
-- finished. A function, so that each connection plans it once.
create function waiting_today(viewer uuid, today date, evening timestamptz, enough int) returns int
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  waiting int;
begin
  select count(*) into waiting from (
    select from (select q.contact_id from promise q where q.promiser_id = viewer and q.state = 'open' and q.due <= today offset 0) q
     cross join lateral (select from seen_contact(viewer) s where s.id = q.contact_id and s.archived_at is null offset 0) s
     limit enough) x;
  if waiting < enough then
    waiting := waiting + (select count(*) from (
      select from (select d.contact_id from contact_card d
                    where d.owner_id = viewer and d.shelf = 'listed' and d.next_due <= today offset 0) d
       cross join lateral (select s.id from seen_contact(viewer) s
                            where s.id = d.contact_id and s.owner_id = viewer and s.archived_at is null offset 0) s
       cross join lateral (select from promise q where q.contact_id = s.id and q.side = 'them' and q.state = 'open' and q.due <= today) q
       limit enough) x);
  end if;
  if waiting < enough then
    waiting := waiting + (select count(*) from (
      select from noticed_conversation(viewer) v
       where v.owner_id = viewer and v.state = 'planned' and v.planned_for < evening limit enough) x);
  end if;
  if waiting < enough then
    waiting := waiting + (select count(*) from (
      select from seen_conversation(viewer) v where v.owner_id = viewer and v.state in ('open', 'resting') limit enough) x);
  end if;
  return least(waiting, enough);
end $$;
