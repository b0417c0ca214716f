-- Of what a spread of people is made: see decision 0023. One whole team, whole months that have been over for a week, without whoever
-- looks. It takes neither company nor stage nor person nor day, so that no two spreads differ by what one person did: months and teams
-- never overlap. Whoever reads how something lies among people starts from here.
create function spread_conversation(viewer uuid, team uuid, first_month date, last_month date, zone text)
returns table (id uuid, owner_id uuid, hat text, month date) language sql stable parallel safe as $$
  select v.id, v.owner_id, v.hat, date_trunc('month', v.happened_at at time zone zone)::date
    from conversation v join conversation_measure m on m.conversation_id = v.id and m.complete
   where figures_level() <> 'off'
     and v.team_id = team and team in (select overseen_team(viewer)) and v.owner_id <> viewer
     and v.state not in ('planned', 'called_off')
     and v.happened_at >= date_trunc('month', first_month::timestamp) at time zone zone
     and v.happened_at < (date_trunc('month', last_month::timestamp) + interval '1 month') at time zone zone
     and v.happened_at < date_trunc('month', now() at time zone zone - interval '7 days') at time zone zone
     and (v.happened_at, v.id) > (
       select e.happened_at, e.id from conversation e
        where e.owner_id = v.owner_id and e.happened_at is not null and e.state not in ('planned', 'called_off')
        order by e.happened_at, e.id offset 9 limit 1)
$$;
