-- Search over words (turn_search). Left to itself a GIN index first notes new rows in a list, which every search then reads from
-- its beginning to its end, and one turn in some thousand pays for putting all of them where they belong. Half a millisecond
-- with each turn keeps both from happening.
alter index turn_search set (fastupdate = off);
