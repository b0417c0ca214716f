-- Whoever comes past Attune, or two at once: somebody who configures it is always left. The other admins' rows are locked, so
-- that of two who take each other away one is refused.
create function an_admin_stays() returns trigger language plpgsql as $$
begin
  perform from app_user where role = 'admin' and deactivated_at is null and id <> old.id order by id for update;
  if not found then
    raise exception 'somebody has to be left who configures Attune'
      using errcode = 'check_violation', constraint = 'an_admin_stays', table = 'app_user';
  end if;
  return new;
end $$;
create trigger an_admin_stays before update of role, deactivated_at on app_user for each row
  when (old.role = 'admin' and old.deactivated_at is null and (new.role <> 'admin' or new.deactivated_at is not null))
  execute function an_admin_stays();
