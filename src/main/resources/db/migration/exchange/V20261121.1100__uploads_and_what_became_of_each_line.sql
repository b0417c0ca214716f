-- A file between its upload and its import: looked at first, then taken. It goes once it is taken, or a day later.
create table import_file (
  id uuid primary key,
  kind text not null check (kind in ('contacts', 'conversation')),
  file_name text not null check (char_length(file_name) between 1 and 255),
  digest text not null,
  content bytea not null,
  region text check (region ~ '^[A-Z]{2}$'),                               -- where numbers without a country code are from
  columns text,                                                            -- what each column means; none: as its heading says
  uploaded_by uuid not null references app_user,
  uploaded_at timestamptz not null default now());
create index import_file_by on import_file (uploaded_by, uploaded_at);

alter table import_run add column headings text;                           -- of the file, as one line of CSV
alter table import_run add column conversation_id uuid references conversation;
create index import_run_conversation on import_run (conversation_id);
create index import_run_file on import_run (run_by, kind, digest);

alter table import_line add column digest text;                            -- of the line: the same one again changes nothing
alter table import_line add column name text check (char_length(name) <= 300);
alter table import_line add column original text;                          -- kept only where something of it was not taken
create index import_line_digest on import_line (digest);
