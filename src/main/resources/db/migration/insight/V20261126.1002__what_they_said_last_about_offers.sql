-- What they said last about each offer, in one narrow row: dashboards ask what was signed, and what was answered, on some days, and there is
-- no way from a day to the offers of a team but through every offer it ever made (decision 0053). By the team and the person who made the offer.
-- Derived, kept by triggers whoever writes, and made anew by `rebuild answers`.
create table offer_answer (
  offer_id uuid primary key references offer on delete cascade,
  contact_id uuid not null,
  owner_id uuid not null,
  team_id uuid not null,
  kind text not null check (kind in ('new', 'again', 'tender')),
  state text not null check (state in ('draft', 'sent', 'decided', 'replaced', 'withdrawn')),
  pulled boolean not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price numeric not null,                                                  -- of the first twelve months
  said text not null check (said in ('yes', 'no', 'not_now')),
  on_day date not null,
  noted_at timestamptz not null);
revoke insert, update, delete on offer_answer from ${app_role};
select not_audited('offer_answer', 'derived from what is on the trail');

create function offer_answer_of(which uuid[]) returns setof offer_answer language sql stable set search_path = public, pg_temp as $$
  select o.id, o.contact_id, o.owner_id, o.team_id, o.kind, o.state, o.pulled, o.currency, o.price_once + 12 * o.price_month + o.price_year,
         d.kind, d.on_day, d.noted_at
    from offer o
   cross join lateral (select k.kind, k.on_day, k.noted_at from decision k where k.offer_id = o.id order by k.noted_at desc, k.id desc limit 1) d
   where o.id = any (which)
$$;
create function keep_offer_answer(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from offer o where o.id = which for share;
  insert into offer_answer as k select * from offer_answer_of(array[which])
  on conflict (offer_id) do update
     set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id, kind = excluded.kind,
         state = excluded.state, pulled = excluded.pulled, currency = excluded.currency, price = excluded.price, said = excluded.said,
         on_day = excluded.on_day, noted_at = excluded.noted_at
   where k is distinct from excluded;
end $$;
create function recount_answers() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table offer_answer in share row exclusive mode;
  delete from offer_answer;
  insert into offer_answer
  select o.id, o.contact_id, o.owner_id, o.team_id, o.kind, o.state, o.pulled, o.currency, o.price_once + 12 * o.price_month + o.price_year,
         d.kind, d.on_day, d.noted_at
    from offer o
    join (select distinct on (offer_id) offer_id, kind, on_day, noted_at from decision order by offer_id, noted_at desc, id desc) d
      on d.offer_id = o.id
   order by o.team_id, d.on_day;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function keep_offer_answer(uuid), recount_answers() from public;
grant execute on function recount_answers() to ${app_role};

select recount_answers();
-- What was said on the days of a period: to a team, and to oneself.
create index offer_answer_team on offer_answer (team_id, on_day);
create index offer_answer_owner on offer_answer (owner_id, on_day);
analyze offer_answer;

create function offer_answer_follows_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_offer_answer(case tg_op when 'DELETE' then old.offer_id else new.offer_id end);
  return null;
end $$;
create trigger offer_answer_follows after insert or delete or update of kind, on_day, noted_at on decision
  for each row execute function offer_answer_follows_decision();

create function offer_answer_follows_offer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_offer_answer(new.id);
  return null;
end $$;
create trigger offer_answer_follows
  after update of contact_id, owner_id, team_id, kind, state, pulled, currency, price_once, price_month, price_year on offer
  for each row execute function offer_answer_follows_offer();

-- Of the offers overseen_offer gives.
create function overseen_answer(viewer uuid) returns setof offer_answer language sql stable parallel safe as $$
  select k.* from offer_answer k where k.team_id = any (array(select overseen_team(viewer)))
  union all
  select k.* from offer_answer k
   where k.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and k.team_id <> all (array(select overseen_team(viewer)))
$$;
