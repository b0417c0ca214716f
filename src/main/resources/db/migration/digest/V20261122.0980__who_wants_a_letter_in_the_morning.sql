-- Who wants a letter each morning, and until which of their days that was looked after: see decision 0029. Nobody has one who did
-- not ask for it. The row is what makes a letter come once: whoever looks after a day sets it first, in the same transaction.
create table digest_choice (
  user_id uuid primary key references app_user on delete cascade,
  wanted boolean not null,
  chosen_at timestamptz not null,
  last_day date);                                                          -- a day in the person's own zone
create index digest_choice_wanted on digest_choice (user_id) where wanted;
select audited('digest_choice', 'user', 'user_id', false, quiet => '{user_id,chosen_at,last_day}');
