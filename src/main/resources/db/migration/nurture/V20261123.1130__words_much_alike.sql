-- What was said to somebody without the names in it, which differ where nothing else does.
create function bare_words(words text, given text, family text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(
    replace(replace(folded(words), folded(given), ''), folded(family), ''), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Words are much alike where somebody who got both would take them for one letter. Trigrams as with responses, but closer:
-- wishes for a new year resemble each other, and a sentence of one's own is enough to make them differ.
create function much_alike(one text, other text) returns boolean language sql immutable parallel safe as $$
  select one <> '' and (one = other or similarity(one, other) >= 0.7)
$$;

-- Who somebody was introduced to stands in the words as well, and goes with either of the two.
create function erase_of_introducing(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update touch set words = mark, reaction_words = case when reaction_words is not null then mark end
   where introduced_id = any (people) and words is not null;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_introducing(uuid[], text) from public;
