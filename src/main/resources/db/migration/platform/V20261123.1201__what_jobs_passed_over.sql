-- What a job could not do while it did everything else; tried again each time, and gone once it is done. A number of something, no
-- name, and no words: see decision 0038.
create table job_left (
  job text not null check (job ~ '^[a-z_]{1,60}$'),
  item uuid not null,
  since timestamptz not null,
  tried_at timestamptz not null,
  failure text not null check (char_length(failure) <= 500),
  primary key (job, item),
  check (tried_at >= since));
select not_audited('job_left', 'a record itself; what a job does is on the trail');
