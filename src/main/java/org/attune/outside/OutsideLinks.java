package org.attune.outside;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for customers: made by one of us, opened as often as anybody likes, answered once. Opening changes nothing, since scanners of
 * mail servers follow every link.
 */
@Component
@Transactional
public class OutsideLinks {

    private final JdbcClient jdbc;
    private final LinkRows rows;
    private final LinkSecrets secrets;
    private final LinkSendings sendings;
    private final ContactSight sight;
    private final Clock clock;

    OutsideLinks(
            JdbcClient jdbc,
            LinkRows rows,
            LinkSecrets secrets,
            LinkSendings sendings,
            ContactSight sight,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.secrets = secrets;
        this.sendings = sendings;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Makes a link; the same id twice is one link.
     *
     * @return whether it was not there before
     * @throws NotSeen where the contact may not be seen, or the id is that of somebody else's link
     */
    public boolean make(Viewer viewer, MakeLink make) {
        sight.stillKnown(viewer, make.contact());
        Instant now = clock.instant();
        if (!make.until().isAfter(now)) {
            throw new RuleRefused("outside.until.in-the-past", "days");
        }
        if (rows.insert(viewer, make, now)) {
            rows.keep(make.id(), LinkSecrets.hash(secrets.of(make.kind(), make.id())));
            return true;
        }
        LinkRows.Made made = rows.made(make.id());
        if (!made.by().equals(viewer.uuid()) || !made.kind().equals(make.kind().word())) {
            throw new NotSeen("link of somebody else");
        }
        if (!made.about().equals(make.about())
                || !sight.today(make.contact()).value().equals(made.contact())) {
            throw new ChangedMeanwhile("", "");
        }
        return false;
    }

    /** What was sent about something, the newest first, and how. Two statements, one where nothing was. */
    @Transactional(readOnly = true)
    public List<SentLink> about(Viewer viewer, LinkKind kind, UUID about) {
        List<SentLink> links = rows.about(viewer, kind, about, clock.instant(), secrets);
        if (links.isEmpty()) {
            return links;
        }
        Map<UUID, List<Sending>> went = sendings.about(kind, about);
        return links.stream()
                .map(link -> link.sent(went.getOrDefault(link.id().value(), List.of())))
                .toList();
    }

    /** What whoever has it reads; nothing where it opens nothing of this kind. */
    @Transactional(readOnly = true)
    public Optional<Locale> reader(LinkKind kind, String secret) {
        return rows.find(kind, LinkSecrets.hash(secret), clock.instant(), "").map(OutsideLink::locale);
    }

    /**
     * What a secret opens, in whatever state it is.
     *
     * @throws LinkUnknown where it opens nothing of this kind
     */
    @Transactional(readOnly = true)
    public OutsideLink find(LinkKind kind, String secret) {
        return found(kind, secret, "");
    }

    /** The same, for answering: whoever answers at the same moment waits, and then finds it answered. */
    public OutsideLink lock(LinkKind kind, String secret) {
        return found(kind, secret, " for update of l");
    }

    private OutsideLink found(LinkKind kind, String secret, String lock) {
        Optional<OutsideLink> link = rows.find(kind, LinkSecrets.hash(secret), clock.instant(), lock);
        return link.map(one -> one.of(sight.today(one.contact()))).orElseThrow(LinkUnknown::new);
    }

    /**
     * An open link that was locked is answered from now on, and for good.
     *
     * @throws LinkClosed where it was not open
     */
    public OutsideLink answered(OutsideLink link) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!link.isOpen()
                || jdbc.sql("update outside_link set answered_at = :now where id = :id and answered_at is null")
                                .param("now", Timestamp.from(now))
                                .param("id", link.id().value())
                                .update()
                        == 0) {
            throw new LinkClosed(link);
        }
        return link.answeredNow(now);
    }

    /**
     * Takes a link back; whoever opens it afterwards is told whom to ask. Taking it back twice is taking it back once.
     *
     * @throws RuleRefused where they have answered already
     * @throws NotSeen where the viewer neither made it nor works with them
     */
    public void end(Viewer viewer, LinkKind kind, OutsideLinkId id) {
        LinkRows.Made made = rows.lock(viewer, kind, id);
        if (made.answered()) {
            throw new RuleRefused("outside.answered-already");
        }
        if (!made.ended()) {
            jdbc.sql("update outside_link set ended_at = :now, ended_by = :by where id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", viewer.uuid())
                    .param("id", id.value())
                    .update();
        }
    }
}
