package org.attune.pulse;

import java.sql.Timestamp;
import java.time.Clock;
import org.attune.outside.LinkClosed;
import org.attune.outside.LinkKind;
import org.attune.outside.OutsideLink;
import org.attune.outside.OutsideLinks;
import org.attune.people.ContactChanged;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers from whoever has the link. One holds. */
@Component
@Transactional
public class PulseAnswers {

    private static final int LONGEST = 2000;

    private final OutsideLinks links;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PulseAnswers(OutsideLinks links, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.links = links;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps an answer; the very same one once more is that one.
     *
     * @throws LinkClosed where there is another answer, or none can be given any more
     */
    public void answer(String secret, AnswerPulse answer) {
        OutsideLink link = links.lock(LinkKind.PULSE, secret);
        if (link.isAnswered() && answer.equals(kept(link))) {
            return;
        }
        if (answer.words() != null && answer.words().length() > LONGEST) {
            throw new RuleRefused("pulse.words-too-long", "words");
        }
        links.answered(link);
        keep(link, answer);
        events.publishEvent(ContactChanged.of(link.contact()));
    }

    private @Nullable AnswerPulse kept(OutsideLink link) {
        return jdbc.sql(
                        "select heard, understood, answered, words from pulse where link_id = :id and answered_at is not null")
                .param("id", link.id().value())
                .query((row, n) -> new AnswerPulse(
                        Felt.of(row.getInt("heard")),
                        Felt.of(row.getInt("understood")),
                        Felt.of(row.getInt("answered")),
                        row.getString("words")))
                .optional()
                .orElse(null);
    }

    private void keep(OutsideLink link, AnswerPulse answer) {
        jdbc.sql("""
                        update pulse set heard = :heard, understood = :understood, answered = :answered, words = :words,
                               answered_at = :now
                         where link_id = :id and answered_at is null
                        """)
                .param("heard", answer.heard().step())
                .param("understood", answer.understood().step())
                .param("answered", answer.answered().step())
                .param("words", answer.words())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", link.id().value())
                .update();
    }
}
