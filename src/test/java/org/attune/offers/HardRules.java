package org.attune.offers;

/** The hard rules once more, written down independently of the gate and of the constraints, to check both. */
final class HardRules {

    static final String OFFERS_THAT_HOLD = """
            select count(*) from offer o
             where exists (select from offer_need n where n.offer_id = o.id)
               and not exists (
                 select from offer_need n
                  where n.offer_id = o.id
                    and not (
                      exists (select from need_person p where p.need_id = n.need_id and p.contact_id = o.contact_id)
                      and exists (
                        select from need_turn l join turn t on t.id = l.heard_id
                          join need_person p on p.need_id = l.need_id and p.contact_id = t.speaker_id
                         where l.need_id = n.need_id and l.heard_id = n.heard_id and l.states and t.kind = 'heard')
                      and exists (
                        select from answer a join turn q on q.id = a.question_id join turn h on h.id = a.heard_id
                          join need_turn l on l.need_id = n.need_id and l.heard_id = h.id
                          join need_person p on p.need_id = l.need_id and p.contact_id = h.speaker_id
                         where a.question_id = n.question_id and a.heard_id = n.answer_id
                           and q.kind = 'asked' and h.kind = 'heard')
                      and exists (
                        select from reply r join turn o2 on o2.id = r.response_id join turn h on h.id = r.heard_id
                          join need_turn l on l.need_id = n.need_id and l.heard_id = h.id
                          join need_person p on p.need_id = l.need_id and p.contact_id = h.speaker_id
                         where r.response_id = n.response_id and r.heard_id = n.answered_id
                           and o2.kind = 'responded' and h.kind = 'heard')))""";

    private HardRules() {}
}
