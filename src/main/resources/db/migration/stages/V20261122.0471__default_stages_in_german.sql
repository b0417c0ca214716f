-- The first visit says what the house speaks, before anybody stands in a stage: until then the names are only an offer. Afterwards
-- they are the house's own words, and nobody translates them behind its back.
create function default_stages_in_german() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from app_user) or exists (select from stage_definition where version <> 1) then
    return;
  end if;
  update stage s set name = g.name, meaning = g.meaning
    from (values
      ('know',      'Kennen',       'Sie haben uns etwas gesagt.'),
      ('like',      'Mögen',        'Sie kamen wieder, oder etwas von uns war willkommen.'),
      ('trust',     'Vertrauen',    'Sie haben uns ein Problem anvertraut, kamen von sich aus oder auf Empfehlung.'),
      ('exploring', 'Erkunden',     'Ein Bedarf liegt auf dem Tisch, und sie wollen weitersprechen.'),
      ('weighing',  'Abwägen',      'Sie haben gesagt: Ja, genau das ist es.'),
      ('deciding',  'Entscheiden',  'Was es sie kostet, ist bekannt, und was helfen würde, ist vereinbart.'),
      ('customer',  'Kunde',        'Sie haben sich für ein Ja entschieden.'),
      ('advocate',  'Fürsprecher',  'Sie bringen uns zu anderen.'),
      ('not_now',   'Nicht jetzt',  'Sie baten darum, bis zu einem Tag in Ruhe gelassen zu werden.'),
      ('parted',    'Getrennt',     'Wir haben uns alles Gute gewünscht.')) g (key, name, meaning)
   where s.version = 1 and s.key = g.key;
  update stage_definition set note = 'Die mitgelieferten Stufen' where version = 1;
end $$;
revoke execute on function default_stages_in_german() from public;
grant execute on function default_stages_in_german() to ${app_role};
