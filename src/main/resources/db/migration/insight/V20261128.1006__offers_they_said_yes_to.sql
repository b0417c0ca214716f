-- To which offers they said yes, and when: Sales asks of each offer to a team's people whether it is one of these.
create index offer_answer_won on offer_answer (offer_id) include (on_day) where said = 'yes' and state = 'decided';
