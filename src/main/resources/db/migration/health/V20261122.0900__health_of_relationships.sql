-- How well each relationship is doing, kept beside what it is derived from; never decided from, always rebuildable. Days are
-- days in the organisation's zone. Factors are what they are worth, 0 to 100; none where that is not known.
create table contact_health (
  contact_id uuid primary key references contact,
  day date not null,                                                       -- as of
  score int check (score between 0 and 100),                               -- none: unknown
  band text not null check (band in ('thriving', 'steady', 'cooling', 'at_risk', 'unknown')),
  band_since date not null,
  two_way int not null check (two_way >= 0),                               -- conversations in which they said something
  rhythm int check (rhythm between 0 and 100),
  balance int check (balance between 0 and 100),
  follow_through int check (follow_through between 0 and 100),
  promises int check (promises between 0 and 100),
  needs int check (needs between 0 and 100),
  reciprocity int check (reciprocity between 0 and 100),
  check ((score is null) = (band = 'unknown')));
create index contact_health_band on contact_health (band, score, contact_id);   -- lists of a band, the worst first
create index contact_health_day on contact_health (day);                        -- who has not been looked at today
select not_audited('contact_health', 'derived from what is on the trail');

-- What it was at the end of a day on which score or band changed; until the next row it stayed so.
create table health_history (
  contact_id uuid not null references contact,
  day date not null,
  score int check (score between 0 and 100),
  band text not null check (band in ('thriving', 'steady', 'cooling', 'at_risk', 'unknown')),
  primary key (contact_id, day),
  check ((score is null) = (band = 'unknown')));
select not_audited('health_history', 'derived from what is on the trail');

-- How many relationships of a team were how, at the end of each day.
create table health_day (
  day date not null,
  team_id uuid not null references team,
  band text not null check (band in ('thriving', 'steady', 'cooling', 'at_risk', 'unknown')),
  contacts int not null check (contacts > 0),
  score_sum bigint not null,                                               -- the mean is this over how many are not unknown
  primary key (day, team_id, band));
create index health_day_team on health_day (team_id, day);
select not_audited('health_day', 'derived from what is on the trail');
