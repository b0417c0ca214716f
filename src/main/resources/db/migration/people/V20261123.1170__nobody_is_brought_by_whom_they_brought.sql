-- Who brought whom leads back in time, so it never leads in a circle: see decision 0037. Whoever writes an introduction waits here for
-- whoever writes another, and then sees it; so two that would close a circle together cannot both stand.

-- Whether chains of introductions lead from one person to another. It ends also where a circle was written down before today.
create function introductions_lead(who uuid, whom uuid) returns boolean language sql stable as $$
  with recursive brought(id) as (
    select who
    union
    select i.introduced_id from brought b join introduction i on i.introducer_id = b.id and i.withdrawn_at is null)
  select exists (select from brought where id = whom)
$$;

create function introduction_in_no_circle() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  closed boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('introduction', 0));
  select introductions_lead(i.introduced_id, i.introducer_id) into closed
    from introduction i where i.id = new.id and i.withdrawn_at is null;
  if closed then
    raise exception 'a circle of introductions' using errcode = 'check_violation', constraint = 'introduction_in_no_circle';
  end if;
  return null;
end $$;

-- Deferred while contacts are merged. Its name comes after those of foreign keys, so that contacts are always taken before the lock.
create constraint trigger introduction_in_no_circle
  after insert or update of introducer_id, introduced_id, withdrawn_at on introduction
  deferrable initially immediate for each row execute function introduction_in_no_circle();

-- What stayed behind with somebody who was merged is somebody introducing themselves, or is said already.
alter table introduction disable trigger user;
update introduction i set withdrawn_at = m.merged_at, withdrawn_by = m.merged_by
  from contact_merge m
 where m.undone_at is null and m.absorbed_id in (i.introducer_id, i.introduced_id) and i.withdrawn_at is null;
alter table introduction enable trigger user;
