-- Two marks on our own turns: that we first took up what they had said, and that we pushed. Attune only suggests them (decision
-- 0026); whoever had the conversation says whether it is so. What was suggested and taken says that it was.
alter table turn_mark drop constraint turn_mark_kind_check;
alter table turn_mark drop constraint turn_mark_check;
alter table turn_mark
  add column suggested boolean not null default false,
  add constraint turn_mark_kind_check check (kind in ('their_question', 'asked_for_offer', 'personal', 'sensitive', 'played_back',
    'reaction', 'consented_to_story', 'acknowledged', 'pushed')),
  add constraint turn_mark_fits check (kind = 'played_back' or (turn_kind = 'heard') = (kind not in ('acknowledged', 'pushed')));
select audited('turn_mark', 'turn', 'turn_id', true, added => false, quiet => '{turn_id,turn_kind,marked_by,marked_at,suggested}');

create table mark_refused (                                              -- a suggested mark that is none; not suggested again
  turn_id uuid not null references turn on delete cascade,
  kind text not null check (kind in ('acknowledged', 'pushed', 'played_back')),
  refused_by uuid not null references app_user,
  refused_at timestamptz not null default now(),
  primary key (turn_id, kind));
create index mark_refused_by on mark_refused (refused_by);
select not_audited('mark_refused', 'a suggestion that is not made again');

create table marks_gone_through (                                        -- nothing else is to be marked here: what is not marked was not so
  conversation_id uuid primary key references conversation,
  gone_by uuid not null references app_user,
  gone_at timestamptz not null default now());
create index marks_gone_through_by on marks_gone_through (gone_by);
select not_audited('marks_gone_through', 'says itself who and when; means nothing but that somebody looked');

-- What is counted in a conversation that is over, kept ready in the transaction that changes it. A row for each of them that has
-- turns; rebuilt from the turns at any time, except where words of them were erased, which keeps what was counted before. Whose
-- it was, when and under which hat stands at the conversation. Everything one side says until the other one speaks is one go.
create table conversation_measure (
  conversation_id uuid primary key references conversation,
  complete boolean not null,                                             -- the log is: only then are these measures
  gone_through boolean not null,                                         -- acknowledged and pushes are confirmed: only then do they count
  our_goes int not null check (our_goes >= 0),
  their_goes int not null check (their_goes >= 0),
  our_words int not null check (our_words >= 0),
  their_words int not null check (their_words >= 0),
  our_asking int not null check (our_asking between 0 and our_goes),     -- our goes with a question
  their_asking int not null check (their_asking between 0 and their_goes),
  their_questions int not null check (their_questions >= their_asking),  -- turns of theirs with a question
  taken_up int not null check (taken_up between 0 and their_questions),  -- of these, named by a response in our next go
  replies int not null check (replies between 0 and our_goes),           -- our goes after one of theirs
  acknowledged int not null check (acknowledged between 0 and replies),
  pushes int not null check (pushes >= 0),                               -- turns of ours
  played_back int not null check (played_back >= 0),                     -- turns of ours
  responses int not null check (responses >= 0),
  longest_run int not null check (longest_run >= 0),                     -- words of ours in a row
  score numeric(5, 2) check (score between 0 and 100),                   -- of no use by itself; none: it does not count in a trend
  check (score is null or complete and our_goes >= 4 and their_goes >= 4));
select not_audited('conversation_measure', 'derived from what is on the trail');

-- What is known about a customer does not hold how one of us listened.
do $$
declare
  was text := pg_get_functiondef('known_of_person(uuid)'::regprocedure);
  becomes text := replace(was, 't.relname <> all (array[',
    't.relname <> all (array[''conversation_measure'', ''marks_gone_through'', ''mark_refused'', ');
begin
  if becomes = was then
    raise exception 'known_of_person is not as expected';
  end if;
  execute becomes;
end $$;
