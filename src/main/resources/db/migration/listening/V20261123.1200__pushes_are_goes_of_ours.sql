-- A share of our goes that push: turns were counted over goes, so it could be more than all of them. See decision 0038. Goes are
-- counted here as they are in the application: everything one side says until the other one speaks.
with side as (
  select t.id, t.conversation_id, t.seq, t.kind = 'heard' as theirs,
         lag(t.kind = 'heard') over (partition by t.conversation_id order by t.seq) as before
    from turn t join conversation_measure m on m.conversation_id = t.conversation_id and m.pushes > 0),
go as (
  select s.id, s.conversation_id,
         count(*) filter (where s.theirs is distinct from s.before) over (partition by s.conversation_id order by s.seq) as number
    from side s),
pushing as (
  select g.conversation_id, count(distinct g.number) as goes
    from go g join turn_mark k on k.turn_id = g.id and k.kind = 'pushed' group by 1)
update conversation_measure m
   set pushes = least(p.goes, m.our_goes)
  from pushing p where p.conversation_id = m.conversation_id;

-- Where the marks are gone and only what was counted is left.
update conversation_measure set pushes = our_goes where pushes > our_goes;

alter table conversation_measure add constraint conversation_measure_pushes_fit check (pushes <= our_goes);
