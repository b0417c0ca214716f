-- Whose contacts they are stands beside the day on which they should hear from us, so that the queue of one person, or of a team for
-- whoever leads it, is read along an index from its first line on, and no further than its page (decision 0055). Who may see whom is
-- decided by seen_contact and led_contact as before; here is only where to look.
alter table nurture_due
  add column owner_id uuid,
  add column team_id uuid,
  add column shelf text check (shelf in ('listed', 'archived', 'merged'));
update nurture_due d
   set owner_id = c.owner_id, team_id = c.team_id,
       shelf = case when c.merged_into is not null then 'merged' when c.archived_at is not null then 'archived' else 'listed' end
  from contact c where c.id = d.contact_id;
alter table nurture_due
  alter column owner_id set not null, alter column team_id set not null, alter column shelf set not null;
drop index nurture_due_day;
create index nurture_due_own on nurture_due (owner_id, due_on, contact_id) where shelf = 'listed';   -- of one person
create index nurture_due_team on nurture_due (team_id, due_on, contact_id) where shelf = 'listed';   -- of a team

-- Whoever changes whose contact it is, and whoever reckons the first day at that moment, wait for each other at the contact's card, which
-- the former writes before this trigger: so neither leaves behind what was.
create function due_has_whose() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform from contact_card k where k.contact_id = new.contact_id for no key update;
  select c.owner_id, c.team_id,
         case when c.merged_into is not null then 'merged' when c.archived_at is not null then 'archived' else 'listed' end
    into new.owner_id, new.team_id, new.shelf
    from contact c where c.id = new.contact_id;
  return new;
end $$;
create trigger due_has_whose before insert on nurture_due for each row execute function due_has_whose();

create function due_follows_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update nurture_due
     set owner_id = new.owner_id, team_id = new.team_id,
         shelf = case when new.merged_into is not null then 'merged' when new.archived_at is not null then 'archived' else 'listed' end
   where contact_id = new.id;
  return null;
end $$;
create trigger due_follows_contact after update of owner_id, team_id, archived_at, merged_into on contact
  for each row when ((old.owner_id, old.team_id, old.archived_at, old.merged_into)
                     is distinct from (new.owner_id, new.team_id, new.archived_at, new.merged_into))
  execute function due_follows_contact();
