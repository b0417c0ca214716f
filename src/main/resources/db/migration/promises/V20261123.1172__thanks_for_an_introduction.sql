-- Thanks for an introduction are a promise; kept, whoever introduced was thanked.
create table introduction_thanks (
  promise_id uuid primary key references promise on delete cascade,
  introduction_id uuid not null references introduction);
create index introduction_thanks_introduction on introduction_thanks (introduction_id);
revoke update on introduction_thanks from ${app_role};
select not_audited('introduction_thanks', 'its promise is on the trail');

-- How it stands with the thanks for an introduction: none, promised or thanked.
create function thanks_for(introduction uuid) returns table (promise_id uuid, state text, due date) language sql stable parallel safe as $$
  select p.id, p.state, p.due from introduction_thanks t join promise p on p.id = t.promise_id
   where t.introduction_id = introduction and p.state <> 'broken'
   order by p.state = 'kept' desc, p.made_at desc limit 1
$$;
