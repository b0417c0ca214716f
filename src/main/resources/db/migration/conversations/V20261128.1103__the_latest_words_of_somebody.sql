-- What somebody said last, for their card: ContactCards reads `order by said_at desc, seq desc limit 1`. What is imported or kept in one go
-- has one moment, and without the number in it all of that conversation was read and put in order, after every turn.
create index turn_speaker_latest on turn (speaker_id, said_at, seq) where kind = 'heard';
drop index turn_speaker;
alter index turn_speaker_latest rename to turn_speaker;
