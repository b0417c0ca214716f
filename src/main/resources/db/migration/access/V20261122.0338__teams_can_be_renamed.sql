-- Two admins who rename the same team find out.
alter table team add column version integer not null default 0;
