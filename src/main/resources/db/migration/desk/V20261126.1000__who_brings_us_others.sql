-- What the page of introductions starts from: who brought us somebody, with whom a chain begins, who said they would, and who was never asked.
-- A row for each contact of whom one of these can be said, so that nobody looks through all others for the few (decision 0053). Derived, kept by
-- triggers whoever writes, and made anew by `rebuild introductions`. Who may see whom is decided by seen_contact as before.
create table introducing (
  contact_id uuid primary key,
  owner_id uuid not null,
  team_id uuid not null,
  sort_name text not null,
  there boolean not null,                                                  -- not merged into somebody else
  listed boolean not null,                                                 -- nor in the archive
  introduces boolean not null default false,
  leads boolean not null default false,                                    -- nobody brought them, and whom they brought brought others
  brought_at timestamptz,                                                  -- when it was last written down that they brought somebody
  would boolean,                                                           -- what they said last when asked; none: never asked
  would_at timestamptz,
  customer boolean not null default false,
  willing boolean not null generated always as (coalesce(would and (brought_at is null or brought_at < would_at), false)) stored,
  unasked boolean not null generated always as (customer and would is null and not introduces) stored);
revoke insert, update, delete on introducing from ${app_role};
select not_audited('introducing', 'derived from what is on the trail');

-- All that can be said of these people.
create function introducing_of(people uuid[])
returns table (contact_id uuid, owner_id uuid, team_id uuid, sort_name text, there boolean, listed boolean, introduces boolean, leads boolean,
               brought_at timestamptz, would boolean, would_at timestamptz, customer boolean)
language sql stable set search_path = public, pg_temp as $$
  select c.id, c.owner_id, c.team_id, c.sort_name, c.merged_into is null, c.merged_into is null and c.archived_at is null, i.at is not null,
         i.further and not exists (select from introduction b where b.introduced_id = c.id and b.withdrawn_at is null),
         i.at, w.would_refer, w.chosen_at, coalesce(g.stage_key in ('customer', 'advocate'), false)
    from contact c
    left join contact_stage g on g.contact_id = c.id
   cross join lateral (
     select max(i.noted_at) as at,
            coalesce(bool_or(exists (select from introduction n where n.introducer_id = i.introduced_id and n.withdrawn_at is null)), false) as further
       from introduction i where i.introducer_id = c.id and i.withdrawn_at is null) i
    left join lateral (
     select x.would_refer, x.chosen_at from way_on x where x.contact_id = c.id and x.would_refer is not null
      order by x.chosen_at desc, x.id desc limit 1) w on true
   where c.id = any (people)
$$;

-- Whoever else changes something about one of them waits for this row, and then sees what was changed.
create function keep_introducing(people uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into introducing (contact_id, owner_id, team_id, sort_name, there, listed)
  select c.id, c.owner_id, c.team_id, c.sort_name, c.merged_into is null, c.merged_into is null and c.archived_at is null
    from contact c
   where c.id = any (people) and not exists (select from introducing k where k.contact_id = c.id)
   order by c.id for share
  on conflict do nothing;
  perform from introducing k where k.contact_id = any (people) order by k.contact_id for update;
  update introducing k
     set owner_id = n.owner_id, team_id = n.team_id, sort_name = n.sort_name, there = n.there, listed = n.listed, introduces = n.introduces,
         leads = n.leads, brought_at = n.brought_at, would = n.would, would_at = n.would_at, customer = n.customer
    from introducing_of(people) n
   where k.contact_id = n.contact_id
     and (k.owner_id, k.team_id, k.sort_name, k.there, k.listed, k.introduces, k.leads, k.brought_at, k.would, k.would_at, k.customer)
         is distinct from
         (n.owner_id, n.team_id, n.sort_name, n.there, n.listed, n.introduces, n.leads, n.brought_at, n.would, n.would_at, n.customer);
end $$;
revoke execute on function keep_introducing(uuid[]) from public;

-- Everything anew, while whoever would change something waits.
create function recount_introducing() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table introducing, introduction_card in share row exclusive mode;
  delete from introducing;
  insert into introducing (contact_id, owner_id, team_id, sort_name, there, listed, introduces, leads, brought_at, would, would_at, customer)
  select * from introducing_of(array(
    select i.introducer_id from introduction i
    union select w.contact_id from way_on w where w.would_refer is not null
    union select g.contact_id from contact_stage g where g.stage_key in ('customer', 'advocate')));
  get diagnostics many = row_count;
  delete from introduction_card;
  perform keep_introduction_cards(array(select id from introduction where withdrawn_at is null));
  return many;
end $$;

-- How the page counts those who were brought by people others work with: an introduction, and whose contacts both are. An introducer who was
-- merged into somebody else is nobody's.
create table introduction_card (
  introduction_id uuid primary key references introduction on delete cascade,
  introducer_id uuid not null,
  introducer_owner uuid,
  introducer_team uuid,
  introduced_id uuid not null,
  introduced_owner uuid not null,
  introduced_team uuid not null);
revoke insert, update, delete on introduction_card from ${app_role};
select not_audited('introduction_card', 'derived from what is on the trail');

create function keep_introduction_cards(which uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from introduction_card k using introduction i join contact b on b.id = i.introduced_id
   where k.introduction_id = i.id and i.id = any (which) and (i.withdrawn_at is not null or b.merged_into is not null);
  insert into introduction_card as k
         (introduction_id, introducer_id, introducer_owner, introducer_team, introduced_id, introduced_owner, introduced_team)
  select i.id, a.id, case when a.merged_into is null then a.owner_id end, case when a.merged_into is null then a.team_id end,
         b.id, b.owner_id, b.team_id
    from introduction i join contact a on a.id = i.introducer_id join contact b on b.id = i.introduced_id
   where i.id = any (which) and i.withdrawn_at is null and b.merged_into is null
   order by i.id for share of a, b
  on conflict (introduction_id) do update
     set introducer_id = excluded.introducer_id, introducer_owner = excluded.introducer_owner, introducer_team = excluded.introducer_team,
         introduced_id = excluded.introduced_id, introduced_owner = excluded.introduced_owner, introduced_team = excluded.introduced_team;
end $$;
revoke execute on function keep_introduction_cards(uuid[]), recount_introducing() from public;
grant execute on function recount_introducing() to ${app_role};

select recount_introducing();
-- Who brought somebody, in order of their names: a page of each team and of one's own.
create index introducing_team on introducing (team_id, sort_name, contact_id) where introduces and there;
create index introducing_own on introducing (owner_id, sort_name, contact_id) where introduces and there;
-- With whom a chain begins.
create index introducing_team_leads on introducing (team_id, sort_name, contact_id) where leads and there;
create index introducing_own_leads on introducing (owner_id, sort_name, contact_id) where leads and there;
-- Who said they would, the longest ago first.
create index introducing_team_willing on introducing (team_id, would_at, sort_name, contact_id) where willing and listed;
create index introducing_own_willing on introducing (owner_id, would_at, sort_name, contact_id) where willing and listed;
-- Customers who were never asked; whether they are doing well is looked up.
create index introducing_team_unasked on introducing (team_id, sort_name, contact_id) where unasked and listed;
create index introducing_own_unasked on introducing (owner_id, sort_name, contact_id) where unasked and listed;
-- How many of a team's and of one's own people others brought: from these alone.
create index introduction_card_team on introduction_card (introduced_team, introducer_team)
  include (introducer_owner, introducer_id);
create index introduction_card_own on introduction_card (introduced_owner, introduced_team)
  include (introducer_owner, introducer_team, introducer_id);
-- Of whom one is companion; and whatever changes about one of the two.
create index introduction_card_introduced on introduction_card (introduced_id);
create index introduction_card_introducer on introduction_card (introducer_id);
analyze introducing, introduction_card;

-- Its name comes before introduction_in_no_circle: rows of people are taken before the lock of whoever writes an introduction. Whether
-- a chain begins with whoever brought the introducer depends on it, too.
create function introducing_follows_introduction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  two uuid[] := case tg_op when 'INSERT' then array[new.introducer_id, new.introduced_id]
                           when 'DELETE' then array[old.introducer_id, old.introduced_id]
                           else array[old.introducer_id, old.introduced_id, new.introducer_id, new.introduced_id] end;
begin
  perform keep_introducing(two);
  perform keep_introducing(array(
    select i.introducer_id from introduction i where i.introduced_id = any (two) and i.introducer_id <> all (two)));
  if tg_op <> 'DELETE' then
    perform keep_introduction_cards(array[new.id]);
  end if;
  return null;
end $$;
create trigger introducing_follows after insert or delete or update of introducer_id, introduced_id, noted_at, withdrawn_at on introduction
  for each row execute function introducing_follows_introduction();

create function introducing_follows_way_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_introducing(case tg_op when 'INSERT' then array[new.contact_id] when 'DELETE' then array[old.contact_id]
                                      else array[old.contact_id, new.contact_id] end);
  return null;
end $$;
create trigger introducing_follows_what_they_said after insert on way_on for each row
  when (new.would_refer is not null) execute function introducing_follows_way_on();
create trigger introducing_follows_what_goes after delete on way_on for each row
  when (old.would_refer is not null) execute function introducing_follows_way_on();
create trigger introducing_follows_what_changes after update of contact_id, would_refer, chosen_at on way_on for each row
  when ((old.contact_id, old.would_refer, old.chosen_at) is distinct from (new.contact_id, new.would_refer, new.chosen_at))
  execute function introducing_follows_way_on();

create function introducing_follows_stage() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_introducing(array[case tg_op when 'DELETE' then old.contact_id else new.contact_id end]);
  return null;
end $$;
create trigger introducing_follows_first_stage after insert on contact_stage for each row
  when (new.stage_key in ('customer', 'advocate')) execute function introducing_follows_stage();
create trigger introducing_follows_no_stage after delete on contact_stage for each row
  when (old.stage_key in ('customer', 'advocate')) execute function introducing_follows_stage();
create trigger introducing_follows_stage after update of stage_key on contact_stage for each row
  when ((old.stage_key in ('customer', 'advocate')) <> (new.stage_key in ('customer', 'advocate'))) execute function introducing_follows_stage();

create function introducing_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update introducing
     set owner_id = new.owner_id, team_id = new.team_id, sort_name = new.sort_name, there = new.merged_into is null,
         listed = new.merged_into is null and new.archived_at is null
   where contact_id = new.id;
  update introduction_card
     set introducer_owner = case when new.merged_into is null then new.owner_id end,
         introducer_team = case when new.merged_into is null then new.team_id end
   where introducer_id = new.id;
  if new.merged_into is not null then
    delete from introduction_card where introduced_id = new.id;
  elsif old.merged_into is not null then
    perform keep_introduction_cards(array(select id from introduction where introduced_id = new.id));
  else
    update introduction_card set introduced_owner = new.owner_id, introduced_team = new.team_id where introduced_id = new.id;
  end if;
  return null;
end $$;
create trigger introducing_follows_contact after update of owner_id, team_id, given_name, family_name, archived_at, merged_into on contact
  for each row
  when ((old.owner_id, old.team_id, old.sort_name, old.archived_at is null, old.merged_into is null)
        is distinct from (new.owner_id, new.team_id, new.sort_name, new.archived_at is null, new.merged_into is null))
  execute function introducing_follows_contact();
