-- The words by which a material or a story is found to fit what was heard (decision 0032), by the rules of its own language: what it is
-- called and the words customers use first (A), then what it is for (B), then all the rest (D).
create function language_of_words(language text) returns regconfig language sql immutable parallel safe as $$
  select case language when 'en' then 'english'::regconfig when 'de' then 'german'::regconfig else 'simple'::regconfig end
$$;
create function words_that_fit(language text, first text, second text, third text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector(language_of_words(language), first), 'A')
      || setweight(to_tsvector(language_of_words(language), second), 'B')
      || setweight(to_tsvector(language_of_words(language), third), 'D')
$$;

alter table material add column fits tsvector
  generated always as (words_that_fit(language, title || ' ' || speaks_to, purpose, '')) stored;
-- A version does not know the language of its material, so its text is there by all three rules; where in the text is of no interest.
alter table material_version add column fits tsvector
  generated always as (strip(to_tsvector('english', body) || to_tsvector('german', body) || to_tsvector('simple', body))) stored;
alter table story add column fits tsvector
  generated always as (words_that_fit(language, title || ' ' || speaks_to, situation || ' ' || heard, found || ' ' || result)) stored;

-- library.Fitting looks for whatever has one of some eighty words and ranks what it found; these three are what it looks in.
create index material_fits on material using gin (fits) where retired_at is null;
create index material_version_fits on material_version using gin (fits) where published_at is not null;
create index story_fits on story using gin (fits) where retired_at is null;

create table fitting_refused (                                           -- waved away; not suggested again in this conversation
  conversation_id uuid not null references conversation,
  item_id uuid not null,                                                 -- a material or a story
  refused_by uuid not null references app_user,
  refused_at timestamptz not null default now(),
  primary key (conversation_id, item_id));
create index fitting_refused_by on fitting_refused (refused_by);

select audited('material', null, null, false, quiet => '{id,written_by,written_at}'),
       audited('material_version', null, null, false, quiet => '{id,written_by,written_at}'),
       audited('story', 'contact', 'contact_id', true, quiet => '{id,written_by,written_at,team_id,reworded_at}'),
       not_audited('fitting_refused', 'a suggestion that is not made again');
