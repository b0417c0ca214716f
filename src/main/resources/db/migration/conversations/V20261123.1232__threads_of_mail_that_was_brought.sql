-- The last message of a thread that was brought along with its headers, and those before it, so that a letter goes on from there. The
-- identifiers are those mail programs give; the words are turns.
create table brought_mail (
  conversation_id uuid primary key references conversation,
  subject text check (char_length(subject) <= 200),
  message_ids text not null check (char_length(message_ids) <= 8000),      -- the oldest first, a space between
  said_at timestamptz,
  brought_at timestamptz not null);

select not_audited('brought_mail', 'out of the headers of what was brought; the turns are on the trail');

create function erase_of_brought_mail(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  delete from brought_mail where conversation_id in (select conversation_id from participant where contact_id = any (people));
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_brought_mail(uuid[], text) from public;
