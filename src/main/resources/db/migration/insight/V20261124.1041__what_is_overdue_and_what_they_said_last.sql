-- Promises: what is overdue of a team today, whenever it was due, without those that are settled.
create index promise_team_open on promise (team_id, due) where state = 'open';
-- Offers: what they said last, for every figure of what was signed; in its order and without its row. It does all that the one before it did.
create index decision_newest on decision (offer_id, noted_at, id) include (kind, on_day);
drop index decision_offer;
