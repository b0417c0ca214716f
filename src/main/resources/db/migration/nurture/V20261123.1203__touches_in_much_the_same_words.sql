-- What much the same words were given with, by the same person to others, around a month of it. Trying to reach somebody gives nothing.
create function touches_like(which uuid) returns setof touch language sql stable parallel safe as $$
  with this as materialized (
    select t.noted_by, t.contact_id, t.happened_at, bare_words(t.words, c.given_name, c.family_name) as bare
      from touch t join contact c on c.id = t.contact_id
     where t.id = which and t.words is not null and c.erasure_id is null)
  select o.*
    from this join touch o on o.noted_by = this.noted_by and o.contact_id <> this.contact_id
     and o.happened_at between this.happened_at - make_interval(days => 30) and this.happened_at + make_interval(days => 30)
    join contact c on c.id = o.contact_id
   where o.kind <> 'tried_to_reach' and o.words is not null and c.erasure_id is null
     and much_alike(this.bare, bare_words(o.words, c.given_name, c.family_name))
$$;

-- Stories told, materials sent, invitations and greetings: what is written for somebody, and could have been written for anybody.
create function is_given(kind text) returns boolean language sql immutable parallel safe as $$
  select kind in ('material', 'story', 'event', 'greeting')
$$;

-- A touch in much the same words as an earlier one to somebody else. Found when it is noted, so that showing it costs nothing; who may
-- read the two is decided when they are shown. A letter to hundreds needs not each of the pairs: the five before it say enough.
create table touch_alike (
  touch_id uuid not null references touch on delete cascade,
  earlier_id uuid not null references touch on delete cascade,
  primary key (touch_id, earlier_id),
  check (touch_id <> earlier_id));
create index touch_alike_earlier on touch_alike (earlier_id);
select not_audited('touch_alike', 'derived from the words of two touches');

insert into touch_alike (touch_id, earlier_id)
select t.id, e.id
  from touch t
 cross join lateral (
   select o.id from touches_like(t.id) o
    where is_given(o.kind) and (o.happened_at, o.id) < (t.happened_at, t.id)
    order by o.happened_at desc, o.id desc limit 5) e
 where is_given(t.kind) and t.words is not null;

-- Also where contacts are merged or set apart again, and where words go: whoever is erased is like nobody.
create function keep_touches_alike() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from touch_alike where touch_id = new.id or earlier_id = new.id;
  end if;
  if new.words is not null and is_given(new.kind) and coalesce(current_setting('attune.erasing', true), '') = '' then
    insert into touch_alike (touch_id, earlier_id)
    (select new.id, o.id from touches_like(new.id) o
      where is_given(o.kind) and (o.happened_at, o.id) < (new.happened_at, new.id)
      order by o.happened_at desc, o.id desc limit 5)
    union all
    (select o.id, new.id from touches_like(new.id) o
      where is_given(o.kind) and (o.happened_at, o.id) > (new.happened_at, new.id))
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger keep_touches_alike after insert or update of kind, words, contact_id, noted_by, happened_at on touch
  for each row execute function keep_touches_alike();
