package org.attune.needs;

import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.conversations.TurnId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An answer inherits its question's need: where a question picks up something heard about a need, what one of its people
 * answers is about that need too. Ended needs inherit nothing; somebody else's answer never does.
 */
@Component
@Transactional
public class Inheritance {

    private final NeedStore store;
    private final NeedProgress progress;
    private final JdbcClient jdbc;

    Inheritance(NeedStore store, NeedProgress progress, JdbcClient jdbc) {
        this.store = store;
        this.progress = progress;
        this.jdbc = jdbc;
    }

    /** To be called when something heard was logged as the answer to a question, or is no longer. */
    public void answered(TurnId heard, UserId by) {
        List<UUID> inheriting = jdbc.sql("""
                        insert into need_turn (need_id, heard_id, speaker_id, inherited_question, linked_by)
                        select distinct on (before.need_id) before.need_id, h.id, h.speaker_id, q.id, cast(:by as uuid)
                          from turn h
                          join answer a on a.heard_id = h.id
                          join turn q on q.id = a.question_id
                          join need_turn before on before.heard_id = q.follows_id
                          join need n on n.id = before.need_id and n.ended_at is null
                          join need_person p on p.need_id = n.id and p.contact_id = h.speaker_id
                         where h.id = :heard
                        on conflict (need_id, heard_id) do nothing
                        returning need_id
                        """)
                .param("heard", heard.value())
                .param("by", by.value())
                .query(UUID.class)
                .list();
        inheriting.forEach(need -> onwards(new NeedId(need), heard));
        followAll(heard, by);
    }

    /** Needs that something heard is about may be explored now, or no longer those of whoever said it. */
    private void followAll(TurnId heard, UserId by) {
        jdbc.sql("""
                        select n.id from turn h join need_person p on p.contact_id = h.speaker_id
                          join need n on n.id = p.need_id and n.ended_at is null
                         where h.id = :heard
                           and (n.state = 'explored'
                             or exists (select from need_turn t where t.need_id = n.id and t.heard_id = h.id))
                         order by n.id
                        """)
                .param("heard", heard.value())
                .query(UUID.class)
                .list()
                .forEach(need -> progress.follow(store.any(new NeedId(need)), by));
    }

    /**
     * What is answered later than it is linked: the answers to questions that pick up this turn, and theirs in turn.
     * Recursion ends, because a question stands behind what it picks up and an answer behind its question.
     */
    void onwards(NeedId need, TurnId from) {
        jdbc.sql("""
                        with recursive inheriting (heard_id, speaker_id, question_id) as (
                          select h.id, h.speaker_id, null::uuid from turn h where h.id = :from
                          union
                          select h.id, h.speaker_id, q.id
                            from inheriting i
                            join turn q on q.follows_id = i.heard_id
                            join answer a on a.question_id = q.id
                            join turn h on h.id = a.heard_id
                            join need_person p on p.need_id = :need and p.contact_id = h.speaker_id)
                        insert into need_turn (need_id, heard_id, speaker_id, inherited_question, linked_by)
                        select :need, i.heard_id, i.speaker_id, i.question_id, f.linked_by
                          from inheriting i, need_turn f
                         where f.need_id = :need and f.heard_id = :from
                        on conflict (need_id, heard_id) do nothing
                        """).param("need", need.value()).param("from", from.value()).update();
    }
}
