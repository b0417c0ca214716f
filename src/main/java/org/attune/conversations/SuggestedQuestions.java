package org.attune.conversations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.questions.Bank;
import org.attune.questions.Gap;
import org.attune.questions.Question;
import org.attune.questions.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At most three questions of the bank, each following something that was just heard: a thread that is open, a figure, a person, a
 * problem or a wish in their words. Nothing before something was heard, and no list that is worked through.
 */
@Component
@Transactional(readOnly = true)
public class SuggestedQuestions {

    private static final int MOST = 3;
    private static final int LATEST = 12;

    private final JdbcClient jdbc;
    private final Questions questions;

    SuggestedQuestions(JdbcClient jdbc, Questions questions) {
        this.jdbc = jdbc;
        this.questions = questions;
    }

    /**
     * Words that were heard lately, that nothing has followed yet and that are not waiting for an answer of ours.
     *
     * @param language that of who said them
     * @param asked the questions of the bank that were asked in this conversation
     */
    private record Loose(
            TurnRef turn,
            String words,
            boolean threadOpen,
            @Nullable String language,
            Set<UUID> asked) {}

    /**
     * @param missing what is not known yet about the needs of its people: where several questions would follow, one of these
     *     comes first
     * @param asked whether they asked for an offer; then the first of what is missing follows what they said last, if nothing
     *     else does
     */
    public List<SuggestedQuestion> of(
            Viewer viewer, ConversationId conversation, Collection<Gap> missing, boolean asked) {
        List<Loose> loose = loose(viewer, conversation);
        Bank bank = questions.bank();
        List<SuggestedQuestion> suggested = new ArrayList<>();
        Set<Gap> taken = new HashSet<>();
        for (Loose heard : loose) {
            Stream<Gap> invited = heard.threadOpen() ? Stream.of(Gap.THREAD) : about(heard, missing);
            if (suggested.size() < MOST) {
                invited.filter(gap -> gap == Gap.THREAD || !taken.contains(gap))
                        .flatMap(gap -> next(bank, gap, heard, suggested).stream())
                        .findFirst()
                        .ifPresent(question -> {
                            suggested.add(new SuggestedQuestion(question, heard.turn()));
                            taken.add(question.place().gap());
                        });
            }
        }
        if (asked && suggested.isEmpty() && !loose.isEmpty()) {
            missing.stream()
                    .flatMap(gap -> next(bank, gap, loose.get(0), suggested).stream())
                    .findFirst()
                    .ifPresent(question -> suggested.add(
                            new SuggestedQuestion(question, loose.get(0).turn())));
        }
        return suggested;
    }

    private static Stream<Gap> about(Loose heard, Collection<Gap> missing) {
        return LeadsTo.in(heard.words()).stream().sorted(Comparator.comparing(gap -> !missing.contains(gap)));
    }

    /** The first that was neither asked here nor is suggested already. */
    private static Optional<Question> next(Bank bank, Gap gap, Loose heard, List<SuggestedQuestion> suggested) {
        Set<UUID> not = new HashSet<>(heard.asked());
        suggested.forEach(one -> not.add(one.question().wording().question()));
        return bank.next(gap, heard.language(), not);
    }

    /** Of the latest turns, the last first. */
    private List<Loose> loose(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select t.id, t.conversation_id, t.seq, t.words, c.language,
                               exists (select from open_thread h where h.turn_id = t.id
                                          and h.picked_up_by_turn is null and h.let_go_at is null) as thread_open,
                               array(select b.bank_question from turn b
                                      where b.conversation_id = :conversation and b.bank_question is not null) as asked
                          from (select l.* from seen_turn(:viewer) l where l.conversation_id = :conversation
                                 order by l.seq desc limit :latest) t
                          left join seen_contact(:viewer) c on c.id = t.speaker_id
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
                        row.getBoolean("thread_open"),
                        row.getString("language"),
                        Set.of((UUID[]) row.getArray("asked").getArray())))
                .list();
    }
}
