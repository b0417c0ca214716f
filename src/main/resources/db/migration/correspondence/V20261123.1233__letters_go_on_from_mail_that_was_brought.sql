-- The messages of others a letter goes on from, the oldest first, a space between: what is tried again stays in its thread.
alter table letter add column in_thread text check (char_length(in_thread) <= 8000);

select audited('letter', 'contact', 'contact_id', true,
               quiet => '{id,contact_id,address_id,wanted,content,written_by,written_at,due_at,taken_until,attempts,obstacle,reply_code,ended_at,in_thread}',
               hidden => '{subject}');

create or replace function erase_of_correspondence(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update letter set state = 'withdrawn', wanted = null, content = null, taken_until = null, ended_at = now()
   where contact_id = any (people) and state = 'waiting';
  update letter set subject = mark, address_id = null, in_thread = null where contact_id = any (people);
  get diagnostics n = row_count;
  return n;
end $$;
