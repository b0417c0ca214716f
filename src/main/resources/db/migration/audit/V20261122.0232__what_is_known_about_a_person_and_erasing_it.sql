-- Erasing what is known about a person, and showing it: see decision 0014.

alter table contact add column erasure_id uuid references erasure;
create index contact_erasure on contact (erasure_id) where erasure_id is not null;
-- Nothing about them comes back; a name is the mark that says when it went.
alter table contact add check (erasure_id is null or (given_name = '' and family_name ~ '^\[erased \d{4}-\d\d-\d\d\]$'
  and job_title is null and company_id is null and source is null and found_us is null and background is null));
select audited('contact', 'contact', 'id', true, quiet => '{created_by,created_at}');

-- Somebody and all those who were merged into them: one person.
create function one_person(contact uuid) returns uuid[] language sql stable as $$
  with recursive person(id) as (
    select contact union select c.id from contact c join person p on c.merged_into = p.id)
  select array_agg(id order by id) from person
$$;

-- What a person said, and what was said to nobody else.
create function said_with(people uuid[]) returns table (turn_id uuid) language sql stable as $$
  select t.id from turn t where t.kind = 'heard' and t.speaker_id = any (people)
  union
  select t.id from turn t
   where t.conversation_id in (select p.conversation_id from participant p where p.contact_id = any (people))
     and not exists (select from participant o where o.conversation_id = t.conversation_id and o.contact_id <> all (people))
$$;

-- The only way to erase. It runs with the owner's rights, because evidence, decisions and the trail cannot be changed otherwise,
-- and makes the record of itself first. A module with tables of its own about people adds a function erase_of_…(people, mark)
-- that returns how many rows it emptied; it is found by its name.
create function erase_person(p_erasure uuid, p_contact uuid, p_ground text, p_reason text, p_by uuid)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mark text := '[erased ' || to_char(current_date, 'YYYY-MM-DD') || ']';
  people uuid[];
  talks uuid[];
  alone uuid[];
  said uuid[];
  needs uuid[];
  own_needs uuid[];
  offers uuid[];
  gone jsonb := '{}';
  n int;
  other text;
begin
  insert into erasure (id, ground, reason, erased_by) values (p_erasure, p_ground, p_reason, p_by);
  perform set_config('attune.erasing', p_erasure::text, true);
  people := one_person(p_contact);
  -- A merge waits for this, or is waited for; who logs something does not. Then nothing is logged while we look for what was.
  perform from contact where id = any (people) order by id for no key update;
  people := one_person(p_contact);
  perform from conversation where id in (select conversation_id from participant where contact_id = any (people))
    order by id for no key update;
  talks := array(select distinct conversation_id from participant where contact_id = any (people));
  alone := array(select t from unnest(talks) t
                  where not exists (select from participant o where o.conversation_id = t and o.contact_id <> all (people)));
  said := array(select turn_id from said_with(people));
  needs := array(select distinct need_id from need_person where contact_id = any (people));
  own_needs := array(select t from unnest(needs) t
                      where not exists (select from need_person o where o.need_id = t and o.contact_id <> all (people)));
  offers := array(select id from offer where contact_id = any (people));

  update turn set words = null, salt = null, understanding = null, erased_at = coalesce(erased_at, now())
   where id = any (said) and (words is not null or understanding is not null);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('turn', n);
  update turn_correction set words = mark where turn_id = any (said);
  update open_thread set note = case when note is not null then mark end, let_go_why = case when let_go_why is not null then mark end
   where turn_id = any (said) and coalesce(note, let_go_why) is not null;
  update withdrawn_turn set content = jsonb_build_object('erased', current_date)
   where conversation_id = any (alone)
      or conversation_id = any (talks) and (content ->> 'speaker')::uuid = any (people);
  delete from proposed_turn where speaker_id = any (people) or conversation_id = any (alone)
      or conversation_id = any (talks) and speaker_id is null and kind = 'heard';
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('proposed_turn', n);
  update conversation set note = mark where id = any (talks) and note is not null;
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('note', n);
  update conversation set state = 'not_closed', ended_at = now() where id = any (alone) and state in ('open', 'resting');
  update conversation set state = 'called_off', ended_at = now() where id = any (alone) and state = 'planned';
  update reflection set about_them = mark where conversation_id = any (talks) and about_them is not null;

  delete from contact_email where contact_id = any (people);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('contact_email', n);
  delete from contact_phone where contact_id = any (people);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('contact_phone', n);
  delete from contact_tag where contact_id = any (people);
  delete from assumption where contact_id = any (people);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('assumption', n);
  delete from hunch where contact_id = any (people);
  delete from research_note where contact_id = any (people);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('research_note', n);
  update introduction set note = mark where (introducer_id = any (people) or introduced_id = any (people)) and note is not null;
  delete from contact_merge_row where merge_id in (select id from contact_merge where kept_id = any (people) or absorbed_id = any (people));
  delete from contact_merge where kept_id = any (people) or absorbed_id = any (people);
  update stage_move set reason = mark where contact_id = any (people) and reason is not null;
  delete from promise_outcome where promise_id in (select id from promise where contact_id = any (people) and state = 'open');
  delete from promise where contact_id = any (people) and state = 'open';
  get diagnostics n = row_count;
  update promise_outcome set note = mark where promise_id in (select id from promise where contact_id = any (people)) and note is not null;
  update promise set words = mark where contact_id = any (people);
  gone := gone || jsonb_build_object('promise', n);
  update touch set words = case when words is not null then mark end, reaction_words = case when reaction_words is not null then mark end
   where contact_id = any (people) and coalesce(words, reaction_words) is not null;
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('touch', n);
  update agreed_silence set why = mark where contact_id = any (people) and why is not null;

  update need set title = mark, ended_why = case when ended_why is not null then mark end where id = any (own_needs);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('need', n);
  update need_change set why = mark where need_id = any (own_needs) and why is not null;
  update need_person_not_met set label = mark where need_id = any (own_needs);
  update need_turn set excerpt = null where heard_id = any (said) and excerpt is not null;
  update need_confirmation set played_back = mark where need_id = any (own_needs) or answer_turn = any (said);
  update need_cost set worked_out = mark where (need_id = any (own_needs) or turn_id = any (said)) and worked_out is not null;
  update solution set our_part = mark, their_part = mark
   where need_id = any (own_needs) or agreed_turn = any (said) or contributed_turn = any (said);

  update offer set state = 'withdrawn', withdrawn_at = now(), withdrawn_why = mark where id = any (offers) and state = 'draft';
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('offer', n);
  update offer set title = mark, scope = mark where id = any (offers) and sent_at is null;
  update offer set push_reason = case when push_reason is not null then mark end,
                   still_sensible = case when still_sensible is not null then mark end,
                   sense_for_us = case when sense_for_us is not null then mark end,
                   withdrawn_why = case when withdrawn_why is not null then mark end
   where id = any (offers) and coalesce(push_reason, still_sensible, sense_for_us, withdrawn_why) is not null;
  update decision set reason = mark where offer_id = any (offers) and reason is not null;

  update import_line set name = mark, original = null, reason = null, digest = null where contact_id = any (people);
  update contact_card set last_words_turn = null, next_due = null where contact_id = any (people) or last_words_turn = any (said);

  for other in select proname from pg_proc where pronamespace = 'public'::regnamespace and proname like 'erase\_of\_%' order by 1 loop
    execute format('select %I($1, $2)', other) into n using people, mark;
    gone := gone || jsonb_build_object(substr(other, 10), n);
  end loop;

  update contact set given_name = '', family_name = mark, pronoun = 'unknown', job_title = null, company_id = null, language = null,
                     source = null, found_us = null, background = null, archived_at = coalesce(archived_at, now()),
                     erasure_id = p_erasure, version = version + 1
   where id = any (people);
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('contact', n);

  update audit_value v set before = null, after = null, erasure_id = p_erasure
    from audit_entry e
   where v.entry_id = e.id and v.personal and v.erasure_id is null
     and (e.about_id = any (people || said || talks || own_needs || offers)
       or e.about_id = any (needs) and (
            e.record in (select id::text from need_confirmation where answer_turn = any (said)
                         union all select id::text from need_cost where turn_id = any (said)
                         union all select id::text from solution where agreed_turn = any (said) or contributed_turn = any (said))));
  get diagnostics n = row_count;
  gone := gone || jsonb_build_object('audit_value', n);
  update audit_entry set record = split_part(record, '/', 1) where kind = 'contact_tag' and about_id = any (people);

  perform erasure_noted(p_erasure, gone, case p_ground when 'retention' then 'forgotten' else 'erased' end, 'contact', p_contact, p_by);
  return gone;
end $$;

-- Ends an erasure and puts it on the trail, with numbers and without words.
create function erasure_noted(p_erasure uuid, p_gone jsonb, p_deed text, p_kind text, p_about uuid, p_by uuid)
returns void language plpgsql set search_path = public, pg_temp as $$
declare
  entry uuid := uuidv7();
begin
  update erasure set gone = p_gone, finished_at = clock_timestamp() where id = p_erasure;
  perform set_config('attune.erasing', '', true);
  insert into audit_entry (id, actor, how, request, address, agent, deed, kind, record, about_kind, about_id)
  select entry, coalesce(w.actor, p_by), w.how, w.request, w.address, w.agent, p_deed, p_kind, p_erasure::text,
         case when p_about is not null then p_kind end, p_about
    from audit_who() w;
  insert into audit_value (entry_id, personal, after) values (entry, false, p_gone);
end $$;
revoke execute on function erasure_noted(uuid, jsonb, text, text, uuid, uuid) from public;

-- Everything that is known about a person, table by table, as it stands: their contact, what refers to them, and what refers to what
-- they said, need, were offered and promised. What refers to a contact is asked of the catalogue, so a new table is never left out.
create function known_of_person(p_contact uuid) returns table (relation text, content jsonb)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  people uuid[] := one_person(p_contact);
  talks uuid[] := array(select distinct conversation_id from participant where contact_id = any (people));
  ids jsonb := jsonb_build_object(
    'contact', to_jsonb(people),
    'turn', (select coalesce(jsonb_agg(turn_id), '[]') from said_with(people)),
    'offer', (select coalesce(jsonb_agg(id), '[]') from offer where contact_id = any (people)),
    'offer_sent', (select coalesce(jsonb_agg(id), '[]') from offer where contact_id = any (people)),
    'need', (select coalesce(jsonb_agg(distinct need_id), '[]') from need_person where contact_id = any (people)),
    'promise', (select coalesce(jsonb_agg(id), '[]') from promise where contact_id = any (people)),
    'conversation', to_jsonb(talks));
  roots text[] := array['contact', 'turn', 'offer', 'offer_sent', 'need', 'promise', 'conversation'];
  part record;
begin
  -- The records themselves; of conversations with others only what is not somebody else's words.
  return query select 'contact', to_jsonb(c) from contact c where c.id = any (people);
  return query select 'conversation', to_jsonb(v) - case when exists (
      select from participant o where o.conversation_id = v.id and o.contact_id <> all (people)) then 'note' else '' end
    from conversation v where v.id = any (talks) order by v.happened_at;
  return query select 'turn', to_jsonb(t) - '{salt,seal,search}'::text[] from turn t
   where t.id in (select s.turn_id from said_with(people) s) order by t.said_at, t.seq;
  return query select 'need', to_jsonb(d) from need d
   where d.id in (select p.need_id from need_person p where p.contact_id = any (people));
  return query select 'offer', to_jsonb(o) from offer o where o.contact_id = any (people) order by o.recorded_at;
  -- Whatever refers to one of them: by the reference that is nearest to the person, so that a row of somebody else is not taken along.
  for part in
    select t.relname::text as name,
           string_agg(distinct format('x.%I = any (array(select jsonb_array_elements_text($1 -> %L))::uuid[])', a.attname, r.relname), ' or ') as condition
      from (select f.conrelid, f.confrelid, f.conkey[i] as referring,
                   min(array_position(roots, f.confrelid::regclass::text)) over (partition by f.conrelid) as nearest,
                   array_position(roots, f.confrelid::regclass::text) as rank
              from pg_constraint f cross join lateral generate_subscripts(f.conkey, 1) i
              join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[i]
             where f.contype = 'f' and f.connamespace = 'public'::regnamespace
               and f.confrelid::regclass::text = any (roots)
               and k.attname = case f.confrelid::regclass::text when 'offer_sent' then 'offer_id' else 'id' end) f
      join pg_class t on t.oid = f.conrelid
      join pg_class r on r.oid = f.confrelid
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.referring
     where f.rank = f.nearest and t.relname <> all (array['contact', 'conversation', 'turn', 'need', 'offer', 'contact_card'])
     group by t.relname order by min(f.rank), t.relname
  loop
    return query execute format(
      'select %L::text, to_jsonb(x) - ''{about_me,content}''::text[]'
      ' || case when to_jsonb(x) ? ''content'' and (to_jsonb(x) -> ''content'' ->> ''speaker'' is null'
      '      or (to_jsonb(x) -> ''content'' ->> ''speaker'')::uuid = any ($2))'
      '    then jsonb_build_object(''content'', to_jsonb(x) -> ''content'' -> ''words'') else ''{}'' end'
      ' from %I x where %s', part.name, part.name, part.condition)
    using ids, people;
  end loop;
  return query select 'audit_value', jsonb_build_object('at', e.at, 'kind', e.kind) || jsonb_strip_nulls(
      jsonb_build_object('before', v.before, 'after', v.after))
    from audit_entry e join audit_value v on v.entry_id = e.id
   where e.about_id = any (people) and v.personal and v.erasure_id is null order by e.at;
end $$;
