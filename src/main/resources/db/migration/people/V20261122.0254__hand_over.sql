-- Somebody else takes over: one contact, or everything that waits with somebody. What it was about stays with the changes of owner.
create table hand_over (
  id uuid primary key,
  from_user uuid not null references app_user,
  to_user uuid references app_user,                                        -- none: there was nothing to hand over
  contact_id uuid references contact,                                      -- none: everything
  why text check (char_length(why) between 1 and 500),
  leaves boolean not null,                                                 -- and their account was closed
  contacts int not null default 0 check (contacts >= 0),
  promises int not null default 0 check (promises >= 0),
  talks int not null default 0 check (talks >= 0),
  offers int not null default 0 check (offers >= 0),
  done_by uuid not null references app_user,
  done_at timestamptz not null default now(),
  check (to_user <> from_user),
  check (to_user is null or why is not null),
  check (to_user is not null or leaves and contacts + promises + talks + offers = 0),
  check (contact_id is null or not leaves));
create index hand_over_from on hand_over (from_user, done_at);
create index hand_over_to on hand_over (to_user, done_at);
create index hand_over_contact on hand_over (contact_id);
create index hand_over_by on hand_over (done_by);
revoke update, delete on hand_over from ${app_role};
grant update (contacts, promises, talks, offers) on hand_over to ${app_role};

alter table contact_owner_change add hand_over_id uuid references hand_over;
create index contact_owner_change_hand_over on contact_owner_change (hand_over_id);

-- Who told the customer that somebody else works with them now.
create table told_of_owner (
  owner_change_id uuid primary key references contact_owner_change,
  told_by uuid not null references app_user,
  on_day date not null,
  noted_at timestamptz not null default now());
create index told_of_owner_by on told_of_owner (told_by);
revoke update, delete on told_of_owner from ${app_role};

select not_audited('hand_over', 'a record itself; what changes stands at the contacts, promises, conversations and offers'),
       not_audited('told_of_owner', 'a record itself, never changed');

-- Why one contact was handed over may say something about them.
create function erase_of_hand_over(people uuid[], mark text) returns int language sql as $$
  with emptied as (update hand_over set why = mark where contact_id = any (people) and why is not null returning 1)
  select count(*)::int from emptied
$$;
revoke execute on function erase_of_hand_over(uuid[], text) from public;
