-- Whoever asked not to hear from us does not, whether they are the one who is written to or the one who is introduced: see decision
-- 0040. Whoever notes a touch waits here for whoever says a stop about the same person, and then sees it; what was done before the
-- stop was said can still be noted. Rows that follow a merge of contacts are not asked again.
create function who_was_stopped(person uuid) returns bigint language sql immutable parallel safe as $$
  select hashtextextended('stop ' || person, 0)
$$;

create function touch_unwanted() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  person uuid;
begin
  for person in select p from unnest(array[new.contact_id, new.introduced_id]) p where p is not null order by p loop
    perform pg_advisory_xact_lock_shared(who_was_stopped(person));
    if exists (select from stop_in_force(person) s where s.whose_wish = 'theirs' and s.said_at <= new.happened_at) then
      raise exception '%', case when person = new.contact_id then 'an unwanted touch' else 'an unwanted introduction' end
        using errcode = 'check_violation', constraint = 'touch_unwanted';
    end if;
  end loop;
  return null;
end $$;
create trigger touch_unwanted after insert on touch for each row execute function touch_unwanted();

create function stop_after_touches() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(who_was_stopped(new.contact_id));
  return null;
end $$;
create trigger stop_after_touches after insert on contact_stop for each row execute function stop_after_touches();
