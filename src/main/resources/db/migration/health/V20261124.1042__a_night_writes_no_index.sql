-- Each night says of everybody that they were reckoned up to today, and of most nothing else. Who was not is found by walking along
-- contact_id; the day in an index only made each of these writes touch every index. The room left in a page keeps the new row beside the old one.
drop index contact_health_day;
alter table contact_health set (fillfactor = 85);
alter table contact_standing set (fillfactor = 90);
