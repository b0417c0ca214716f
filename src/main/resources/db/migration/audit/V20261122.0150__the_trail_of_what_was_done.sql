-- What was done, by whom, when and from where: see decision 0013. Entries are written by triggers in the transaction of the
-- change, so no module can forget them, and the application's role can read them and nothing else.

-- Words that were erased stay erased; that it was done, by whom and why, stays. Whom it was about is not written here.
create table erasure (
  id uuid primary key,
  ground text not null check (ground in ('on_request', 'retention')),
  reason text not null check (char_length(reason) between 1 and 500),
  erased_by uuid references app_user,                                      -- none: a period that ended
  erased_at timestamptz not null default now(),
  gone jsonb not null default '{}',                                        -- how many rows of what
  finished_at timestamptz);
create index erasure_by on erasure (erased_by);
create index erasure_newest on erasure (erased_at, id);
revoke insert, update, delete on erasure from ${app_role};

create table audit_entry (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  actor uuid,                                                              -- which user; no foreign key, so that writing it locks nobody's row
  how text not null check (how in ('page', 'self', 'sql')),                -- a request; Attune by itself; past Attune
  request text,                                                            -- the reference that the log has as well
  address text,
  agent text,
  deed text not null check (deed in ('added', 'changed', 'removed', 'signed_in', 'sign_in_refused', 'signed_out', 'exported',
    'read', 'looked_up', 'handed_out', 'erased', 'forgotten')),
  kind text not null,                                                      -- the table, or what was read or exported
  record text,                                                             -- its key
  about_kind text,                                                         -- the record it belongs to, where there is one
  about_id uuid,
  columns text[] not null default '{}');
create index audit_entry_newest on audit_entry (at, id);
create index audit_entry_actor on audit_entry (actor, at, id);
create index audit_entry_kind on audit_entry (kind, at, id);
create index audit_entry_about on audit_entry (about_id, at, id);
create index audit_entry_record on audit_entry (record, at, id);
revoke insert, update, delete on audit_entry from ${app_role};

-- What it was before and after. Beside the entry, because this part can be erased, and only together with an erasure.
create table audit_value (
  entry_id uuid primary key references audit_entry,
  personal boolean not null,                                               -- about a customer
  before jsonb,
  after jsonb,
  erasure_id uuid references erasure,
  check (erasure_id is null or (before is null and after is null)));
create index audit_value_erasure on audit_value (erasure_id);
revoke insert, update, delete on audit_value from ${app_role};

-- Every table is here, with its triggers or with the reason why it needs none; a test asks.
create table audit_plan (
  relation text primary key,
  about text,
  personal boolean,
  why_not text,
  check ((personal is null) = (why_not is not null)));
revoke insert, update, delete on audit_plan from ${app_role};

create function audit_who(out actor uuid, out how text, out request text, out address text, out agent text)
language sql stable as $$
  select nullif(current_setting('attune.actor', true), '')::uuid,
         coalesce(nullif(current_setting('attune.how', true), ''), 'sql'),
         nullif(current_setting('attune.request', true), ''),
         nullif(current_setting('attune.address', true), ''),
         nullif(current_setting('attune.agent', true), '')
$$;

-- Arguments: about, its column, personal, columns that do not count, columns whose values are not kept, columns of the key.
create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  quiet text[] := tg_argv[3]::text[];
  hidden text[] := tg_argv[4]::text[];
  was jsonb := case when tg_op <> 'INSERT' then jsonb_strip_nulls(to_jsonb(old) - quiet) end;
  becomes jsonb := case when tg_op <> 'DELETE' then jsonb_strip_nulls(to_jsonb(new) - quiet) end;
  whole jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  changed text[];
  entry uuid := uuidv7();
begin
  -- Erasing must not write down what it erases; only the owner's own functions begin an erasure, so nobody else gets in here.
  if coalesce(current_setting('attune.erasing', true), '') <> ''
     and exists (select from erasure e where e.id::text = current_setting('attune.erasing', true) and e.finished_at is null) then
    return null;
  end if;
  select coalesce(array_agg(k order by k), '{}') into changed from (
    select k from jsonb_object_keys(coalesce(was, '{}') || coalesce(becomes, '{}')) k
     where was -> k is distinct from becomes -> k) c;
  insert into audit_entry (id, actor, how, request, address, agent, deed, kind, record, about_kind, about_id, columns)
  select entry, w.actor, w.how, w.request, w.address, w.agent,
         case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
         tg_table_name,
         (select string_agg(whole ->> k, '/') from unnest(tg_argv[5]::text[]) k),
         nullif(tg_argv[0], ''),
         case when tg_argv[0] <> '' then (whole ->> tg_argv[1])::uuid end,
         changed
    from audit_who() w;
  insert into audit_value (entry_id, personal, before, after)
  values (entry, tg_argv[2]::boolean,
          (select jsonb_object_agg(k, was -> k) from unnest(changed) k where was ? k and k <> all (hidden)),
          (select jsonb_object_agg(k, becomes -> k) from unnest(changed) k where becomes ? k and k <> all (hidden)));
  return null;
end $$;
revoke execute on function audit_row() from public;

-- Puts a table on the trail. With added => false a new row is no entry, because it says itself who made it and when.
create function audited(which regclass, about text, about_column text, personal boolean, added boolean default true,
                        quiet text[] default '{}', hidden text[] default '{}')
returns void language plpgsql as $$
declare
  key text[];
  counted text[];
  arguments text;
begin
  select array_agg(a.attname order by array_position(i.indkey::int2[], a.attnum)) into key
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
   where i.indrelid = which and i.indisprimary;
  quiet := quiet || array(select attname::text from pg_attribute where attrelid = which and attnum > 0 and not attisdropped
    and (attgenerated <> '' or attname = 'version'));
  hidden := hidden || array(select attname::text from pg_attribute where attrelid = which and attnum > 0 and not attisdropped
    and (atttypid in ('bytea'::regtype, 'tsvector'::regtype) or attname ~ '(hash|secret|token)'));
  counted := array(select quote_ident(attname) from pg_attribute where attrelid = which and attnum > 0 and not attisdropped
    and attname <> all (quiet) order by attnum);
  arguments := format('%L, %L, %L, %L, %L, %L', coalesce(about, ''), coalesce(about_column, ''), personal::text, quiet::text,
    hidden::text, key::text);
  execute format('drop trigger if exists audit_change on %s', which);
  execute format('drop trigger if exists audit_row on %s', which);
  execute format('create trigger audit_change after update on %s for each row when (row(%s) is distinct from row(%s))
    execute function audit_row(%s)', which,
    (select string_agg('old.' || c, ', ') from unnest(counted) c), (select string_agg('new.' || c, ', ') from unnest(counted) c),
    arguments);
  execute format('create trigger audit_row after %s on %s for each row execute function audit_row(%s)',
    case when added then 'insert or delete' else 'delete' end, which, arguments);
  insert into audit_plan values (which::text, about, personal, null)
    on conflict (relation) do update set about = excluded.about, personal = excluded.personal, why_not = null;
end $$;

create function not_audited(which regclass, why text) returns void language sql as $$
  insert into audit_plan values (which::text, null, null, why)
$$;
revoke execute on function audited(regclass, text, text, boolean, boolean, text[], text[]) from public;
revoke execute on function not_audited(regclass, text) from public;

-- What is done without changing a row.
create function audit_deed(deed text, kind text, record text, about_kind text, about_id uuid, actor uuid, how text, request text,
                           address text, agent text, details jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry uuid := uuidv7();
begin
  if deed in ('added', 'changed', 'removed', 'erased', 'forgotten') or how = 'sql' then
    raise exception 'written by triggers and by erasing only' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_entry (id, actor, how, request, address, agent, deed, kind, record, about_kind, about_id)
  values (entry, actor, how, request, address, agent, deed, kind, record, about_kind, about_id);
  if details is not null then
    insert into audit_value (entry_id, personal, after) values (entry, false, details);
  end if;
end $$;

select not_audited('flyway_schema_history', 'migrations are a record themselves'),
       not_audited('audit_entry', 'the trail itself'),
       not_audited('audit_value', 'the trail itself'),
       not_audited('audit_plan', 'changed by migrations only'),
       not_audited('erasure', 'a record that cannot be changed, with an entry for each'),
       not_audited('spring_session', 'signing in and out are entries of their own'),
       not_audited('spring_session_attributes', 'signing in and out are entries of their own'),
       not_audited('sign_in_failure', 'refused sign-ins are entries of their own'),
       not_audited('set_up_code', 'exists only as long as nobody is here');

select audited('organisation', null, null, false),
       audited('team', null, null, false),
       audited('app_user', 'user', 'id', false, quiet => '{last_sign_in_at,hat,created_at}'),
       audited('team_lead', 'user', 'user_id', false),
       audited('invitation', 'user', 'user_id', false);

select audited('company', 'company', 'id', false, quiet => '{created_by,created_at}'),
       audited('contact', 'contact', 'id', true, quiet => '{created_by,created_at}'),
       audited('contact_email', 'contact', 'contact_id', true, quiet => '{id,contact_id,position}'),
       audited('contact_phone', 'contact', 'contact_id', true, quiet => '{id,contact_id,position}'),
       audited('contact_tag', 'contact', 'contact_id', true, quiet => '{contact_id}'),
       audited('companion', 'contact', 'contact_id', true, quiet => '{contact_id,added_by,added_at}'),
       audited('introduction', 'contact', 'introduced_id', true, quiet => '{id,introduced_id,noted_by,noted_at}'),
       audited('contact_merge', 'contact', 'kept_id', true, quiet => '{id,kept_id,merged_by,merged_at,undone_by}', hidden => '{kept_before}'),
       not_audited('contact_merge_row', 'part of contact_merge, never changed'),
       not_audited('contact_owner_change', 'a record itself; the change stands at the contact'),
       not_audited('saved_view', 'somebody''s own bookmark');

select audited('stage_definition', null, null, false),
       audited('stage', null, null, false),
       audited('stage_criterion', null, null, false),
       audited('contact_stage', 'contact', 'contact_id', true, quiet => '{contact_id,since,move_id,version}'),
       not_audited('stage_move', 'a record itself, never changed; the change stands at contact_stage');

select audited('conversation', 'conversation', 'id', true, quiet => '{lead_id,logged_at,ended_by,last_seq,heard_turns,our_turns,'
                 'their_words,our_words,last_heard_at,last_turn_at,worked_on_at,team_id}'),
       audited('participant', 'conversation', 'conversation_id', true, quiet => '{conversation_id,joined_at}'),
       audited('turn', 'turn', 'id', true, added => false, quiet => '{salt,seal,word_count,logged_at,logged_by}'),
       audited('answer', 'turn', 'heard_id', true, added => false, quiet => '{question_kind,heard_kind,noted_by,noted_at}'),
       audited('reply', 'turn', 'response_id', true, added => false, quiet => '{response_kind,heard_kind}'),
       audited('turn_mark', 'turn', 'turn_id', true, added => false, quiet => '{turn_id,turn_kind,marked_by,marked_at}'),
       audited('turn_correction', 'turn', 'turn_id', true, quiet => '{id,turn_id,corrected_by,corrected_at}'),
       audited('withdrawn_turn', 'conversation', 'conversation_id', true, hidden => '{content}',
               quiet => '{id,conversation_id,withdrawn_by,withdrawn_at}'),
       audited('open_thread', 'turn', 'turn_id', true, added => false, quiet => '{id,turn_id,opened_by,opened_at,let_go_by}'),
       audited('theme', null, null, false, quiet => '{id,created_by,created_at}'),
       audited('turn_theme', 'turn', 'turn_id', true, quiet => '{turn_id}'),
       audited('assumption', 'contact', 'contact_id', true, quiet => '{id,contact_id,made_by,made_at,settled_at}'),
       audited('hunch', null, null, true, quiet => '{id,contact_id,had_by,had_at,settled_at}', hidden => '{words,settled}'),
       audited('research_note', 'contact', 'contact_id', true, quiet => '{id,contact_id,noted_by,noted_at}'),
       audited('reflection', null, null, true, quiet => '{written_at}', hidden => '{about_them,about_me}'),
       not_audited('answer_refused', 'a suggestion that is not made again'),
       not_audited('evidence', 'never changed; made by the offer that stands on it'),
       not_audited('proposed_turn', 'a draft that counts for nothing until it is confirmed');

select audited('promise', 'contact', 'contact_id', true, quiet => '{id,contact_id,made_by,made_at}'),
       not_audited('promise_outcome', 'a record itself, never changed; the change stands at the promise');

select audited('touch', 'contact', 'contact_id', true, quiet => '{id,contact_id,team_id,noted_by,noted_at}'),
       audited('agreed_silence', 'contact', 'contact_id', true, quiet => '{id,contact_id,agreed_by,agreed_at}'),
       audited('way_on', 'contact', 'contact_id', true, quiet => '{id,contact_id,chosen_by,chosen_at}');

select audited('need', 'need', 'id', true, quiet => '{id,noted_by,team_id,noted_at,ended_by,ended_at}'),
       audited('need_person', 'need', 'need_id', true, quiet => '{need_id,added_at}'),
       audited('need_person_not_met', 'need', 'need_id', true, quiet => '{id,need_id}'),
       audited('need_turn', 'need', 'need_id', true, quiet => '{need_id,speaker_id,linked_by,linked_at}', hidden => '{excerpt}'),
       audited('need_confirmation', 'need', 'need_id', true, quiet => '{id,need_id,noted_by,noted_at}'),
       audited('need_cost', 'need', 'need_id', true, quiet => '{id,need_id,noted_by,noted_at}'),
       audited('solution', 'need', 'need_id', true, quiet => '{id,need_id,noted_by,noted_at}'),
       not_audited('need_change', 'a record itself, never changed; the change stands at the need');

select audited('gate_policy', null, null, false),
       audited('offer', 'offer', 'id', true, quiet => '{id,recorded_at,changed_at,team_id,sent_at,withdrawn_at}'),
       audited('decision', 'offer', 'offer_id', true, quiet => '{id,offer_id,noted_by,noted_at}'),
       audited('past_purchase', 'contact', 'contact_id', true, quiet => '{id,contact_id,imported_by,imported_at}'),
       not_audited('offer_need', 'never changed; made with the offer'),
       not_audited('offer_sent', 'never changed; the change stands at the offer'),
       not_audited('offer_verdict', 'never changed; made with the offer');

select not_audited('contact_card', 'derived from other tables'),
       audited('import_run', 'import', 'id', false, quiet => '{id,digest,run_by,run_at}'),
       not_audited('import_line', 'the report of an import; what was taken is on the trail itself'),
       not_audited('import_file', 'waits for a day; the import is on the trail');
