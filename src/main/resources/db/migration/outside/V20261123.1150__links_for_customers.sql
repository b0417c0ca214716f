-- A link with which a customer, without signing in, sees one thing and answers it once. What it is about and what was answered is kept
-- by whoever made it; here is whether it still opens.
create table outside_link (
  id uuid primary key,
  kind text not null check (kind in ('playback', 'pulse')),
  contact_id uuid not null references contact,
  about_id uuid not null,                                                  -- in the module that made it: its need, or themselves
  made_by uuid not null references app_user,
  made_at timestamptz not null default now(),
  until timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references app_user,                                       -- none: it went with what was known about them
  check (until > made_at),
  check (answered_at is null or ended_at is null),                         -- what was answered cannot be taken back
  check (ended_by is null or ended_at is not null));
create index outside_link_contact on outside_link (contact_id, made_at);
create index outside_link_about on outside_link (about_id, made_at);
create index outside_link_made_by on outside_link (made_by);
create index outside_link_ended_by on outside_link (ended_by);
revoke update, delete on outside_link from ${app_role};
grant update (contact_id, answered_at, ended_at, ended_by) on outside_link to ${app_role};

-- The secret itself is nowhere. Beside the link, so that what is handed out about a person has no trace of it.
create table outside_secret (
  link_id uuid primary key references outside_link,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'));
revoke update, delete on outside_secret from ${app_role};

select audited('outside_link', 'contact', 'contact_id', true, quiet => '{id,contact_id,about_id,made_by,made_at}'),
       not_audited('outside_secret', 'goes with outside_link, which is on the trail');

-- Whoever is erased answers nothing any more.
create function erase_of_outside(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update outside_link set ended_at = now()
   where contact_id = any (people) and answered_at is null and ended_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_outside(uuid[], text) from public;
