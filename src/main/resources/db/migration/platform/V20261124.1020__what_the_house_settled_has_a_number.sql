-- What the house has settled for everybody is small, nearly every page needs it, and it hardly ever changes. Whoever keeps it in
-- memory asks for this number, which every change raises in its own transaction: the same number, the same settings.
create table house_rules (
  only_one boolean primary key default true check (only_one),
  number bigint not null default 0);
insert into house_rules default values;
revoke insert, update, delete on house_rules from ${app_role};
select not_audited('house_rules', 'counts changes, each of which stands where it was made');

create function house_rules_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update house_rules set number = number + 1;
  return null;
end $$;
revoke execute on function house_rules_changed() from public;

create trigger house_rules_changed after insert or update or delete on organisation
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on stage
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on stage_criterion
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on definition_in_force
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on question
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on gate_policy
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on custom_field
  for each statement execute function house_rules_changed();
create trigger house_rules_changed after insert or update or delete on custom_field_choice
  for each statement execute function house_rules_changed();
