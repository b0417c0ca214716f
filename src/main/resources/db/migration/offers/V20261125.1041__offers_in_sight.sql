-- Whose contact the one is today to whom an offer goes, and what the list of offers is narrowed by: so that a page of it is a piece
-- of an index for one's own people and for each team, at any depth (decisions 0046 and 0051). Who may see an offer is decided
-- by seen_offer as before; here is only where to look.
create table offer_card (
  offer_id uuid primary key references offer on delete cascade,
  contact_id uuid not null,
  owner_id uuid not null,
  team_id uuid not null,
  recorded_at timestamptz not null,
  state text not null check (state in ('draft', 'sent', 'decided', 'replaced', 'withdrawn')),
  pulled boolean not null);
insert into offer_card (offer_id, contact_id, owner_id, team_id, recorded_at, state, pulled)
select o.id, o.contact_id, c.owner_id, c.team_id, o.recorded_at, o.state, o.pulled
  from offer o join contact c on c.id = o.contact_id;
create index offer_card_own on offer_card (owner_id, recorded_at, offer_id) include (team_id, state, pulled);    -- one's own people's
create index offer_card_team on offer_card (team_id, recorded_at, offer_id) include (owner_id, state, pulled);   -- a team's
create index offer_card_contact on offer_card (contact_id, recorded_at, offer_id);                               -- of whom one is companion of
select not_audited('offer_card', 'derived from other tables');

-- Whoever changes whose contact it is, and whoever records an offer to them at that moment, wait for each other.
create function offer_card_follows_offer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into offer_card as k (offer_id, contact_id, owner_id, team_id, recorded_at, state, pulled)
  select new.id, c.id, c.owner_id, c.team_id, new.recorded_at, new.state, new.pulled
    from contact c where c.id = new.contact_id for share
  on conflict (offer_id) do update
     set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id,
         recorded_at = excluded.recorded_at, state = excluded.state, pulled = excluded.pulled;
  return null;
end $$;
create trigger offer_card_follows_offer after insert or update of contact_id, recorded_at, state, pulled on offer
  for each row execute function offer_card_follows_offer();

create function offer_card_follows_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update offer_card set owner_id = new.owner_id, team_id = new.team_id where contact_id = new.id;
  return null;
end $$;
create trigger offer_card_follows_contact after update of owner_id, team_id on contact
  for each row when ((old.owner_id, old.team_id) is distinct from (new.owner_id, new.team_id))
  execute function offer_card_follows_contact();
