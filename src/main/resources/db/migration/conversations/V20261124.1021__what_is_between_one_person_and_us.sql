-- The same as noticed_conversation, seen_conversation and seen_turn say, asked from one person: whom somebody sees, or does not, is
-- then settled once, not for each of three thousand turns. PostgreSQL inlines them like those. Turns are found by
-- turn_speaker, conversations by participant_contact.
create function noticed_with(viewer uuid, contact uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from participant p join conversation v on v.id = p.conversation_id
   where p.contact_id = contact and exists (select from seen_contact(viewer) c where c.id = contact)
$$;

create function seen_with(viewer uuid, contact uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from participant p join conversation v on v.id = p.conversation_id
   where p.contact_id = contact and exists (select from seen_contact(viewer) c where c.id = contact)
     and (v.visibility <> 'private' or v.owner_id = viewer)
$$;

create function said_by(viewer uuid, contact uuid) returns setof turn language sql stable parallel safe as $$
  select t.* from turn t join conversation v on v.id = t.conversation_id
   where t.speaker_id = contact and t.kind = 'heard' and exists (select from seen_contact(viewer) c where c.id = contact)
     and (v.visibility <> 'private' or v.owner_id = viewer or exists (select from evidence e where e.turn_id = t.id))
     and (v.owner_id = viewer or t.logged_by = viewer
          or not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'sensitive')
          or exists (select from tended_contact(viewer) c where c.id = contact))
$$;

-- PostgreSQL would take a function that gives rows for one that gives a thousand, and look for the contacts of a thousand people.
alter function works_as(uuid) rows 2;
alter function seen_team(uuid) rows 2;
