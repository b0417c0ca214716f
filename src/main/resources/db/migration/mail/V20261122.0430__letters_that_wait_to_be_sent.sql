-- Letters by e-mail, written in the transaction of what they tell about and sent afterwards: see decision 0020. What they say,
-- and to which address, is sealed with a key that is not in the database, and gone once they are sent or given up.
create table mail (
  id uuid primary key,                                      -- made beforehand, and part of the Message-ID
  kind text not null,
  user_id uuid not null references app_user on delete cascade,
  content bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  written_at timestamptz not null,
  useful_until timestamptz not null,                        -- a link that has ended is not worth sending
  due_at timestamptz not null,
  taken_until timestamptz,                                  -- an instance is at it; if it dies, another may from then on
  attempts int not null default 0,
  obstacle text,                                            -- what kept it the last time
  reply_code int,                                           -- what the mail server answered
  ended_at timestamptz,
  check ((state = 'waiting') = (content is not null)),
  check ((state = 'waiting') = (ended_at is null)));
create index mail_due on mail (due_at) where state = 'waiting';
create index mail_ended on mail (state, ended_at);
create index mail_user on mail (user_id, kind, written_at);

select audited('mail', 'user', 'user_id', false,
               quiet => '{id,content,state,written_at,useful_until,due_at,taken_until,attempts,obstacle,reply_code,ended_at}');
