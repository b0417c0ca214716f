-- What went out in a period, of a team and of one's own: how offers were asked for, and their price beside the cost. Without these
-- PostgreSQL walks through everybody's offers by the day they went out, since it cannot know how long the period is.
create index offer_team_sent on offer (team_id, sent_at);
create index offer_owner_sent on offer (owner_id, sent_at);
-- What was bought before Attune in a period is found by its day, and not by asking everybody whose contact it is.
create index past_purchase_day on past_purchase (on_day, contact_id);
