-- No cookie-cutter answers (decision 0019). Two responses that nearly say the same share most of their pairs of words, so they
-- share one of these sixteen numbers almost certainly, and others hardly ever do. Looking for a number costs the same at any size.
create function response_sketch(said text) returns bigint[] language sql immutable parallel safe as $$
  with word as (
         select w, n from regexp_split_to_table(lower(said), '[^[:alnum:]]+') with ordinality x (w, n) where w <> ''),
       pair as (
         select distinct w || ' ' || lead(w) over (order by n) as two from word),
       least_of as (
         select seed, min(hashtextextended(two, seed)) as least from pair cross join generate_series(0, 47) seed
          where two is not null group by seed)
  select array_agg(sketch) from (
    select hashtextextended(string_agg(least::text, ' ' order by seed), seed / 3) as sketch from least_of group by seed / 3) band
$$;

create table response_likeness_key (
  key bigint not null,
  turn_id uuid not null references turn on delete cascade,
  primary key (key, turn_id));
create index response_likeness_key_turn on response_likeness_key (turn_id);
select not_audited('response_likeness_key', 'derived from the words of a turn');
insert into response_likeness_key (key, turn_id)
select distinct k, t.id from turn t cross join unnest(response_sketch(t.words)) k
 where t.kind = 'responded' and char_length(t.words) between 40 and 2000;

-- A response that is nearly what somebody else was told already. Found when it is logged or reworded, so that showing it costs
-- nothing; who may read the earlier one is decided when it is shown.
create table turn_alike (
  turn_id uuid not null references turn on delete cascade,
  earlier_id uuid not null references turn on delete cascade,
  primary key (turn_id, earlier_id),
  check (turn_id <> earlier_id));
create index turn_alike_earlier on turn_alike (earlier_id);
select not_audited('turn_alike', 'derived from the words of two turns');

-- The latest that share a key with these words, and how alike they are by their trigrams.
create function responses_like(typed text) returns table (turn_id uuid, likeness real) language sql stable as $$
  select t.id, similarity(t.words, typed)
    from (select distinct near.turn_id
            from unnest(response_sketch(typed)) k
           cross join lateral (select l.turn_id from response_likeness_key l where l.key = k order by l.turn_id desc limit 20) near) found
    join turn t on t.id = found.turn_id and t.words is not null
   where similarity(t.words, typed) >= 0.6
$$;

drop index turn_words_like;                                              -- two hundred times slower, and on the way of every response

-- A key says a little about the words it was made of, so it goes with them.
create function erase_of_likeness(people uuid[], mark text) returns int language sql as $$
  with keys as (delete from response_likeness_key k using said_with(people) s where k.turn_id = s.turn_id),
       pairs as (delete from turn_alike a using said_with(people) s where s.turn_id in (a.turn_id, a.earlier_id))
  select 0
$$;
revoke execute on function erase_of_likeness(uuid[], text) from public;
