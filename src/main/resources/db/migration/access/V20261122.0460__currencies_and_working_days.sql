-- What may be chosen in costs and offers, the usual one among it; what stands in others stays as it is. Days as ISO 8601 counts
-- them, from Monday as 1.
alter table organisation
  add column currencies text[] not null default '{EUR}',
  add column first_day int not null default 1 check (first_day between 1 and 7),
  add column working_days int[] not null default '{1,2,3,4,5}'
    check (working_days <@ '{1,2,3,4,5,6,7}' and array_position(working_days, null) is null and cardinality(working_days) between 1 and 7);

-- Whoever works with several already goes on choosing them.
update organisation set currencies = array(
  select currency from organisation union select currency from offer
  union select currency from need_cost where currency is not null order by 1);
alter table organisation
  add check (currency = any (currencies)),
  add check (array_to_string(currencies, '') ~ '^([A-Z]{3})+$' and array_position(currencies, null) is null and cardinality(currencies) <= 30);

select audited('organisation', null, null, false);
