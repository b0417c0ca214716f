package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At most three questions, each following something that was just heard: a thread that is open, a figure, a person, a
 * problem or a wish in their words. Nothing before something was heard, and no list that is worked through.
 */
@Component
@Transactional(readOnly = true)
public class SuggestedQuestions {

    private static final int MOST = 3;
    private static final int LATEST = 12;

    private static final WordList LEADS_TO = WordList.of("leads-to.txt");

    private static final Map<String, Pattern> FOLLOWING = Map.of(
            "conversations.suggest.cost", LEADS_TO.anywhere("cost"),
            "conversations.suggest.who-else", LEADS_TO.anywhere("who else"),
            "conversations.suggest.decides", LEADS_TO.anywhere("decides"),
            "conversations.suggest.last-time", LEADS_TO.anywhere("last time"),
            "conversations.suggest.what-then", LEADS_TO.anywhere("what then"));

    private static final List<String> ORDER = List.of(
            "conversations.suggest.last-time",
            "conversations.suggest.cost",
            "conversations.suggest.who-else",
            "conversations.suggest.decides",
            "conversations.suggest.what-then");

    private final JdbcClient jdbc;

    SuggestedQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Words that were heard lately, that nothing has followed yet and that are not waiting for an answer of ours. */
    private record Loose(TurnRef turn, String words, boolean threadOpen) {}

    public List<SuggestedQuestion> of(Viewer viewer, ConversationId conversation) {
        List<SuggestedQuestion> suggested = new ArrayList<>();
        for (Loose heard : loose(viewer, conversation)) {
            String key = heard.threadOpen() ? "conversations.suggest.thread" : about(heard, suggested);
            if (!key.isEmpty() && suggested.size() < MOST) {
                suggested.add(new SuggestedQuestion(key, heard.turn()));
            }
        }
        return suggested;
    }

    /** Of the latest turns, the last first. */
    private List<Loose> loose(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select t.id, t.conversation_id, t.seq, t.words,
                               exists (select from open_thread h where h.turn_id = t.id
                                          and h.picked_up_by_turn is null and h.let_go_at is null) as thread_open
                          from (select l.* from seen_turn(:viewer) l where l.conversation_id = :conversation
                                 order by l.seq desc limit :latest) t
                         where t.kind = 'heard' and t.words is not null and t.exactness <> 'did'
                           and not exists (select from turn f
                                            where f.follows_id = t.id and f.conversation_id = t.conversation_id)
                           and not (exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
                                    and not exists (select from reply r where r.heard_id = t.id))
                         order by t.seq desc""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("latest", LATEST)
                .query((row, n) -> new Loose(
                        new TurnRef(Rows.turn(row, "id"), conversation, row.getInt("seq")),
                        row.getString("words"),
                        row.getBoolean("thread_open")))
                .list();
    }

    private static String about(Loose heard, List<SuggestedQuestion> suggested) {
        return ORDER.stream()
                .filter(question -> isAbout(question, heard.words()) && !isSuggested(question, suggested))
                .findFirst()
                .orElse("");
    }

    private static boolean isAbout(String question, String words) {
        Pattern about = FOLLOWING.get(question);
        return about != null && about.matcher(words).find();
    }

    private static boolean isSuggested(String question, List<SuggestedQuestion> suggested) {
        return suggested.stream().anyMatch(other -> other.messageKey().equals(question));
    }
}
