-- A text about somebody without the names by which one would know them: theirs and their company's, as whole words.
create function without_names(words text, story uuid) returns text language sql stable parallel safe as $$
  select case when n.pattern is null then words else regexp_replace(words, '(?<!\w)(' || n.pattern || ')(?!\w)', '[…]', 'gi') end
    from (select string_agg(regexp_replace(x.name, '([^[:alnum:][:space:]])', '\\\1', 'g'), '|' order by char_length(x.name) desc) as pattern
            from story_names s cross join lateral unnest(array[s.name, s.given_name, s.family_name, s.company]) x (name)
           where s.story_id = story and char_length(x.name) >= 2) n
$$;

-- Stories as somebody reads them: those of others without names, unless the consent allows them. Lists, the search and suggestions
-- start here, so that a name finds nothing that nobody may know by it.
create function read_story(viewer uuid) returns table (id uuid, title text, situation text, heard text, found text, result text,
    speaks_to text, language text, named boolean, inside boolean, retired_at timestamptz, written_at timestamptz)
language sql stable parallel safe as $$
  select s.id, w.words[1], w.words[2], w.words[3], w.words[4], w.words[5], w.words[6], s.language, x.named, x.inside, s.retired_at, s.written_at
    from seen_story(viewer) s
   cross join lateral (select exists (select from tended_story(viewer) t where t.id = s.id) as inside,
                              exists (select from consent_at(s.id, now()) c where c.named) as named) x
   cross join lateral (select array_agg(case when x.inside or x.named then p.part else without_names(p.part, s.id) end order by p.nth) as words
                         from unnest(array[s.title, s.situation, s.heard, s.found, s.result, s.speaks_to])
                              with ordinality p (part, nth)) w
$$;
