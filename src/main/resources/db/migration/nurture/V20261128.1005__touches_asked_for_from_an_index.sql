-- What reached whom in a period, by the people of a team: Pull counts how much of it was asked for, from the index alone.
drop index touch_team;
create index touch_team on touch (team_id, happened_at) include (kind, asked_for, noted_by, contact_id);
