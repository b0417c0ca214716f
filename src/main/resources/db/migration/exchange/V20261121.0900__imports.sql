create table import_run (
  id uuid primary key,
  kind text not null check (kind in ('contacts', 'conversation')),
  file_name text not null check (char_length(file_name) between 1 and 255),
  digest text not null,                                                    -- of the file: the same one again changes nothing
  run_by uuid not null references app_user,
  run_at timestamptz not null default now(),
  taken int not null default 0,
  refused int not null default 0,
  unchanged int not null default 0);
create index import_run_by on import_run (run_by, run_at);

create table import_line (                                                 -- the report, line by line
  run_id uuid not null references import_run,
  line int not null,
  result text not null check (result in ('taken', 'unchanged', 'refused')),
  reason text,
  contact_id uuid references contact,
  primary key (run_id, line));
create index import_line_contact on import_line (contact_id);
