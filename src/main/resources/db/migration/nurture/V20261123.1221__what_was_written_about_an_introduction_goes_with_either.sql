-- An introduction is about two, and the trail keeps it with one of them. What stands there goes with the other one as well.
create or replace function erase_of_introducing(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update touch set words = mark, reaction_words = case when reaction_words is not null then mark end
   where introduced_id = any (people) and words is not null;
  get diagnostics n = row_count;
  update audit_value v set before = null, after = null, erasure_id = nullif(current_setting('attune.erasing', true), '')::uuid
    from audit_entry e
   where v.entry_id = e.id and v.personal and v.erasure_id is null
     and (e.kind = 'introduction' and e.record in (select id::text from introduction where introducer_id = any (people))
       or e.kind = 'touch' and (e.record in (select id::text from touch where introduced_id = any (people))
         or e.deed = 'removed' and v.before ->> 'introduced_id' = any (people::text[])));
  return n;
end $$;
