-- Statements rest on a few turns each. Joined, everything any statement rests on was put together with every conversation there is
-- before one statement was looked at (2.4 s with two million conversations); now each turn is looked up by its key, under the same rule.
create or replace function seen_statement(viewer uuid) returns setof statement language sql stable parallel safe as $$
  select s.* from statement s
   where s.withdrawn_at is null
     and (exists (select from statement_answerer a join app_user u on u.id = a.user_id
                   where a.audience = s.audience and a.user_id = viewer and u.deactivated_at is null)
       or exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
          and (s.put_by = viewer
            or exists (select from statement_turn x
                        cross join lateral (select from seen_turn(viewer) t where t.id = x.turn_id offset 0) t
                        where x.statement_id = s.id)))
$$;
