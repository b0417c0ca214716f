-- What keeps derived rows is given keys in an array. PostgreSQL takes a plan for these very keys for ten times as cheap as one it keeps,
-- since it expects ten where it knows none, and so planned every statement of every keeper anew, each time: longer than what it then did.
-- All of them begin with their keys on an index, so the plan that is kept is the same one.
do $$
declare
  keeper regprocedure;
begin
  for keeper in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and p.proname in ('introducing_of', 'keep_conversation_sums', 'keep_introducing', 'keep_introduction_cards', 'keep_move_cards',
                         'keep_standing', 'keep_talk_cards', 'keep_waiting', 'move_card_of', 'offer_answer_of', 'promise_card_of',
                         'talk_card_of', 'tally_history', 'themed_turns_anew', 'touch_reactions_of', 'voiced_marks_anew',
                         'voiced_marks_of', 'waiting_with')
  loop
    execute format('alter function %s set plan_cache_mode = force_generic_plan', keeper);
  end loop;
end $$;
