-- Consent is something they said, so it is a mark on the turn in which they said it.
alter table turn_mark drop constraint turn_mark_kind_check;
alter table turn_mark add constraint turn_mark_kind_check
  check (kind in ('their_question', 'asked_for_offer', 'personal', 'sensitive', 'played_back', 'reaction', 'consented_to_story'));
