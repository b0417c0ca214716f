-- Whoever takes an introduction back may have been wrong. Its row stays, and counts for nothing, so that it can be given back
-- for a day; the same two people can be introduced again meanwhile.
alter table introduction
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid references app_user,
  add check ((withdrawn_at is null) = (withdrawn_by is null)),
  drop constraint introduction_introducer_id_introduced_id_key;
create unique index introduction_of on introduction (introducer_id, introduced_id) where withdrawn_at is null;
create index introduction_introducer on introduction (introducer_id);
create index introduction_withdrawn_by on introduction (withdrawn_by);
select audited('introduction', 'contact', 'introduced_id', true, quiet => '{id,introduced_id,noted_by,noted_at,withdrawn_by}');
