package org.attune.library;

import java.util.List;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody said that their story may be told. */
@Component
@Transactional(readOnly = true)
public class ConsentTurns {

    private static final String SAID = """
            select t.id as turn_id, t.words, t.exactness, t.said_at, '/conversations/' || t.conversation_id || '#t' || t.seq as path
              from seen_turn(:viewer) t join story s on s.contact_id = t.speaker_id
             where s.id = :story and t.kind = 'heard'
            """;

    private final JdbcClient jdbc;

    ConsentTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What they said lately; where they agreed already comes first. */
    public List<HeardWordsView> of(Viewer viewer, StoryView story) {
        return story.tended()
                ? jdbc.sql(SAID + """
                                 order by exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'consented_to_story') desc,
                                          t.said_at desc, t.id desc limit 12""")
                        .param("viewer", viewer.uuid())
                        .param("story", story.id().value())
                        .query(StoryReading::heard)
                        .list()
                : List.of();
    }

    void isTheirs(Viewer viewer, StoryView story, @Nullable TurnId turn) {
        if (turn == null) {
            return;
        }
        boolean theirs = jdbc.sql("select exists (" + SAID + " and t.id = :turn)")
                .param("viewer", viewer.uuid())
                .param("story", story.id().value())
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new RuleRefused("library.consent.turn", "turn");
        }
    }
}
