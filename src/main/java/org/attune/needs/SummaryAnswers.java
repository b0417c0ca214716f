package org.attune.needs;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Exactness;
import org.attune.conversations.LogTurn;
import org.attune.conversations.Mark;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.conversations.Turns;
import org.attune.conversations.Visibility;
import org.attune.outside.LinkClosed;
import org.attune.outside.LinkKind;
import org.attune.outside.NobodyThere;
import org.attune.outside.OutsideLink;
import org.attune.outside.OutsideLinks;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to summaries, from whoever has the link. Summary and answer become a conversation of whoever asked, and the answer confirms
 * the need or reopens it; all of it or nothing. What the conversation led to stays theirs to say.
 */
@Component
@Transactional
public class SummaryAnswers {

    private static final int LONGEST = 5000;

    private final OutsideLinks links;
    private final Conversations conversations;
    private final Turns turns;
    private final NeedStore store;
    private final PeopleOfNeeds people;
    private final Playbacks playbacks;
    private final NeedTurns needTurns;
    private final Hearers hearers;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    SummaryAnswers(
            OutsideLinks links,
            Conversations conversations,
            Turns turns,
            NeedStore store,
            PeopleOfNeeds people,
            Playbacks playbacks,
            NeedTurns needTurns,
            Hearers hearers,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.links = links;
        this.conversations = conversations;
        this.turns = turns;
        this.store = store;
        this.people = people;
        this.playbacks = playbacks;
        this.needTurns = needTurns;
        this.hearers = hearers;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Sent(
            NeedId need,
            String summary,
            @Nullable Verdict verdict,
            @Nullable String words) {}

    /** What the link sums up. */
    @Transactional(readOnly = true)
    public String summary(OutsideLink link) {
        return sent(link).summary();
    }

    /**
     * One answer holds; the very same one once more is that one.
     *
     * @throws LinkClosed where there is another answer, or none can be given any more
     * @throws NobodyThere where none of us is there to hear it; it can still be given
     * @throws RuleRefused where "not quite" comes without their words
     */
    public void answer(String secret, AnswerSummary answer) {
        OutsideLink link = links.lock(LinkKind.PLAYBACK, secret);
        Sent sent = sent(link);
        if (link.isAnswered()
                && answer.verdict() == sent.verdict()
                && answer.heard().equals(sent.words())) {
            return;
        }
        if (!link.isOpen()) {
            throw new LinkClosed(link);
        }
        mustFit(answer);
        Viewer hearer = hearers.of(link).orElseThrow(() -> new NobodyThere(link));
        ConversationId talk = begin(hearer, link);
        TurnId said = turns.log(hearer, told(talk, sent.summary())).id();
        TurnId heard = turns.log(hearer, heard(hearer, talk, link, answer)).id();
        stand(hearer, link, sent, said, heard, answer.verdict());
        keep(link, talk, heard, answer.verdict());
        links.answered(link);
    }

    private static void mustFit(AnswerSummary answer) {
        if (answer.verdict() == Verdict.NOT_QUITE && answer.words() == null) {
            throw new RuleRefused("needs.asked.words-missing", "words");
        }
        if (answer.heard().length() > LONGEST) {
            throw new RuleRefused("needs.asked.words-too-long", "words");
        }
    }

    private ConversationId begin(Viewer hearer, OutsideLink link) {
        return conversations.begin(
                hearer,
                new BeginConversation(
                        new ConversationId(Ids.next()),
                        List.of(link.contact()),
                        Hat.SALES,
                        Channel.DOCUMENT,
                        StartedBy.WE,
                        clock.instant(),
                        null,
                        Visibility.TEAM));
    }

    private static LogTurn told(ConversationId talk, String summary) {
        return LogTurn.told(new TurnId(Ids.next()), talk, summary).marked(Mark.PLAYED_BACK);
    }

    private LogTurn heard(Viewer hearer, ConversationId talk, OutsideLink link, AnswerSummary answer) {
        return new LogTurn(
                new TurnId(Ids.next()),
                talk,
                TurnKind.HEARD,
                link.contact(),
                Exactness.WORD_FOR_WORD,
                answer.heard(),
                messages.getMessage("needs.asked.by-the-link", null, hearer.locale()),
                null,
                Set.of(),
                null,
                Set.of(Mark.PLAYED_BACK));
    }

    /** What ended meanwhile stays as it ended, and of what is theirs no longer nothing is confirmed; the words are heard all the same. */
    private void stand(Viewer hearer, OutsideLink link, Sent sent, TurnId said, TurnId heard, Verdict verdict) {
        Need need = store.any(sent.need());
        if (!people.has(need.id(), link.contact())) {
            return;
        }
        if (need.state().open()) {
            playbacks.playBack(hearer, new PlayBack(Ids.next(), need.id(), sent.summary(), said, heard, verdict));
        } else {
            needTurns.link(hearer, LinkTurn.about(need.id(), heard));
        }
    }

    private void keep(OutsideLink link, ConversationId talk, TurnId heard, Verdict verdict) {
        jdbc.sql("""
                        update playback_link set verdict = :verdict, conversation_id = :talk, answer_turn = :heard
                         where link_id = :id and verdict is null
                        """)
                .param("verdict", NeedWords.word(verdict))
                .param("talk", talk.value())
                .param("heard", heard.value())
                .param("id", link.id().value())
                .update();
    }

    private Sent sent(OutsideLink link) {
        return jdbc.sql("""
                        select p.need_id, p.summary, p.verdict, t.words
                          from playback_link p left join turn t on t.id = p.answer_turn where p.link_id = :id
                        """)
                .param("id", link.id().value())
                .query((row, n) -> new Sent(
                        new NeedId(Objects.requireNonNull(row.getObject("need_id", UUID.class))),
                        row.getString("summary"),
                        NeedWords.of(Verdict.class, row.getString("verdict")),
                        row.getString("words")))
                .single();
    }
}
