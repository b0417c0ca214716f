-- Whose words may stand in the voice of the customer: see decision 0036. What was heard in a conversation that is for the whole
-- organisation, or that the viewer may read anyway; never what is private, personal, sensitive or erased. Only what may be read is
-- counted, so that every figure opens. Names are another question: they still come from seen_contact.
create function voiced_turn(viewer uuid) returns setof turn language sql stable parallel safe as $$
  select t.* from turn t join conversation v on v.id = t.conversation_id
   where t.kind = 'heard' and t.words is not null and v.visibility <> 'private'
     and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
     and (v.visibility = 'all' and exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
       or exists (select from participant p join seen_contact(viewer) c on c.id = p.contact_id where p.conversation_id = v.id))
$$;
create index conversation_for_all on conversation (happened_at) where visibility = 'all';

-- What words are about, without endings and without the words that say nothing by themselves, in English and German at once, because
-- nobody says in which language somebody spoke.
create text search dictionary heard_stop_en (template = pg_catalog.simple, stopwords = english, accept = false);
create text search dictionary heard_stop_de (template = pg_catalog.simple, stopwords = german, accept = false);
create text search configuration heard_en (copy = pg_catalog.simple);
alter text search configuration heard_en
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with heard_stop_en, heard_stop_de, english_stem;
create text search configuration heard_de (copy = pg_catalog.simple);
alter text search configuration heard_de
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with heard_stop_en, heard_stop_de, german_stem;
create function heard_stems(words text) returns tsvector language sql immutable parallel safe as $$
  select strip(to_tsvector('public.heard_en'::regconfig, replace(words, '’', ''''))
            || to_tsvector('public.heard_de'::regconfig, replace(words, '’', '''')))
$$;

-- One row for each theme of each turn that may be heard, so that a theme is counted over years without touching a turn. Derived:
-- kept right by the triggers below, whoever changes what it is made of, and nobody else can write it. It does not know who looks;
-- voiced_theme does.
create table themed_turn (
  turn_id uuid not null references turn on delete cascade,
  theme_id uuid not null references theme,                               -- as it was given; what it stands for today is asked when read
  conversation_id uuid not null,
  speaker_id uuid not null,
  team_id uuid not null,                                                 -- of that day
  said_at timestamptz not null,
  for_all boolean not null,                                              -- the whole organisation may read it
  stems tsvector not null,
  primary key (turn_id, theme_id));
create index themed_turn_when on themed_turn (said_at) include (turn_id, theme_id, conversation_id, speaker_id, team_id, for_all);
create index themed_turn_theme on themed_turn (theme_id, said_at, turn_id) include (conversation_id, speaker_id, team_id, for_all);
revoke insert, update, delete on themed_turn from ${app_role};
select not_audited('themed_turn', 'derived from turns and their themes');

create function voiced_theme(viewer uuid) returns setof themed_turn language sql stable parallel safe as $$
  select d.* from themed_turn d
   where d.for_all and exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
      or exists (select from participant p join seen_contact(viewer) c on c.id = p.contact_id
                  where p.conversation_id = d.conversation_id)
$$;

-- Anew for these turns. Whoever else changes something about one of them waits, and then sees what was changed.
create function themed_turns_anew(turns uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from turn where id = any (turns) order by id for no key update;
  delete from themed_turn where turn_id = any (turns);
  insert into themed_turn (turn_id, theme_id, conversation_id, speaker_id, team_id, said_at, for_all, stems)
  select t.id, m.theme_id, v.id, t.speaker_id, v.team_id, t.said_at, v.visibility = 'all', heard_stems(t.words)
    from turn t join conversation v on v.id = t.conversation_id join turn_theme m on m.turn_id = t.id
   where t.id = any (turns) and t.kind = 'heard' and t.words is not null and v.visibility <> 'private'
     and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'));
end $$;

create function themed_turn_after_theme() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid := case when tg_op = 'DELETE' then old.turn_id else new.turn_id end;
begin
  -- Who may read a conversation and what it is about are settled one after the other; the conversation always first.
  perform from conversation where id = (select conversation_id from turn where id = which) for share;
  perform themed_turns_anew(array[which]);
  return null;
end $$;
create trigger themed_turn_follows after insert or delete on turn_theme for each row execute function themed_turn_after_theme();

create function themed_turn_after_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform themed_turns_anew(array[case when tg_op = 'DELETE' then old.turn_id else new.turn_id end]);
  return null;
end $$;
create trigger themed_turn_follows_mark after insert on turn_mark for each row
  when (new.kind in ('personal', 'sensitive')) execute function themed_turn_after_mark();
create trigger themed_turn_follows_unmark after delete on turn_mark for each row
  when (old.kind in ('personal', 'sensitive')) execute function themed_turn_after_mark();

create function themed_turn_after_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from turn_theme m where m.turn_id = new.id) then
    perform themed_turns_anew(array[new.id]);
  end if;
  return null;
end $$;
create trigger themed_turn_follows_turn after update of kind, speaker_id, words, said_at on turn for each row
  when (row(old.kind, old.speaker_id, old.words, old.said_at) is distinct from row(new.kind, new.speaker_id, new.words, new.said_at))
  execute function themed_turn_after_turn();

create function themed_turn_after_conversation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform themed_turns_anew(array(
    select m.turn_id from turn t join turn_theme m on m.turn_id = t.id where t.conversation_id = new.id));
  return null;
end $$;
create trigger themed_turn_follows_conversation after update of visibility on conversation for each row
  when (old.visibility is distinct from new.visibility) execute function themed_turn_after_conversation();

select themed_turns_anew(array(select distinct turn_id from turn_theme));

-- How something that was heard in a conversation says that what we gave them landed: who heard it says so.
create table heard_reaction (
  turn_id uuid primary key,
  turn_kind text not null default 'heard' check (turn_kind = 'heard'),
  reaction text not null check (reaction in ('good', 'none', 'bad')),
  said_by uuid not null references app_user,
  said_at timestamptz not null default now(),
  foreign key (turn_id, turn_kind) references turn (id, kind) on delete cascade);
create index heard_reaction_by on heard_reaction (said_by);
create index heard_reaction_turn on heard_reaction (turn_id, turn_kind);
select audited('heard_reaction', 'turn', 'turn_id', true, quiet => '{turn_id,turn_kind,said_by,said_at}');

-- Heard, and about none of the themes: not asked about again.
create table theme_passed (
  turn_id uuid primary key references turn on delete cascade,
  passed_by uuid not null references app_user,
  passed_at timestamptz not null default now());
create index theme_passed_by on theme_passed (passed_by);
select not_audited('theme_passed', 'a suggestion that is not made again');

-- Themes are derived from words that are gone, and goes with them what they were said to mean. The triggers above see to the rest.
create function erase_of_voice(people uuid[], mark text) returns int language sql as $$
  with said as (select s.turn_id from said_with(people) s),
       passed as (delete from theme_passed p using said s where p.turn_id = s.turn_id returning 1),
       meant as (delete from heard_reaction r using said s where r.turn_id = s.turn_id returning 1)
  select count(*)::int from meant
$$;
revoke execute on function erase_of_voice(uuid[], text) from public;

-- What is known about somebody holds the turn and its theme already.
do $$
declare
  was text := pg_get_functiondef('known_of_person(uuid)'::regprocedure);
  becomes text := replace(was, 't.relname <> all (array[', 't.relname <> all (array[''themed_turn'', ''theme_passed'', ');
begin
  if becomes = was then
    raise exception 'known_of_person is not as expected';
  end if;
  execute becomes;
end $$;

-- What a turn without a theme may be about: like what was said about each theme last, by the words they share, rare ones counting
-- more, and like its name, letter by letter. At most forty turns of each theme are looked at, so that it costs the same at any size.
create function theme_guesses(words text, self uuid) returns table (theme_id uuid, score real) language sql stable as $$
  with mine as (select u.lexeme from unnest(heard_stems(words)) u),
  family as (select h.id, h.name from theme h where h.merged_into is null and h.retired_at is null),
  example as materialized (
    select f.id as theme, e.turn_id, e.stems
      from family f cross join lateral (
        select d.turn_id, d.stems from theme k join themed_turn d on d.theme_id = k.id
         where k.stands_for = f.id and d.turn_id is distinct from self order by d.said_at desc limit 40) e),
  word as materialized (select e.theme, e.turn_id, u.lexeme from example e cross join lateral unnest(e.stems) u),
  many as (select greatest(count(distinct turn_id), 1)::real as examples from example),
  weight as materialized (
    select w.lexeme, ln(1 + m.examples / count(distinct w.turn_id)) as heavy from word w cross join many m group by w.lexeme, m.examples),
  said as (select sqrt(sum(power(coalesce(g.heavy, ln(1 + m.examples)), 2))) as size
             from mine cross join many m left join weight g on g.lexeme = mine.lexeme),
  size as (select w.theme, w.turn_id, sqrt(sum(power(g.heavy, 2))) as size from word w join weight g using (lexeme) group by 1, 2),
  near as (
    select w.theme, w.turn_id, sum(power(g.heavy, 2)) / nullif(z.size * s.size, 0) as alike
      from word w join mine using (lexeme) join weight g using (lexeme) join size z using (theme, turn_id) cross join said s
     group by w.theme, w.turn_id, z.size, s.size),
  vote as (
    select theme, sum(alike) / 3 as score
      from (select n.*, row_number() over (partition by theme order by alike desc) as place from near n) n
     where place <= 3 group by theme),
  named as (select f.id as theme, word_similarity(folded(f.name), folded(words)) as score from family f)
  select f.id, (coalesce(v.score, 0) + case when n.score >= 0.6 then n.score / 3 else 0 end)::real
    from family f left join vote v on v.theme = f.id join named n on n.theme = f.id
   where coalesce(v.score, 0) > 0 or n.score >= 0.6
$$;
