-- Words that went because their period ended say so: nobody asked for it. Until now both were called the same.

alter table turn add column forgotten boolean not null default false check (not forgotten or erased_at is not null);
select audited('turn', 'turn', 'id', true, added => false, quiet => '{salt,seal,word_count,logged_at,logged_by,forgotten}');

-- What stands where words of a turn were; the same as erase_person writes where a text must not be missing.
create function erased_mark(erased_at timestamptz, forgotten boolean) returns text language sql stable parallel safe as $$
  select case when forgotten then '[forgotten ' else '[erased ' end || to_char(erased_at, 'YYYY-MM-DD') || ']'
$$;

do $$
declare
  old_check text;
  was text := pg_get_functiondef('erase_person(uuid, uuid, text, text, uuid)'::regprocedure);
  becomes text;
begin
  -- The two lines that write it, and nothing else of that function.
  becomes := replace(was, $q$mark text := '[erased ' || to_char(current_date, 'YYYY-MM-DD') || ']';$q$,
    $q$mark text := erased_mark(now(), p_ground = 'retention');$q$);
  becomes := replace(becomes, $q$erased_at = coalesce(erased_at, now())$q$,
    $q$forgotten = case when erased_at is null then p_ground = 'retention' else forgotten end,
                  erased_at = coalesce(erased_at, now())$q$);
  if becomes not like '%erased_mark%' or becomes not like '%forgotten = case%' then
    raise exception 'erase_person is not as expected';
  end if;
  execute becomes;
  for old_check in select conname from pg_constraint
    where conrelid = 'contact'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%[erased%' loop
    execute format('alter table contact drop constraint %I', old_check);
  end loop;
end $$;
alter table contact add check (erasure_id is null or (given_name = '' and family_name ~ '^\[(erased|forgotten) \d{4}-\d\d-\d\d\]$'
  and job_title is null and company_id is null and source is null and found_us is null and background is null));

-- What has gone that way already.
update contact c set family_name = replace(c.family_name, '[erased ', '[forgotten ')
  from erasure e where e.id = c.erasure_id and e.ground = 'retention';
update turn t set forgotten = true from contact c join erasure e on e.id = c.erasure_id
 where t.speaker_id = c.id and t.erased_at is not null and e.ground = 'retention';
