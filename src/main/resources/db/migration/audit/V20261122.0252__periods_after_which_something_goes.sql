-- How long is kept what nobody needs any more; none is for ever. What is about customers is kept until somebody settles a period.
create table retention (
  only_one boolean primary key default true check (only_one),
  parted_months int check (parted_months between 1 and 240),               -- contacts parted from and not heard since
  draft_months int check (draft_months between 1 and 240),                 -- proposed turns nobody confirmed
  withdrawn_months int check (withdrawn_months between 1 and 240),         -- what withdrawn turns said
  import_line_months int check (import_line_months between 1 and 240),     -- names and lines in the reports of imports
  audit_value_months int check (audit_value_months between 1 and 240),     -- before and after, where it is about customers
  audit_address_months int default 24 check (audit_address_months between 1 and 240),  -- addresses and browsers of our own people
  import_file_days int not null default 1 check (import_file_days between 1 and 30),
  session_days int not null default 30 check (session_days between 1 and 30),
  version int not null default 0);
insert into retention default values;
revoke insert, delete on retention from ${app_role};
select audited('retention', null, null, false);

-- One row for each day: whoever writes it does the day's work, in the same transaction. The other instances find it there.
create table retention_run (
  day date primary key,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  gone jsonb not null default '{}');
revoke delete on retention_run from ${app_role};
select not_audited('retention_run', 'a record itself; what went is on the trail');

create table retention_failure (
  at timestamptz primary key default clock_timestamp(),
  kind text not null);
revoke update on retention_failure from ${app_role};
select not_audited('retention_failure', 'a record itself');

-- We wished each other well long ago, heard nothing since, and nothing is open between us.
create function parted_before(p_before timestamptz) returns setof uuid language sql stable as $$
  select c.id from contact c join contact_stage s on s.contact_id = c.id
   where s.stage_key = 'parted' and s.since < p_before and c.merged_into is null and c.erasure_id is null
     and not exists (select from turn t where t.kind = 'heard' and t.speaker_id = c.id and t.said_at >= p_before)
     and not exists (select from participant p join conversation v on v.id = p.conversation_id
                      where p.contact_id = c.id and coalesce(v.happened_at, v.planned_for) >= p_before)
     and not exists (select from touch t where t.contact_id = c.id and t.happened_at >= p_before)
     and not exists (select from promise r where r.contact_id = c.id and r.state = 'open')
     and not exists (select from offer o where o.contact_id = c.id and o.state = 'sent')
$$;

-- Lets go what reached its period, some of it at a time, and puts that on the trail. Says how much it was.
create function let_go(p_kind text, p_before timestamptz, p_reason text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erasing uuid := uuidv7();
  n int := 0;
  person uuid;
begin
  if p_kind = 'parted' then
    for person in select p from parted_before(p_before) p order by 1 limit 200 loop
      perform erase_person(uuidv7(), person, 'retention', p_reason, null);
      n := n + 1;
    end loop;
    return n;
  end if;
  insert into erasure (id, ground, reason) values (erasing, 'retention', p_reason);
  perform set_config('attune.erasing', erasing::text, true);
  case p_kind
    when 'draft' then
      delete from proposed_turn t using conversation v
       where v.id = t.conversation_id and t.state <> 'confirmed' and coalesce(v.ended_at, v.worked_on_at) < p_before;
    when 'withdrawn' then
      update withdrawn_turn set content = jsonb_build_object('erased', current_date)
       where withdrawn_at < p_before and not content ? 'erased';
    when 'import_line' then
      update import_line l set name = null, original = null from import_run r
       where r.id = l.run_id and r.run_at < p_before and (l.name is not null or l.original is not null);
    when 'audit_value' then
      update audit_value v set before = null, after = null, erasure_id = erasing from audit_entry e
       where e.id = v.entry_id and e.at < p_before and v.personal and v.erasure_id is null;
    when 'audit_address' then
      update audit_entry set address = null, agent = null where at < p_before and (address is not null or agent is not null);
    when 'import_file' then
      delete from import_file where uploaded_at < p_before;
    when 'session' then
      delete from spring_session where last_access_time < extract(epoch from p_before) * 1000;
  end case;
  get diagnostics n = row_count;
  if n > 0 then
    perform erasure_noted(erasing, jsonb_build_object(p_kind, n), 'forgotten', 'retention', null, null);
  else
    delete from erasure where id = erasing;
    perform set_config('attune.erasing', '', true);
  end if;
  return n;
end $$;
