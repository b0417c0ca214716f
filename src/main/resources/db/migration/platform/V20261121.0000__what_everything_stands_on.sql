-- Runs as the owner. The application signs in as ${app_role}, which may read and write rows but not alter, truncate or
-- disable anything; otherwise the constraints below would be worth nothing.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

grant usage on schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};

-- unaccent() is only stable, because its dictionary could be changed; ours never is, and indexes need an immutable function.
create function folded(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text);
create index spring_session_expiry on spring_session (expiry_time);      -- the clean-up of expired sessions
create index spring_session_principal on spring_session (principal_name); -- "sign out everywhere"

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name text not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name));
