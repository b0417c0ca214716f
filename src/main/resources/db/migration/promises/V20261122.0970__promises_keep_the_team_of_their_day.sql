-- What happened stays with the team that worked with the contact on that day, as conversations and offers have it. Of those made
-- before this, the team the contact has now is the best that is known.
alter table promise add column team_id uuid references team;
alter table promise disable trigger user;
update promise p set team_id = c.team_id from contact c where c.id = p.contact_id;
alter table promise enable trigger user;
alter table promise alter column team_id set not null;
create index promise_team on promise (team_id, due);
create index promise_outcome_kept on promise_outcome (promise_id, noted_at) where kind = 'kept';
select audited('promise', 'contact', 'contact_id', true, quiet => '{id,contact_id,team_id,made_by,made_at}');
