-- How much each factor counts. Each setting is a row of its own; it holds from the day after, and the one with the highest number
-- in the end. Each by at most half up or down: see decision 0025.
create table health_weights (
  number int primary key check (number > 0),
  rhythm int not null check (rhythm between 13 and 37),
  balance int not null check (balance between 10 and 30),
  follow_through int not null check (follow_through between 10 and 30),
  promises int not null check (promises between 8 and 22),
  needs int not null check (needs between 5 and 15),
  reciprocity int not null check (reciprocity between 5 and 15),
  set_by uuid references app_user,                                         -- none: it came with Attune
  set_at timestamptz not null default now());
create index health_weights_by on health_weights (set_by);
insert into health_weights (number, rhythm, balance, follow_through, promises, needs, reciprocity) values (1, 25, 20, 20, 15, 10, 10);
revoke update, delete on health_weights from ${app_role};
select audited('health_weights', null, null, false, quiet => '{set_by,set_at}');

-- Whose relationship it was on that day, so that what is counted for each team can be counted again. None: it counts nowhere since,
-- because they were archived or merged. A row is written when this changes, too.
alter table health_history add column team_id uuid references team;
create index health_history_team on health_history (team_id);
create index health_history_day on health_history (day);                   -- what changed since yesterday

-- How a relationship was goes with the person; how many there were of a team on a day says nothing about anybody.
create function erase_of_health(people uuid[], mark text) returns int language sql as $$
  with now_gone as (delete from contact_health where contact_id = any (people) returning 1),
       then_gone as (delete from health_history where contact_id = any (people) returning 1)
  select count(*)::int from then_gone
$$;
revoke execute on function erase_of_health(uuid[], text) from public;
