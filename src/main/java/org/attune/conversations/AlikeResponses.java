package org.attune.conversations;

import java.util.List;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No cookie-cutter answers: what nearly says the same as an earlier response to somebody else is pointed out. It is advice,
 * and stops nobody.
 */
@Component
@Transactional(readOnly = true)
public class AlikeResponses {

    /** What is said shorter than this, anybody says to anybody. */
    private static final int SHORTEST = 40;

    /** Whatever is longer is no answer off the shelf. */
    private static final int LONGEST = 2_000;

    private static final int POINTED_OUT = 2;
    private static final int KEPT = 5;

    /** Given to other people, the most similar first; after it {@code limit}. */
    private static final String TO_OTHERS = """
              from responses_like(:words) a join seen_turn(:viewer) t on t.id = a.turn_id
             where (cast(:self as uuid) is null or t.id <> cast(:self as uuid)) and t.conversation_id <> :conversation and not exists (
                   select from participant p join participant q on q.contact_id = p.contact_id
                    where p.conversation_id = t.conversation_id and q.conversation_id = :conversation)
             order by a.likeness desc, t.said_at desc, t.id limit\s""";

    private final JdbcClient jdbc;

    AlikeResponses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** While it is being typed: those the viewer may read. */
    public List<Alike> to(Viewer viewer, ConversationId conversation, String typed) {
        String words = Words.clean(typed);
        if (!isTelling(words)) {
            return List.of();
        }
        return jdbc.sql("select t.id, t.conversation_id, t.seq, t.words, t.said_at, " + Alike.TOLD_TO + " as told_to "
                        + TO_OTHERS + POINTED_OUT)
                .param("viewer", viewer.uuid())
                .param("words", words)
                .param("self", null)
                .param("conversation", conversation.value())
                .query(Alike::read)
                .list();
    }

    /** Keeps what a response was found to be like, so that it can be shown at its turn. */
    @Transactional
    void keep(Viewer viewer, ConversationId conversation, TurnId response, String words) {
        if (isTelling(words)) {
            jdbc.sql("""
                            with sketched as (
                              insert into response_likeness_key (key, turn_id)
                              select distinct k, cast(:self as uuid) from unnest(response_sketch(:words)) k)
                            insert into turn_alike (turn_id, earlier_id)
                            select cast(:self as uuid), t.id""" + TO_OTHERS + KEPT)
                    .param("viewer", viewer.uuid())
                    .param("words", words)
                    .param("self", response.value())
                    .param("conversation", conversation.value())
                    .update();
        }
    }

    /** It was reworded. */
    @Transactional
    void keepAnew(Viewer viewer, StoredTurn response, String words) {
        jdbc.sql("""
                        with sketched as (delete from response_likeness_key where turn_id = :id)
                        delete from turn_alike where turn_id = :id or earlier_id = :id""").param("id", response.id().value()).update();
        keep(viewer, response.conversation(), response.id(), words);
    }

    private static boolean isTelling(String words) {
        return words.length() >= SHORTEST && words.length() <= LONGEST;
    }
}
