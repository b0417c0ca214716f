-- As they were, and to whom the offer went: what dashboards ask of the offers of a team, or of one's own people, stands in the index.
drop index offer_card_own, offer_card_team;
create index offer_card_own on offer_card (owner_id, recorded_at, offer_id) include (team_id, state, pulled, contact_id);    -- one's own people's
create index offer_card_team on offer_card (team_id, recorded_at, offer_id) include (owner_id, state, pulled, contact_id);   -- a team's
