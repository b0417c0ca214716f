-- What was heard in a period, the latest first: pages that show a few turns, and count those of some weeks, no longer read all of them.
create index turn_heard_when on turn (said_at, id) include (conversation_id, speaker_id) where kind = 'heard' and words is not null;
