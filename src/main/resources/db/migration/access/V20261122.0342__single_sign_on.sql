-- Who somebody is where they sign in for us. Kept from the first time on, so that an e-mail address that changes hands there
-- hands over nothing here: see decision 0018.
create table single_sign_on_link (
  issuer text not null,
  subject text not null,
  user_id uuid not null references app_user on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (user_id, issuer));

select audited('single_sign_on_link', 'user', 'user_id', false, quiet => '{linked_at}');
