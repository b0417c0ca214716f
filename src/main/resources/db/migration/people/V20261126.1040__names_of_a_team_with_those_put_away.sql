-- The names of somebody's own people and of a team's are read from end to end for each search (decision 0046), those put away too, and
-- whoever was merged into another is passed over: all of it stands in the index, so that no row is looked at for a name that does not
-- fit. The same pieces as before, by name; nothing else is asked of these two.
create index contact_owner_names on contact (owner_id, sort_name, id) include (archived_at, merged_into);
create index contact_team_names on contact (team_id, sort_name, id) include (archived_at, merged_into);
drop index contact_owner;
drop index contact_team;
