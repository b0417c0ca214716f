-- How a link went out: in a letter, whose id it has then, or by hand, as somebody noted. What became of the letter is told there.
create table outside_sending (
  id uuid primary key,                                                     -- of the touch it went out with
  link_id uuid not null references outside_link,
  how text not null check (how in ('letter', 'by_hand')),
  sent_by uuid not null references app_user,
  sent_at timestamptz not null);
create index outside_sending_link on outside_sending (link_id, sent_at);
create index outside_sending_by on outside_sending (sent_by);
revoke update on outside_sending from ${app_role};

select not_audited('outside_sending', 'made with a touch and goes with it, which is on the trail');
