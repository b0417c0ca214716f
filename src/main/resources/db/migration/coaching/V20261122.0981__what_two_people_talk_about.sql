-- The one-to-one between somebody and whoever leads them: see decision 0028. It belongs to these two; whoever leads them next begins
-- with an empty page. In force while one of them leads the other's team.
create function one_to_one(viewer uuid) returns table (person_id uuid, manager_id uuid) language sql stable parallel safe as $$
  select p.id, m.id from app_user p
    join team_lead l on l.team_id = p.team_id
    join app_user m on m.id = l.user_id and m.role = 'manager' and m.deactivated_at is null
   where p.sells and p.deactivated_at is null and p.id <> m.id and viewer in (p.id, m.id)
$$;

create table one_to_one_note (
  id uuid primary key,
  person_id uuid not null references app_user,
  manager_id uuid not null references app_user,
  author_id uuid not null references app_user,
  words text not null check (char_length(words) between 1 and 5000),
  written_at timestamptz not null,
  changed_at timestamptz,
  version int not null default 0,
  check (person_id <> manager_id),
  check (author_id in (person_id, manager_id)));
create index one_to_one_note_of on one_to_one_note (person_id, manager_id, written_at, id);
create index one_to_one_note_manager on one_to_one_note (manager_id);
create index one_to_one_note_author on one_to_one_note (author_id);

create table one_to_one_step (
  id uuid primary key,
  person_id uuid not null references app_user,
  manager_id uuid not null references app_user,
  words text not null check (char_length(words) between 1 and 500),
  due date not null,
  agreed_by uuid not null references app_user,
  agreed_at timestamptz not null,
  done_by uuid references app_user,
  done_at timestamptz,
  check (person_id <> manager_id),
  check (agreed_by in (person_id, manager_id)),
  check ((done_by is null) = (done_at is null)));
create index one_to_one_step_of on one_to_one_step (person_id, manager_id, due, id);
create index one_to_one_step_manager on one_to_one_step (manager_id);
create index one_to_one_step_agreed_by on one_to_one_step (agreed_by);
create index one_to_one_step_done_by on one_to_one_step (done_by);

-- What somebody wants to talk about with whoever leads them. Choosing it opens nothing: who may read it stays as it was.
create table one_to_one_talk (
  person_id uuid not null references app_user,
  conversation_id uuid not null references conversation,
  chosen_at timestamptz not null,
  primary key (person_id, conversation_id));
create index one_to_one_talk_conversation on one_to_one_talk (conversation_id);

-- Each time a manager looked at the page of somebody. Nobody can rewrite it.
create table one_to_one_look (
  id uuid primary key,
  person_id uuid not null references app_user,
  manager_id uuid not null references app_user,
  looked_at timestamptz not null,
  check (person_id <> manager_id));
create index one_to_one_look_at on one_to_one_look (person_id, looked_at);
create index one_to_one_look_manager on one_to_one_look (manager_id);
revoke update, delete on one_to_one_look from ${app_role};

-- What two people write to each other is not for the eyes of admins; that they wrote it is on the trail.
select audited('one_to_one_note', 'user', 'person_id', false,
               quiet => '{id,person_id,manager_id,author_id,written_at,changed_at}', hidden => '{words}'),
       audited('one_to_one_step', 'user', 'person_id', false,
               quiet => '{id,person_id,manager_id,agreed_by,agreed_at,done_by}', hidden => '{words}'),
       audited('one_to_one_talk', 'user', 'person_id', false, quiet => '{person_id,chosen_at}'),
       not_audited('one_to_one_look', 'a record itself, never changed');

-- What is known about a customer does not hold what one of us wants to talk about.
do $$
declare
  was text := pg_get_functiondef('known_of_person(uuid)'::regprocedure);
  becomes text := replace(was, 't.relname <> all (array[', 't.relname <> all (array[''one_to_one_talk'', ');
begin
  if becomes = was then
    raise exception 'known_of_person is not as expected';
  end if;
  execute becomes;
end $$;
