-- Each time Attune did something by itself: see decision 0023. What failed is written down as kinds and places, without words.
create table job_run (
  id uuid primary key default uuidv7(),
  job text not null check (job ~ '^[a-z_]{1,60}$'),
  instance uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  failure text check (char_length(failure) <= 500),
  check (finished_at >= started_at));
create index job_run_newest on job_run (job, started_at desc, id desc);
select not_audited('job_run', 'a record itself; what a job does is on the trail');

-- Who runs on this database; each says so again and again.
create table instance (
  id uuid primary key,
  version text not null,
  java text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null);
select not_audited('instance', 'says what runs now, not what somebody did');

-- Failures of forgetting stand among those of all jobs.
delete from audit_plan where relation = 'retention_failure';
drop table retention_failure;

-- Which migrations went through is shown to admins.
grant select on flyway_schema_history to ${app_role};
