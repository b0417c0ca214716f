-- What lists are narrowed and ordered by stands in the card itself, so that a page of a list is a piece of one index, in the order
-- in which it is shown, however many there are and however far somebody has turned its pages (decision 0046). Who may see
-- whom is decided by seen_contact as before; the card repeats owner and team so that an index can begin with them.
alter table contact_card
  add column owner_id uuid,
  add column team_id uuid,
  add column sort_name text,
  add column created_at timestamptz,
  add column shelf text check (shelf in ('listed', 'archived', 'merged')),
  add column score int,
  add column band text not null default 'unknown',
  add column heard_order timestamptz not null generated always as (coalesce(last_heard_at, '-infinity'::timestamptz)) stored,
  add column stage_order int not null generated always as (coalesce(stage_position, 0)) stored,
  add column score_order int not null generated always as (coalesce(score, 101)) stored;

insert into contact_card (contact_id)
select c.id from contact c where c.merged_into is null and not exists (select from contact_card k where k.contact_id = c.id);
update contact_card k
   set owner_id = c.owner_id, team_id = c.team_id, sort_name = c.sort_name, created_at = c.created_at,
       shelf = case when c.merged_into is not null then 'merged' when c.archived_at is not null then 'archived' else 'listed' end,
       score = h.score, band = coalesce(h.band, 'unknown')
  from contact c left join contact_health h on h.contact_id = c.id
 where c.id = k.contact_id;
alter table contact_card
  alter column owner_id set not null, alter column team_id set not null, alter column sort_name set not null,
  alter column created_at set not null, alter column shelf set not null,
  add check (band in ('thriving', 'steady', 'cooling', 'at_risk', 'unknown')),
  add check ((score is null) = (band = 'unknown'));

-- Whoever changes a contact, in whatever way, changes its card: a card that comes into being meanwhile waits for this one, and this
-- one for it, so that neither leaves behind what was.
create function card_follows_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.merged_into is not null then
    update contact_card set shelf = 'merged' where contact_id = new.id and shelf <> 'merged';
    return null;
  end if;
  insert into contact_card as k (contact_id, owner_id, team_id, sort_name, created_at, shelf)
  values (new.id, new.owner_id, new.team_id, new.sort_name, new.created_at,
          case when new.archived_at is null then 'listed' else 'archived' end)
  on conflict (contact_id) do update
     set owner_id = excluded.owner_id, team_id = excluded.team_id, sort_name = excluded.sort_name,
         created_at = excluded.created_at, shelf = excluded.shelf
   where (k.owner_id, k.team_id, k.sort_name, k.created_at, k.shelf)
         is distinct from (excluded.owner_id, excluded.team_id, excluded.sort_name, excluded.created_at, excluded.shelf);
  return null;
end $$;
create trigger card_follows_contact
  after insert or update of owner_id, team_id, given_name, family_name, created_at, archived_at, merged_into on contact
  for each row execute function card_follows_contact();

create function card_follows_health() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update contact_card set score = null, band = 'unknown' where contact_id = old.contact_id and score is not null;
    return null;
  end if;
  insert into contact_card as k (contact_id, owner_id, team_id, sort_name, created_at, shelf, score, band)
  select c.id, c.owner_id, c.team_id, c.sort_name, c.created_at,
         case when c.archived_at is null then 'listed' else 'archived' end, new.score, new.band
    from contact c where c.id = new.contact_id and c.merged_into is null
  on conflict (contact_id) do update set score = excluded.score, band = excluded.band
   where k.score is distinct from excluded.score;
  return null;
end $$;
create trigger card_follows_first_health after insert on contact_health
  for each row when (new.score is not null) execute function card_follows_health();
create trigger card_follows_health after update on contact_health
  for each row when (old.score is distinct from new.score) execute function card_follows_health();
create trigger card_follows_no_health after delete on contact_health
  for each row when (old.score is not null) execute function card_follows_health();

-- As far as an index can say it, whose contacts seen_contact gives: those of these owners, of these teams, and these few beside.
-- No owner stands in it whose team does; who is a companion of somebody may see them anyway.
create function sight_of_contacts(viewer uuid) returns table (owners uuid[], teams uuid[], companions uuid[])
  language sql stable parallel safe as $$
  with seen as (select array(select distinct t from seen_team(viewer) t) as teams)
  select array(select distinct w from works_as(viewer) w join app_user u on u.id = w where u.team_id <> all (seen.teams)),
         seen.teams,
         array(select p.contact_id from companion p join app_user u on u.id = p.user_id
                where p.user_id = viewer and u.sells and u.deactivated_at is null
                  and (p.until is null or p.until >= current_date))
    from seen
$$;

-- A page of the list of one's own, of a team's and of everybody's contacts, in each order in which they can be shown. By stage:
-- within one, whoever was silent longest comes first; so the same index serves one stage by when they were heard.
drop index contact_card_heard;
drop index contact_card_stage;
create index contact_card_own_heard on contact_card (owner_id, heard_order, contact_id) where shelf = 'listed';
create index contact_card_own_name on contact_card (owner_id, sort_name, contact_id) where shelf = 'listed';
create index contact_card_own_newest on contact_card (owner_id, created_at, contact_id) where shelf = 'listed';
create index contact_card_own_stage on contact_card (owner_id, stage_order, heard_order, contact_id) where shelf = 'listed';
create index contact_card_own_health on contact_card (owner_id, score_order, contact_id) where shelf = 'listed';
create index contact_card_team_heard on contact_card (team_id, heard_order, contact_id) where shelf = 'listed';
create index contact_card_team_name on contact_card (team_id, sort_name, contact_id) where shelf = 'listed';
create index contact_card_team_newest on contact_card (team_id, created_at, contact_id) where shelf = 'listed';
create index contact_card_team_stage on contact_card (team_id, stage_order, heard_order, contact_id) where shelf = 'listed';
create index contact_card_team_health on contact_card (team_id, score_order, contact_id) where shelf = 'listed';
create index contact_card_all_heard on contact_card (heard_order, contact_id) where shelf = 'listed';
create index contact_card_all_name on contact_card (sort_name, contact_id) where shelf = 'listed';
create index contact_card_all_newest on contact_card (created_at, contact_id) where shelf = 'listed';
create index contact_card_all_stage on contact_card (stage_order, heard_order, contact_id) where shelf = 'listed';
create index contact_card_all_health on contact_card (score_order, contact_id) where shelf = 'listed';
-- One band by when they were heard, for a team and for everybody; somebody's own are few enough to be looked through.
create index contact_card_team_band on contact_card (team_id, band, heard_order, contact_id) where shelf = 'listed';
create index contact_card_all_band on contact_card (band, heard_order, contact_id) where shelf = 'listed';
-- Whoever was put away, the one heard last first.
create index contact_card_own_archived on contact_card (owner_id, heard_order, contact_id) where shelf = 'archived';
create index contact_card_team_archived on contact_card (team_id, heard_order, contact_id) where shelf = 'archived';
create index contact_card_all_archived on contact_card (heard_order, contact_id) where shelf = 'archived';
-- The few with something open, and those who asked for silence: the views "Open threads" and "Leave in peace", and their counts.
create index contact_card_open on contact_card (owner_id, team_id) where open_threads > 0 and shelf = 'listed';
create index contact_card_silent on contact_card (silent_until, owner_id, team_id) where silent_until is not null and shelf = 'listed';
-- "Listen next" and its count.
drop index contact_card_listen_by;
create index contact_card_own_listen on contact_card (owner_id, listen_by) where listen_by is not null and shelf = 'listed';
create index contact_card_team_listen on contact_card (team_id, listen_by) where listen_by is not null and shelf = 'listed';
