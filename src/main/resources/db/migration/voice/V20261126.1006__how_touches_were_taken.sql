-- How touches with a material or a story were taken, by whose contact it is today; as voiced_mark, and made anew with it. The voice of the customer
-- asked of each touch of the house in a period whether somebody sees its contact.
create table touch_reaction (
  touch_id uuid primary key references touch on delete cascade,
  contact_id uuid not null,
  owner_id uuid,                                                           -- none where the contact was merged into another
  team_id uuid,
  day_team uuid not null,
  happened_at timestamptz not null,
  reaction text not null check (reaction in ('good', 'none', 'bad')),
  worded boolean not null,
  material_version_id uuid,
  story_id uuid);
revoke insert, update, delete on touch_reaction from ${app_role};
select not_audited('touch_reaction', 'derived from what is on the trail');

create function touch_reactions_of(which uuid[]) returns setof touch_reaction language sql stable set search_path = public, pg_temp as $$
  select x.id, c.id, case when c.merged_into is null then c.owner_id end, case when c.merged_into is null then c.team_id end, x.team_id, x.happened_at,
         x.reaction, x.reaction_words is not null, x.material_version_id, x.story_id
    from touch x join contact c on c.id = x.contact_id
   where x.id = any (which) and x.reaction is not null and (x.material_version_id is not null or x.story_id is not null)
$$;
create function recount_touch_reactions() returns void language sql security definer set search_path = public, pg_temp as $$
  lock table touch_reaction in share row exclusive mode;
  delete from touch_reaction;
  insert into touch_reaction
  select * from touch_reactions_of(array(
    select x.id from touch x where x.reaction is not null and (x.material_version_id is not null or x.story_id is not null)))
   order by happened_at;
$$;
revoke execute on function recount_touch_reactions() from public;
grant execute on function recount_touch_reactions() to ${app_role};

select recount_touch_reactions();
-- In a period: of a team's people, of one's own, and of those of whom one is companion.
create index touch_reaction_team on touch_reaction (team_id, happened_at);
create index touch_reaction_own on touch_reaction (owner_id, happened_at);
create index touch_reaction_contact on touch_reaction (contact_id, happened_at);
analyze touch_reaction;

create function touch_reaction_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from contact c where c.id = new.contact_id for share;
  delete from touch_reaction where touch_id = new.id;
  insert into touch_reaction select * from touch_reactions_of(array[new.id]);
  return null;
end $$;
create trigger touch_reaction_follows
  after insert or update of contact_id, team_id, happened_at, reaction, reaction_words, material_version_id, story_id on touch
  for each row execute function touch_reaction_follows();
create function touch_reaction_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update touch_reaction
     set owner_id = case when new.merged_into is null then new.owner_id end, team_id = case when new.merged_into is null then new.team_id end
   where contact_id = new.id;
  return null;
end $$;
create trigger touch_reaction_follows after update of owner_id, team_id, merged_into on contact for each row
  when ((old.owner_id, old.team_id, old.merged_into is null) is distinct from (new.owner_id, new.team_id, new.merged_into is null))
  execute function touch_reaction_follows_contact();

-- Those of contacts seen_contact gives, each once.
create function seen_touch_reaction(viewer uuid) returns setof touch_reaction language sql stable parallel safe as $$
  select k.* from touch_reaction k where k.team_id = any (array(select seen_team(viewer)))
  union all
  select k.* from touch_reaction k
   where k.owner_id = any (array(select works_as(viewer))) and k.team_id <> all (array(select seen_team(viewer)))
  union all
  select k.* from touch_reaction k
   where k.owner_id <> all (array(select works_as(viewer))) and k.team_id <> all (array(select seen_team(viewer)))
     and k.contact_id = any (array(
           select p.contact_id from companion p join app_user u on u.id = p.user_id
            where p.user_id = viewer and u.sells and u.deactivated_at is null and (p.until is null or p.until >= current_date)))
$$;
