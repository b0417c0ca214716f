-- From which day on somebody should hear from us without being sold to, and why; see decision 0034. Derived: which day that is does
-- not depend on today, so that the list is read along an index. Stops, what was put off, and what is under way are asked when it is read.
create table nurture_due (
  contact_id uuid primary key references contact,
  due_on date not null,
  why text not null check (why in ('rhythm', 'never', 'after_sale', 'silence', 'not_now', 'no', 'not_a_fit', 'wants_to_know')),
  about uuid,                                                            -- the offer, need or silence it comes from
  fact_on date not null,                                                 -- the day of what it comes from
  spoken_at timestamptz,                                                 -- the last two-way contact
  reckoned_at timestamptz not null default now());
create index nurture_due_day on nurture_due (due_on, contact_id);

create table put_off (                                                   -- not today
  id uuid primary key,
  contact_id uuid not null references contact,
  until date,                                                            -- none: until they are heard again
  put_by uuid not null references app_user,
  put_at timestamptz not null,
  taken_back_at timestamptz);
create index put_off_contact on put_off (contact_id, put_at);
create index put_off_by on put_off (put_by);
revoke update on put_off from ${app_role};
grant update (contact_id, taken_back_at) on put_off to ${app_role};

select not_audited('nurture_due', 'derived from what is on the trail'),
       audited('put_off', 'contact', 'contact_id', false, quiet => '{id,contact_id,put_by,put_at}');

create function erase_of_nurture_due(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  delete from nurture_due where contact_id = any (people);
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_nurture_due(uuid[], text) from public;

-- Somebody put off is not listed, until the day or until they are heard again.
create function is_put_off(contact uuid, spoken timestamptz, today date) returns boolean language sql stable parallel safe as $$
  select exists (select from put_off p
                  where p.contact_id = contact and p.taken_back_at is null
                    and (p.until > today or p.until is null and (spoken is null or spoken <= p.put_at)))
$$;
