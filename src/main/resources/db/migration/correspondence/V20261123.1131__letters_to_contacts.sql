-- Letters to contacts, and who does not want any: see decision 0033. An address is known by its hash alone, so that a wish about it
-- outlives whatever else was known about the person, and holds for everybody who carries that address.
create function address_key(address text) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(lower(btrim(address)), 'UTF8'))
$$;

create table letter_address (
  id uuid primary key default uuidv7(),
  key bytea not null unique check (octet_length(key) = 32),
  wanted boolean not null default true,
  dead_since timestamptz,                                                -- a letter came back for good
  unique (id, wanted));

-- What the person said, each time. Appended.
create table letter_wish (
  id uuid primary key default uuidv7(),
  address_id uuid not null references letter_address,
  wanted boolean not null,
  how text not null check (how in ('link', 'told')),                     -- by the link in a letter, or told to an admin
  note text check (char_length(note) <= 1000),
  noted_by uuid references app_user,
  noted_at timestamptz not null,
  check ((how = 'told') = (noted_by is not null)),
  check ((how = 'told') = (note is not null)),
  check (how = 'link' or wanted));                                       -- an admin can only lift what the person took back
create index letter_wish_address on letter_wish (address_id, noted_at);
create index letter_wish_by on letter_wish (noted_by) where noted_by is not null;
revoke update, delete on letter_wish from ${app_role};

-- The secrets in letters by which it is said. Each letter has its own, and all of them work for ever: no key they depend on can change.
create table letter_link (
  hash bytea primary key check (octet_length(hash) = 32),
  address_id uuid not null references letter_address,
  made_at timestamptz not null);
create index letter_link_address on letter_link (address_id);

-- A letter that waits refers to an address that is wanted. So nothing waits, and nothing can be sent, where somebody said no: whoever
-- says so has to take away first what waits, and whoever writes at the same moment waits for them.
create table letter (
  id uuid primary key,                                                   -- made beforehand, and part of the Message-ID
  contact_id uuid not null references contact,
  address_id uuid references letter_address,                             -- none once the person was erased
  wanted boolean check (wanted),                                         -- true while it waits
  subject text not null check (char_length(subject) between 1 and 200),
  answers_id uuid references letter,                                     -- the letter before in the same thread
  content bytea,                                                         -- under seal, and gone once it is sent or given up
  state text not null default 'waiting'
    check (state in ('waiting', 'sent', 'failed', 'withdrawn', 'unwanted', 'returned')),
  written_by uuid not null references app_user,
  written_at timestamptz not null,
  due_at timestamptz not null,
  taken_until timestamptz,
  attempts int not null default 0,
  obstacle text,
  reply_code int,
  ended_at timestamptz,
  foreign key (address_id, wanted) references letter_address (id, wanted),
  check ((state = 'waiting') = (wanted is not null) and (state = 'waiting') = (content is not null)),
  check (state <> 'waiting' or address_id is not null),
  check ((state = 'waiting') = (ended_at is null)));
create index letter_due on letter (due_at) where state = 'waiting';
create index letter_contact on letter (contact_id, written_at);
create index letter_address_waiting on letter (address_id, wanted);
create index letter_answers on letter (answers_id) where answers_id is not null;
create index letter_by on letter (written_by);

-- What stands below letters to contacts, in each language.
create table letter_signature (
  user_id uuid primary key references app_user on delete cascade,
  en text not null default '' check (char_length(en) <= 1000),
  de text not null default '' check (char_length(de) <= 1000),
  version int not null default 1);

select audited('letter', 'contact', 'contact_id', true,
               quiet => '{id,contact_id,address_id,wanted,content,written_by,written_at,due_at,taken_until,attempts,obstacle,reply_code,ended_at}',
               hidden => '{subject}'),
       audited('letter_address', null, null, false, added => false, quiet => '{id}'),
       not_audited('letter_wish', 'a record itself; the change stands at the address'),
       not_audited('letter_link', 'made with each letter, never changed'),
       audited('letter_signature', 'user', 'user_id', false, quiet => '{user_id}', hidden => '{en,de}');

-- What was written to somebody goes with them. That an address wants nothing stays, known by its hash.
create function erase_of_correspondence(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update letter set state = 'withdrawn', wanted = null, content = null, taken_until = null, ended_at = now()
   where contact_id = any (people) and state = 'waiting';
  update letter set subject = mark, address_id = null where contact_id = any (people);
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_correspondence(uuid[], text) from public;
