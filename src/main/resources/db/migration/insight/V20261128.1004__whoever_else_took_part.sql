-- Whoever took part beside whom a conversation was begun with, by the team of its day: Time looks among them for people who signed.
create index talk_card_team_others on talk_card (team_id, happened_at) include (conversation_id, contact_id) where not first;
