create table thread_refused (                                            -- a suggested thread somebody waved away; not suggested again
  turn_id uuid primary key references turn on delete cascade,
  refused_by uuid not null references app_user,
  refused_at timestamptz not null default now());
create index thread_refused_by on thread_refused (refused_by);
select not_audited('thread_refused', 'a suggestion that is not made again');
