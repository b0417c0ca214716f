-- Today reads what is due of one's own people, not one's own people to see what of them is due. Each index serves one part of it:
-- whose promises are due, and the number beside Today on every page;
create index contact_card_own_due on contact_card (owner_id, next_due) where next_due is not null and shelf = 'listed';
-- whom to leave in peace, and whose silence is over;
create index contact_card_own_silent on contact_card (owner_id, silent_until) where silent_until is not null and shelf = 'listed';
-- what colleagues heard;
create index contact_card_own_changed on contact_card (owner_id, updated_at) where shelf = 'listed';
-- whose health is in another band since yesterday.
create index contact_health_moved on contact_health (band_since, contact_id);
