-- The column came after the trail began to look at teams. Called again, it passes over versions as it does everywhere.
select audited('team', null, null, false);
