package org.attune.needs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.outside.LinkKind;
import org.attune.outside.MakeLink;
import org.attune.outside.OutsideLinkId;
import org.attune.outside.OutsideLinks;
import org.attune.outside.SentLink;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Needs summed up to one of their people by a link, from our side. What they answer: {@link SummaryAnswers}. */
@Component
@Transactional
public class Summaries {

    private static final int LONGEST = 5000;
    private static final int MOST_DAYS = 90;

    private final NeedStore store;
    private final PeopleOfNeeds people;
    private final OutsideLinks links;
    private final JdbcClient jdbc;
    private final Clock clock;

    Summaries(NeedStore store, PeopleOfNeeds people, OutsideLinks links, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.people = people;
        this.links = links;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a link to a summary. The same command twice is one link.
     *
     * @throws RuleRefused where the need has ended, or it is sent to somebody who has nothing to do with it
     */
    public void send(Viewer viewer, SendSummary command) {
        Need need = store.seen(viewer, command.need());
        mustFit(command);
        if (links.make(viewer, link(command))) {
            need.mustBeOpen();
            if (!people.has(need.id(), command.contact())) {
                throw new RuleRefused("needs.summary.not-of-its-people", "contact");
            }
            insert(command);
        } else {
            same(command);
        }
    }

    private MakeLink link(SendSummary command) {
        return new MakeLink(
                command.id(),
                LinkKind.PLAYBACK,
                command.contact(),
                command.need().value(),
                clock.instant().plus(Duration.ofDays(command.days())));
    }

    private static void mustFit(SendSummary command) {
        if (command.text().isEmpty()) {
            throw new RuleRefused("needs.summary.text-missing", "text");
        }
        if (command.text().length() > LONGEST) {
            throw new RuleRefused("needs.playback.text-too-long", "text");
        }
        if (command.days() < 1 || command.days() > MOST_DAYS) {
            throw new RuleRefused("outside.until.in-the-past", "days");
        }
    }

    private void insert(SendSummary command) {
        jdbc.sql("insert into playback_link (link_id, need_id, summary, days) values (:id, :need, :text, :days)")
                .param("id", command.id().value())
                .param("need", command.need().value())
                .param("text", command.text())
                .param("days", command.days())
                .update();
    }

    private void same(SendSummary command) {
        record Kept(String text, int days) {}
        Kept kept = jdbc.sql("select summary, days from playback_link where link_id = :id")
                .param("id", command.id().value())
                .query((row, n) -> new Kept(row.getString("summary"), row.getInt("days")))
                .single();
        if (!kept.equals(new Kept(command.text(), command.days()))) {
            throw new ChangedMeanwhile(kept.text(), command.text());
        }
    }

    /** What was sent about a need the viewer sees, the newest first. Three statements, one where nothing was sent. */
    @Transactional(readOnly = true)
    public List<SummaryView> of(Viewer viewer, NeedId need) {
        Map<UUID, Sent> sent = jdbc
                .sql("""
                        select p.link_id, p.summary, p.verdict,
                               (select '/conversations/' || t.conversation_id || '#t' || t.seq
                                  from seen_turn(:viewer) t where t.id = p.answer_turn) as answer
                          from playback_link p join seen_need(:viewer) n on n.id = p.need_id where p.need_id = :need
                        """)
                .param("viewer", viewer.uuid())
                .param("need", need.value())
                .query((row, n) -> new Sent(
                        NeedRows.id(row, "link_id"),
                        row.getString("summary"),
                        NeedWords.of(Verdict.class, row.getString("verdict")),
                        row.getString("answer")))
                .list()
                .stream()
                .collect(Collectors.toMap(Sent::link, one -> one));
        return sent.isEmpty()
                ? List.of()
                : links.about(viewer, LinkKind.PLAYBACK, need.value()).stream()
                        .filter(link -> sent.containsKey(link.id().value()))
                        .map(link -> view(
                                link, Objects.requireNonNull(sent.get(link.id().value()))))
                        .toList();
    }

    private record Sent(
            UUID link,
            String text,
            @Nullable Verdict verdict,
            @Nullable String answer) {}

    private static SummaryView view(SentLink link, Sent sent) {
        return new SummaryView(link, sent.text(), sent.verdict(), sent.answer());
    }

    /**
     * Takes one back; nothing is answered by it any more.
     *
     * @throws NotSeen where it is not about this need
     */
    public void end(Viewer viewer, NeedId need, OutsideLinkId id) {
        boolean about = jdbc.sql("""
                        select exists (select from playback_link p join seen_need(:viewer) n on n.id = p.need_id
                                        where p.link_id = :id and p.need_id = :need)
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .param("need", need.value())
                .query(Boolean.class)
                .single();
        if (!about) {
            throw new NotSeen("summary " + id.value());
        }
        links.end(viewer, LinkKind.PLAYBACK, id);
    }
}
