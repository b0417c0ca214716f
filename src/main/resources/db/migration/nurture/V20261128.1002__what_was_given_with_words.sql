-- What was given with words of ours in a period, by the people of a team: Listening counts it and shows the newest that is like another
-- (touch_alike). Neither reads the words of the others.
create index touch_team_given on touch (team_id, happened_at) include (id, contact_id, noted_by) where is_given(kind) and words is not null;
