-- A link somebody asked for themselves, by mail, because they have forgotten their password. Works once and for an hour; only the
-- hash of its secret is kept.
create table password_reset (
  user_id uuid primary key references app_user on delete cascade,
  hash text not null unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null);

-- What became of links that no longer work, so that whoever opens one reads why. Not whose they were.
create table spent_link (
  hash text primary key,
  fate text not null check (fate in ('used', 'replaced', 'withdrawn')),
  spent_at timestamptz not null);
create index spent_link_at on spent_link (spent_at);

select audited('password_reset', 'user', 'user_id', false, quiet => '{asked_at}'),
       not_audited('spent_link', 'using and replacing a link is an entry of its own');
