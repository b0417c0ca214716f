-- What the house speaks: those who have not chosen, and pages nobody is signed in to.
alter table organisation add column language text not null default 'en' check (language in ('en', 'de'));
select audited('organisation', null, null, false);

-- So far this was about dates and figures only, and the words were English. They stay so until somebody chooses.
update app_user set locale = 'en-' || split_part(locale, '-', 2) where locale !~ '^en-';
alter table app_user add check (locale ~ '^(en|de)-[A-Z]{2}$');
