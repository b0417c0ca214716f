-- A summary of a need that was sent by a link, and what they answered. Both texts stay: ours here, theirs as the turn it is.
create table playback_link (
  link_id uuid primary key references outside_link,
  need_id uuid not null references need,
  summary text not null check (char_length(summary) between 1 and 5000),
  days int not null check (days between 1 and 90),
  verdict text check (verdict in ('yes', 'not_quite')),
  conversation_id uuid references conversation,                            -- where it can be read
  answer_turn uuid references turn on delete set null,                     -- in their words
  check ((verdict is null) = (conversation_id is null)));
create index playback_link_need on playback_link (need_id);
create index playback_link_conversation on playback_link (conversation_id);
create index playback_link_answer on playback_link (answer_turn);
revoke update, delete on playback_link from ${app_role};
grant update (verdict, conversation_id, answer_turn) on playback_link to ${app_role};

select audited('playback_link', 'need', 'need_id', true, quiet => '{link_id,need_id,answer_turn}', hidden => '{summary}');

-- What was summed up for somebody who is erased, and what was about nobody else.
create function erase_of_playback_links(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update playback_link p set summary = mark
   where p.link_id in (select l.id from outside_link l where l.contact_id = any (people))
      or exists (select from need_person o where o.need_id = p.need_id and o.contact_id = any (people))
     and not exists (select from need_person o where o.need_id = p.need_id and o.contact_id <> all (people));
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_playback_links(uuid[], text) from public;
