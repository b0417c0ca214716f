-- The rhythm counts from the day on which they themselves said something, not a colleague of theirs in the same conversation.
update contact_card k
   set last_two_way_at = k.last_heard_at,
       listen_by = k.listen_by
                 + ((k.last_heard_at at time zone z.zone)::date - (k.last_two_way_at at time zone z.zone)::date)
  from organisation z
 where k.last_two_way_at is distinct from k.last_heard_at;
