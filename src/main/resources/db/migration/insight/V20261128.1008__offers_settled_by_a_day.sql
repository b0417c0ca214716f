-- Which offers were settled by some moment, with a yes or a no that was their last: Offers counts those that were open then, and looks only
-- at the others.
create index offer_answer_settled on offer_answer (offer_id) include (noted_at) where said <> 'not_now';
