-- Somebody who answers what customers say and does nothing else here: neither works with customers nor sets Attune up. Decision 0039.
do $$
declare
  old record;
begin
  for old in select c.conname, c.conrelid::regclass as of from pg_constraint c
              where c.contype = 'c'
                and (c.conrelid = 'app_user'::regclass and pg_get_constraintdef(c.oid) ~ '\mrole\M'
                  or c.conrelid = 'sign_in_rule'::regclass and pg_get_constraintdef(c.oid) ~ 'second_factor_for') loop
    execute format('alter table %s drop constraint %I', old.of, old.conname);
  end loop;
end $$;
alter table app_user
  add constraint app_user_role check (role in ('salesperson', 'manager', 'admin', 'decider')),
  add constraint app_user_role_sells check (role = 'admin' or sells = (role <> 'decider'));
alter table sign_in_rule
  add constraint sign_in_rule_roles check (second_factor_for <@ array['salesperson', 'manager', 'admin', 'decider']);

-- Whoever answers for it, whether they work with customers or not; of those who do, whoever put it, and whoever may read one of the
-- turns it rests on.
create or replace function seen_statement(viewer uuid) returns setof statement language sql stable parallel safe as $$
  select s.* from statement s
   where s.withdrawn_at is null
     and (exists (select from statement_answerer a join app_user u on u.id = a.user_id
                   where a.audience = s.audience and a.user_id = viewer and u.deactivated_at is null)
       or exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
          and (s.put_by = viewer
            or exists (select from statement_turn x join seen_turn(viewer) t on t.id = x.turn_id where x.statement_id = s.id)))
$$;

-- What is open to all is read by all who work with customers; by whoever only answers, as far as a statement rests on it that they see.
create or replace function statement_words(viewer uuid) returns table (turn_id uuid, speaker_id uuid, seen boolean)
language sql stable parallel safe as $$
  select t.id, t.speaker_id, k.seen
    from turn t join conversation v on v.id = t.conversation_id
   cross join lateral (select exists (select from seen_turn(viewer) s where s.id = t.id) as seen) k
   where t.kind = 'heard' and t.words is not null and v.visibility <> 'private'
     and (k.seen or v.visibility = 'all'
                and (exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
                  or exists (select from statement_turn x join seen_statement(viewer) s on s.id = x.statement_id where x.turn_id = t.id)))
     and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
$$;

-- The names that a statement could betray: of those who were there when it was said, of others at their companies, and of the companies,
-- wherever whoever said it may not be named to the viewer. "Outward" is the marketing hat, under which only a consent names somebody.
create function statement_names(which uuid, viewer uuid, outward boolean) returns text[] language sql stable parallel safe as $$
  with talk as (
    select distinct t.conversation_id
      from statement_turn x join turn t on t.id = x.turn_id
     where x.statement_id = which
       and not exists (
         select from seen_contact(viewer) s
          where s.id = t.speaker_id
            and (not outward or exists (select from story y cross join lateral consent_of_story(y.id, current_date) a
                                         where y.contact_id = s.id and y.retired_at is null and a.named)))),
  there as (select c.id, c.company_id from talk join participant p using (conversation_id) join contact c on c.id = p.contact_id),
  person as (
    select id from there union select c.id from contact c where c.company_id in (select company_id from there))
  select array(
    select distinct n.name
      from person r join contact c on c.id = r.id left join company q on q.id = c.company_id
     cross join lateral (values (c.given_name), (c.family_name), (q.name),
                          (case when length(split_part(q.name, ' ', 1)) >= 4 then split_part(q.name, ' ', 1) end)) n (name)
     where n.name <> '' limit 2000)
$$;
