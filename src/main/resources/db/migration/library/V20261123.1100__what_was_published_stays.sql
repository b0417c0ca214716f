-- What was published says what somebody was given, so the application can neither change nor delete it. Row security rather than a
-- trigger: to whoever is not the owner of the table a published version is not among the rows that can be changed at all.
alter table material_version enable row level security;
create policy material_version_read on material_version for select using (true);
create policy material_version_add on material_version for insert with check (true);
create policy material_version_draft_changes on material_version for update using (published_at is null) with check (true);
create policy material_version_draft_goes on material_version for delete using (published_at is null);

-- Which of them it is, whose it is and since when is settled when it is written down.
revoke update on material_version from ${app_role};
grant update (body, url, file_id, news, published_at, version) on material_version to ${app_role};
revoke update on material_cause from ${app_role};
revoke update on material_theme from ${app_role};

-- Everybody who sells sees what was published; a draft is seen by who writes it and by managers.
create function seen_material_version(viewer uuid) returns setof material_version language sql stable parallel safe as $$
  select v.* from material_version v
   where exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null
                    and (v.published_at is not null or v.written_by = viewer or u.role = 'manager'))
$$;
create function seen_material(viewer uuid) returns setof material language sql stable parallel safe as $$
  select m.* from material m
   where exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null
                    and (m.written_by = viewer or u.role = 'manager'
                      or exists (select from material_version v where v.material_id = m.id and v.published_at is not null)))
$$;

-- The box above the list, and the search: parts of words, whatever case and accents.
create index material_words on material using gin (folded(title || ' ' || purpose || ' ' || speaks_to) gin_trgm_ops);
create index material_body on material_version using gin (to_tsvector('simple', body)) where published_at is not null;
create index story_words on story using gin (folded(title || ' ' || situation || ' ' || speaks_to) gin_trgm_ops);
