-- The migration of the bank looked at turns anew, and did not pass over that a period let one go, which stands in an entry of its own.
select audited('turn', 'turn', 'id', true, added => false,
               quiet => '{salt,seal,word_count,logged_at,logged_by,forgotten,bank_question,bank_number}');
