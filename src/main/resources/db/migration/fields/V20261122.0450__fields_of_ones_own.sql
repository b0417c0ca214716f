-- What an organisation wants to know of its contacts and companies beside what Attune asks for; see decision 0022.
create table custom_field (
  id uuid primary key,
  holder text not null check (holder in ('contact', 'company')),
  kind text not null check (kind in ('text', 'number', 'day', 'choice', 'choices', 'yes_no', 'link')),
  name text not null check (char_length(name) between 1 and 60),
  folded_name text not null generated always as (folded(name)) stored,
  hint text check (char_length(hint) between 1 and 200),
  position int check (position between 1 and 60),                          -- none once it is retired
  required boolean not null default false,                                 -- asked for whenever somebody fills in the form
  listed boolean not null default false,                                   -- a column of the list
  searched boolean not null default false,
  retired_at timestamptz,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  version int not null default 0,
  check ((position is null) = (retired_at is not null)),
  check (not searched or kind in ('text', 'link')),
  unique (id, kind),
  unique (id, holder, kind),
  unique (holder, position) deferrable initially deferred);
create unique index custom_field_name on custom_field (holder, folded_name) where retired_at is null;
create index custom_field_created_by on custom_field (created_by);

create table custom_field_choice (
  id uuid primary key,
  field_id uuid not null,
  kind text not null check (kind in ('choice', 'choices')),
  name text not null check (char_length(name) between 1 and 100),
  folded_name text not null generated always as (folded(name)) stored,
  position int check (position between 1 and 100),
  retired_at timestamptz,
  version int not null default 0,
  check ((position is null) = (retired_at is not null)),
  foreign key (field_id, kind) references custom_field (id, kind) on update cascade,
  unique (field_id, id),
  unique (field_id, position) deferrable initially deferred);
create unique index custom_field_choice_name on custom_field_choice (field_id, folded_name);

-- A value repeats of which kind its field is, so that the key says what it may be, and that the kind stays while there are values.
-- Of several choices each is a row of its own; of everything else there is one.
create table contact_field_value (
  contact_id uuid not null references contact,
  field_id uuid not null,
  holder text not null default 'contact' check (holder = 'contact'),
  field_kind text not null,
  words text check (char_length(words) between 1 and 500),
  amount numeric(18, 6),
  day date,
  yes boolean,
  choice_id uuid,
  slot uuid not null generated always as (case when field_kind = 'choices' then choice_id else field_id end) stored,
  primary key (contact_id, field_id, slot),
  foreign key (field_id, holder, field_kind) references custom_field (id, holder, kind),
  foreign key (field_id, choice_id) references custom_field_choice (field_id, id),
  check (num_nonnulls(words, amount, day, yes, choice_id) = 1),
  check (case field_kind when 'text' then words is not null
                         when 'link' then words is not null and words ~* '^(https?://|mailto:)[^[:space:]]+$'
                         when 'number' then amount is not null
                         when 'day' then day is not null
                         when 'yes_no' then yes is not null
                         else choice_id is not null end));
create index contact_field_value_choice on contact_field_value (field_id, choice_id, contact_id);  -- and who has any value
create index contact_field_value_amount on contact_field_value (field_id, amount, contact_id) where amount is not null;
create index contact_field_value_day on contact_field_value (field_id, day, contact_id) where day is not null;
create index contact_field_value_yes on contact_field_value (field_id, yes, contact_id) where yes is not null;
create index contact_field_value_words on contact_field_value using gin (folded(words) gin_trgm_ops) where words is not null;

create table company_field_value (
  company_id uuid not null references company,
  field_id uuid not null,
  holder text not null default 'company' check (holder = 'company'),
  field_kind text not null,
  words text check (char_length(words) between 1 and 500),
  amount numeric(18, 6),
  day date,
  yes boolean,
  choice_id uuid,
  slot uuid not null generated always as (case when field_kind = 'choices' then choice_id else field_id end) stored,
  primary key (company_id, field_id, slot),
  foreign key (field_id, holder, field_kind) references custom_field (id, holder, kind),
  foreign key (field_id, choice_id) references custom_field_choice (field_id, id),
  check (num_nonnulls(words, amount, day, yes, choice_id) = 1),
  check (case field_kind when 'text' then words is not null
                         when 'link' then words is not null and words ~* '^(https?://|mailto:)[^[:space:]]+$'
                         when 'number' then amount is not null
                         when 'day' then day is not null
                         when 'yes_no' then yes is not null
                         else choice_id is not null end));
create index company_field_value_choice on company_field_value (field_id, choice_id, company_id);
create index company_field_value_amount on company_field_value (field_id, amount, company_id) where amount is not null;
create index company_field_value_day on company_field_value (field_id, day, company_id) where day is not null;
create index company_field_value_yes on company_field_value (field_id, yes, company_id) where yes is not null;
create index company_field_value_words on company_field_value using gin (folded(words) gin_trgm_ops) where words is not null;

select audited('custom_field', null, null, false, quiet => '{created_by,created_at}'),
       audited('custom_field_choice', null, null, false, quiet => '{kind}'),
       audited('contact_field_value', 'contact', 'contact_id', true, quiet => '{contact_id,field_id,holder,field_kind}'),
       audited('company_field_value', 'company', 'company_id', false, quiet => '{company_id,field_id,holder,field_kind}');

-- What an organisation asks of a person goes with the person.
create function erase_of_contact_field_value(people uuid[], mark text) returns int language sql as $$
  with gone as (delete from contact_field_value where contact_id = any (people) returning 1)
  select count(*)::int from gone
$$;
revoke execute on function erase_of_contact_field_value(uuid[], text) from public;
