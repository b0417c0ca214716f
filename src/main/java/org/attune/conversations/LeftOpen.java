package org.attune.conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.people.ContactId;
import org.attune.platform.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what was left open for seven days, as <i>not closed</i>. One statement that can run anywhere, any number of times
 * and at the same time: whoever comes second finds nothing left to do.
 */
@Component
public class LeftOpen implements Job {

    private static final Duration LEFT_OPEN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ConversationNews news;
    private final Clock clock;

    LeftOpen(JdbcClient jdbc, ConversationNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "left_open";
    }

    @Override
    public String when() {
        return "0 17 * * * *";
    }

    @Override
    @Transactional
    public void work() {
        endWhatWasLeft(clock.instant());
    }

    void endWhatWasLeft(Instant now) {
        Map<ConversationId, List<ContactId>> ended = jdbc
                .sql("""
                        with ended as (
                          update conversation set state = 'not_closed', ended_at = :now, version = version + 1
                           where state in ('open', 'resting') and worked_on_at < :leftSince
                          returning id)
                        select e.id, p.contact_id from participant p join ended e on e.id = p.conversation_id
                          join contact c on c.id = p.contact_id and c.merged_into is null""")
                .param("now", Rows.at(now))
                .param("leftSince", Rows.at(now.minus(LEFT_OPEN)))
                .query((row, n) -> Map.entry(Rows.conversation(row, "id"), Rows.contact(row, "contact_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        if (!ended.isEmpty()) {
            news.tell(new ConversationChanged(ended.keySet()));
        }
        news.changed(ended.values().stream().flatMap(List::stream).distinct().toList());
    }
}
