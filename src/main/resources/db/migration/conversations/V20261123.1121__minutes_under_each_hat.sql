-- Where the hat changed at a turn, the minutes are split by the turns under each; where it did not, they belong to one. A turn under
-- the sales hat costs this index nothing.
create index turn_under_marketing on turn (conversation_id) where hat = 'marketing';

-- How many of a conversation's minutes were under the marketing hat, in whole minutes; the rest was under the other one. None where
-- nobody wrote down how long it took.
create function minutes_under_marketing(talk uuid, hat text, minutes int, turns int) returns int language sql stable parallel safe as $$
  select case
    when minutes is null then null
    when turns = 0 then case when hat = 'marketing' then minutes else 0 end
    else round(minutes::numeric * least(turns, (
           select count(*) from turn t where t.conversation_id = talk and t.hat = 'marketing')) / turns)::int end
$$;
