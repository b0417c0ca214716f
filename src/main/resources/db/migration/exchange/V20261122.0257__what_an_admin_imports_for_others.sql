-- An admin imports for others: whose what is in a file becomes, and whose each line became.
alter table import_file add column owner_id uuid references app_user;      -- whom they chose; none: as the lines say
create index import_file_owner on import_file (owner_id);

alter table import_run add column owner_id uuid references app_user;       -- of the conversation a transcript became
create index import_run_owner on import_run (owner_id);

alter table import_line add column owner_id uuid references app_user;
create index import_line_owner on import_line (owner_id);
