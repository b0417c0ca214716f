-- The card of an offer must have whose contact the person is when both are changed at once, but recording an offer and erasing a person
-- never wait for each other: so what they wait for is not the row of the contact, which is locked by whoever erases.
create or replace function offer_card_follows_offer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('whose offer', 0));
  insert into offer_card as k (offer_id, contact_id, owner_id, team_id, recorded_at, state, pulled)
  select new.id, c.id, c.owner_id, c.team_id, new.recorded_at, new.state, new.pulled
    from contact c where c.id = new.contact_id
  on conflict (offer_id) do update
     set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id,
         recorded_at = excluded.recorded_at, state = excluded.state, pulled = excluded.pulled;
  return null;
end $$;

-- One lock for all of them: a person hands over thousands at once.
create or replace function offer_card_follows_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('whose offer', 0));
  update offer_card set owner_id = new.owner_id, team_id = new.team_id where contact_id = new.id;
  return null;
end $$;
