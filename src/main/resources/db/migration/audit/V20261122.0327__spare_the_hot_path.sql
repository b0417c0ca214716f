-- An answer brings its question's need along, so these rows are made while turns are logged. They say themselves who and when.
select audited('need_turn', 'need', 'need_id', true, added => false, quiet => '{need_id,speaker_id,linked_by,linked_at}',
               hidden => '{excerpt}');
-- It was given a column since.
select audited('import_run', 'import', 'id', false, quiet => '{id,digest,run_by,run_at}');
