-- A theme that is merged stays and points to the one that goes on; so do turns to the theme they were given. stands_for is where that
-- leads in the end, kept right by a foreign key that cascades, so that nothing read or written meanwhile is lost.

-- Names are one whatever their case and accents; of those that were two until now, the older one stays.
create temporary table twin on commit drop as
  select id, first_value(id) over (partition by folded(btrim(name)) order by created_at, id) as stays from theme;
insert into turn_theme (turn_id, theme_id)
select m.turn_id, w.stays from turn_theme m join twin w on w.id = m.theme_id and w.id <> w.stays on conflict do nothing;
delete from turn_theme where theme_id in (select id from twin where id <> stays);
delete from theme where id in (select id from twin where id <> stays);
update theme set name = btrim(name) where name <> btrim(name);

alter table theme
  add column retired_at timestamptz,
  add column merged_into uuid,
  add column stands_for uuid,
  add column version int not null default 0;
alter table theme disable trigger user;
update theme set stands_for = id;
alter table theme enable trigger user;
alter table theme
  alter column stands_for set not null,
  add constraint theme_with_what_it_stands_for unique (id, stands_for),
  add constraint theme_merged_into foreign key (merged_into, stands_for) references theme (id, stands_for) on update cascade,
  add constraint theme_stands_for_itself check ((merged_into is null) = (stands_for = id)),
  add constraint theme_name_trimmed check (name = btrim(name));
drop index theme_name;
create unique index theme_once on theme (folded(name));
create index theme_merged on theme (merged_into, stands_for);
create index theme_family on theme (stands_for);
revoke delete on theme from ${app_role};

create table theme_name (                                                -- every name it had, and from when on
  theme_id uuid not null references theme,
  number int not null check (number > 0),
  name text not null check (char_length(name) between 1 and 60),
  named_by uuid references app_user,
  named_at timestamptz not null default now(),
  primary key (theme_id, number));
create index theme_name_by on theme_name (named_by);
insert into theme_name (theme_id, number, name, named_by, named_at) select id, 1, name, created_by, created_at from theme;
revoke update, delete on theme_name from ${app_role};

create table theme_merge (
  id uuid primary key,                                                   -- made beforehand, so that it is merged once
  theme_id uuid not null references theme,
  into_id uuid not null references theme,
  merged_by uuid not null references app_user,
  merged_at timestamptz not null default now(),
  undone_by uuid references app_user,
  undone_at timestamptz,
  check (theme_id <> into_id),
  check ((undone_by is null) = (undone_at is null)));
create unique index theme_merge_holds on theme_merge (theme_id) where undone_at is null;
create index theme_merge_theme on theme_merge (theme_id, merged_at);
create index theme_merge_into on theme_merge (into_id, merged_at);
create index theme_merge_by on theme_merge (merged_by);
create index theme_merge_undone_by on theme_merge (undone_by);
revoke update, delete on theme_merge from ${app_role};
grant update (undone_by, undone_at) on theme_merge to ${app_role};

alter table turn_theme disable trigger user;
alter table turn_theme
  add column added_by uuid references app_user,
  add column added_at timestamptz not null default now();
update turn_theme m set added_at = t.logged_at from turn t where t.id = m.turn_id;
alter table turn_theme enable trigger user;
create index turn_theme_by on turn_theme (added_by);

select audited('theme', null, null, false, quiet => '{id,created_by,created_at,stands_for}'),
       audited('turn_theme', 'turn', 'turn_id', true, quiet => '{turn_id,added_by,added_at}'),
       not_audited('theme_name', 'never changed; each name stands at its theme'),
       not_audited('theme_merge', 'says itself who and when; each merge stands at its theme');
