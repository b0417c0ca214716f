-- A touch names what was given, who was brought together, and those it was done with in one go.
alter table touch drop constraint touch_kind_check;
alter table touch add constraint touch_kind_check
  check (kind in ('tried_to_reach', 'material', 'story', 'event', 'greeting', 'introduction', 'other'));
alter table touch disable trigger user;
alter table touch
  add column material_version_id uuid references material_version,
  add column story_id uuid references story,
  add column introduced_id uuid references contact,                      -- to whom they were introduced
  add column together_id uuid,                                           -- the same for all that were noted in one go
  add column asked_turn uuid references turn on delete set null,         -- where they asked for it
  add column conversation_id uuid references conversation,               -- what their reaction opened
  add constraint touch_of_material check (material_version_id is null or kind = 'material'),
  add constraint touch_of_story check ((story_id is not null) = (kind = 'story')),
  add constraint touch_of_introduction check ((introduced_id is not null) = (kind = 'introduction') and introduced_id <> contact_id),
  add constraint touch_asked_for check (asked_turn is null or asked_for);
alter table touch enable trigger user;
create index touch_material on touch (material_version_id) where material_version_id is not null;
create index touch_story on touch (story_id) where story_id is not null;
create index touch_introduced on touch (introduced_id) where introduced_id is not null;
create index touch_together on touch (together_id) where together_id is not null;
create index touch_asked_turn on touch (asked_turn) where asked_turn is not null;
create index touch_conversation on touch (conversation_id) where conversation_id is not null;
select audited('touch', 'contact', 'contact_id', true, quiet => '{id,contact_id,team_id,noted_by,noted_at}');
