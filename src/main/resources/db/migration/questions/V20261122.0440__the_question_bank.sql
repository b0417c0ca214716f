-- What is worth asking, in the organisation's own words: for what is not known yet, and for a stage. A question keeps its id through
-- all its wordings; a wording is never changed, so that what was asked remains as it was asked.
create table question (
  id uuid primary key,
  gap text check (gap in ('thread', 'problem', 'cost', 'who_else', 'how_decide', 'fit', 'playback', 'reaction')),
  stage_key text references stage_identity,
  language text not null check (language in ('en', 'de')),
  position int not null check (position between 1 and 10000),
  number int not null check (number > 0),                                -- the wording in force
  words text not null,
  created_by uuid references app_user,                                   -- none: came with Attune
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  version int not null default 0,
  check ((gap is null) <> (stage_key is null)));
create unique index question_once on question (coalesce(gap, ''), coalesce(stage_key, ''), language, folded(words));
create index question_stage on question (stage_key);
create index question_by on question (created_by);
create index question_in_force on question (id, number, words);
revoke delete on question from ${app_role};

create table question_wording (
  question_id uuid not null references question deferrable initially deferred,
  number int not null check (number > 0),
  words text not null check (words = btrim(words) and char_length(words) between 1 and 200),
  written_by uuid references app_user,
  written_at timestamptz not null default now(),
  primary key (question_id, number),
  unique (question_id, number, words));
create index question_wording_by on question_wording (written_by);
revoke update, delete on question_wording from ${app_role};
alter table question add constraint question_as_worded foreign key (id, number, words)
  references question_wording (question_id, number, words) deferrable initially deferred;

-- A question that was asked remembers which one of the bank it was, and in which words it stood there.
alter table turn
  add column bank_question uuid,
  add column bank_number int,
  add constraint turn_from_bank foreign key (bank_question, bank_number) references question_wording,
  add constraint turn_from_bank_whole check ((bank_question is null) = (bank_number is null)),
  add constraint turn_from_bank_asked check (bank_question is null or kind = 'asked');
create index turn_from_bank_here on turn (conversation_id, bank_question) where bank_question is not null;   -- not asked twice
create index turn_from_bank on turn (bank_question, logged_at) where bank_question is not null;                 -- how often, and how answered

create temporary table came (gap text, stage_key text, language text, words text, by_whom uuid, at timestamptz, gone boolean, nth int)
  on commit drop;
insert into came (gap, stage_key, language, words, at, gone, nth)
select g, s, l, w, now(), false, row_number() over () from (values
  ('thread', null, 'en', 'You mentioned something there that I would like to come back to. How is it for you?'),
  ('thread', null, 'en', 'What was behind that, when you said it?'),
  ('thread', null, 'de', 'Sie haben da etwas erwähnt, auf das ich gern zurückkomme. Wie ist das für Sie?'),
  ('thread', null, 'de', 'Was steckte dahinter, als Sie das sagten?'),
  ('problem', null, 'en', 'When did that last happen, and what did you do?'),
  ('problem', null, 'en', 'What is it that bothers you most, in your own words?'),
  ('problem', null, 'en', 'What have you tried so far, and how did it go?'),
  ('problem', null, 'de', 'Wann ist das zuletzt passiert, und was haben Sie dann getan?'),
  ('problem', null, 'de', 'Was stört Sie daran am meisten, in Ihren eigenen Worten?'),
  ('problem', null, 'de', 'Was haben Sie bisher versucht, und wie ist es ausgegangen?'),
  ('cost', null, 'en', 'What does that cost you, as far as you can tell?'),
  ('cost', null, 'en', 'What does it take from you in a month: time, money, nerves?'),
  ('cost', null, 'en', 'What happens if it stays as it is for another year?'),
  ('cost', null, 'de', 'Was kostet Sie das, soweit Sie es sagen können?'),
  ('cost', null, 'de', 'Was nimmt es Ihnen im Monat: Zeit, Geld, Nerven?'),
  ('cost', null, 'de', 'Was geschieht, wenn es noch ein Jahr so bleibt?'),
  ('who_else', null, 'en', 'Who feels that most?'),
  ('who_else', null, 'en', 'Who else would notice if it went away?'),
  ('who_else', null, 'de', 'Wer spürt das am meisten?'),
  ('who_else', null, 'de', 'Wer würde es noch merken, wenn es weg wäre?'),
  ('how_decide', null, 'en', 'How is something like this decided with you?'),
  ('how_decide', null, 'en', 'What did you go by the last time you chose something like this?'),
  ('how_decide', null, 'en', 'Who has to be at ease with it, and what would help them?'),
  ('how_decide', null, 'de', 'Wie wird so etwas bei Ihnen entschieden?'),
  ('how_decide', null, 'de', 'Wonach sind Sie gegangen, als Sie zuletzt so etwas ausgesucht haben?'),
  ('how_decide', null, 'de', 'Wem muss dabei wohl sein, und was würde ihnen helfen?'),
  ('fit', null, 'en', 'And if you had that, what would be different?'),
  ('fit', null, 'en', 'What would a good way out look like to you, and what would be your part in it?'),
  ('fit', null, 'en', 'What would have to be true for this to be worth it to you?'),
  ('fit', null, 'de', 'Und wenn Sie das hätten, was wäre dann anders?'),
  ('fit', null, 'de', 'Wie sähe für Sie ein guter Ausweg aus, und was wäre Ihr Teil daran?'),
  ('fit', null, 'de', 'Was müsste gegeben sein, damit es sich für Sie lohnt?'),
  ('playback', null, 'en', 'This is how I understand it so far. What of it is right, and what is missing?'),
  ('playback', null, 'en', 'How would you put it in one sentence?'),
  ('playback', null, 'de', 'So verstehe ich es bis jetzt. Was davon stimmt, und was fehlt?'),
  ('playback', null, 'de', 'Wie würden Sie es in einem Satz sagen?'),
  ('reaction', null, 'en', 'How does that sound to you?'),
  ('reaction', null, 'en', 'What of it suits you, and what does not?'),
  ('reaction', null, 'de', 'Wie klingt das für Sie?'),
  ('reaction', null, 'de', 'Was davon passt Ihnen, und was nicht?'),
  (null, 'know', 'en', 'What brought you to look at this now?'),
  (null, 'know', 'de', 'Was hat Sie gerade jetzt darauf gebracht?'),
  (null, 'like', 'en', 'What keeps you busy these days?'),
  (null, 'like', 'de', 'Was beschäftigt Sie zurzeit?'),
  (null, 'trust', 'en', 'What would you like to understand better about it?'),
  (null, 'trust', 'de', 'Was davon würden Sie gern besser verstehen?'),
  (null, 'exploring', 'en', 'How did it come to be as it is?'),
  (null, 'exploring', 'de', 'Wie ist es so gekommen, wie es jetzt ist?'),
  (null, 'weighing', 'en', 'What speaks for leaving it as it is?'),
  (null, 'weighing', 'de', 'Was spricht dafür, es so zu lassen, wie es ist?'),
  (null, 'deciding', 'en', 'What do you still need to know to say yes or no?'),
  (null, 'deciding', 'de', 'Was brauchen Sie noch, um Ja oder Nein zu sagen?'),
  (null, 'customer', 'en', 'What has changed for you since?'),
  (null, 'customer', 'de', 'Was hat sich für Sie seitdem verändert?'),
  (null, 'advocate', 'en', 'What did you tell others about it?'),
  (null, 'advocate', 'de', 'Was haben Sie anderen davon erzählt?'),
  (null, 'not_now', 'en', 'What would have to change for it to matter again?'),
  (null, 'not_now', 'de', 'Was müsste sich ändern, damit es wieder wichtig wird?')) d (g, s, l, w);

-- Until now a stage had questions of its own, as part of its definition. Those asked today stay on the list, after the ones above; those
-- of earlier versions can be brought back.
insert into came (stage_key, language, words, by_whom, at, gone, nth)
select distinct on (q.stage_key, folded(btrim(q.words)))
       q.stage_key, case when q.words ~* '\m(sie|ihnen|ihre?|was|wie|wer|wann|wo|warum|und|das|der|die)\M' then 'de' else 'en' end,
       btrim(q.words), d.published_by, d.published_at, q.version <> (select version from definition_in_force), 1000 + q.position
  from stage_question q join stage_definition d on d.version = q.version
 where btrim(q.words) <> ''
   and not exists (select from came c where c.stage_key = q.stage_key and folded(c.words) = folded(btrim(q.words)))
 order by q.stage_key, folded(btrim(q.words)), q.version desc;

with made as (
  insert into question (id, gap, stage_key, language, position, number, words, created_by, created_at, retired_at)
  select uuidv7(), gap, stage_key, language,
         row_number() over (partition by gap, stage_key, language order by nth), 1, words, by_whom, at, case when gone then now() end
    from came
  returning id, words, created_by, created_at)
insert into question_wording (question_id, number, words, written_by, written_at)
select id, 1, words, created_by, created_at from made;
drop table stage_question;
delete from audit_plan where relation = 'stage_question';

set constraints all immediate;
select audited('question', null, null, false, quiet => '{id,number,created_by,created_at}'),
       not_audited('question_wording', 'never changed; each wording stands at its question'),
       audited('turn', 'turn', 'id', true, added => false,
               quiet => '{salt,seal,word_count,logged_at,logged_by,bank_question,bank_number}');
