-- Who sees figures about people: see decision 0023. Each setting is a row of its own; the one with the highest number holds.
create table figures_setting (
  number int primary key check (number > 0),
  level text not null check (level in ('off', 'own_eyes', 'own_eyes_and_manager')),
  set_by uuid references app_user,                                         -- none: it came with Attune
  set_at timestamptz not null default now());
create index figures_setting_by on figures_setting (set_by);
insert into figures_setting (number, level) values (1, 'own_eyes');
revoke update, delete on figures_setting from ${app_role};
select audited('figures_setting', null, null, false, quiet => '{set_by,set_at}');

-- Who was told that their managers see them, and has read it.
create table figures_told (
  user_id uuid not null references app_user,
  number int not null references figures_setting,
  told_at timestamptz not null default now(),
  primary key (user_id, number));
create index figures_told_number on figures_told (number);
revoke update, delete on figures_told from ${app_role};
select not_audited('figures_told', 'that somebody read a notice');

create function figures_level() returns text language sql stable parallel safe as $$
  select level from figures_setting order by number desc limit 1
$$;

-- The one place that answers about whom somebody may see figures: themselves, and the people of the teams they lead where
-- the organisation settled that. Whoever reads a figure about a person starts from here.
create function figured_user(viewer uuid) returns setof uuid language sql stable parallel safe as $$
  select u.id from app_user u, figures_level() level
   where u.sells and u.deactivated_at is null
     and (level <> 'off' and u.id = viewer
       or level = 'own_eyes_and_manager' and u.team_id in (
            select l.team_id from team_lead l join app_user m on m.id = l.user_id
             where m.id = viewer and m.role = 'manager' and m.deactivated_at is null))
$$;

-- What counts in figures about people: whatever took place after the first ten conversations of whoever had it.
create function figured_conversation(viewer uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from figured_user(viewer) p(id)
    cross join lateral (select e.happened_at, e.id from conversation e
                         where e.owner_id = p.id and e.happened_at is not null and e.state not in ('planned', 'called_off')
                         order by e.happened_at, e.id offset 9 limit 1) tenth
    join conversation v on v.owner_id = p.id and (v.happened_at, v.id) > (tenth.happened_at, tenth.id)
   where v.state not in ('planned', 'called_off')
$$;
