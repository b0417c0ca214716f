-- Away, and who stands in meanwhile. It ends by itself after its last day, as the calendar stands where the one who is away lives.
create table absence (
  id uuid primary key,
  user_id uuid not null references app_user,
  stand_in uuid not null references app_user,
  from_day date not null,
  until_day date not null,                                                 -- the last day away
  said_by uuid not null references app_user,
  said_at timestamptz not null default now(),
  ended_at timestamptz,                                                    -- back early, called off, or followed by another
  check (stand_in <> user_id),
  check (until_day >= from_day and until_day - from_day <= 366));
create unique index absence_one_at_a_time on absence (user_id) where ended_at is null;
create index absence_of on absence (user_id, from_day);
create index absence_stand_in on absence (stand_in);
create index absence_said_by on absence (said_by);
select audited('absence', 'user', 'user_id', false, quiet => '{said_at}');

-- As whom somebody works with contacts today: as themselves, and as those they stand in for. One step only: what somebody has
-- because they stand in themselves is not passed on, nor is what they see as a manager or companion.
create function works_as(viewer uuid) returns setof uuid language sql stable parallel safe as $$
  select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null
  union all
  select a.user_id from absence a join app_user s on s.id = a.stand_in join app_user u on u.id = a.user_id
   where a.stand_in = viewer and a.ended_at is null and s.sells and s.deactivated_at is null
     and (now() at time zone u.zone)::date between a.from_day and a.until_day
$$;
