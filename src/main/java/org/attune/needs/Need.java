package org.attune.needs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** A problem or a wants-to-know, and how far it has come. Its people, words and figures are rows of their own. */
@Entity
@Table(name = "need")
class Need {

    private static final int TITLE = 200;
    private static final int WHY = 1000;

    @Id
    private UUID id;

    private String kind;
    private String title;
    private String state;

    @Column(name = "not_a_fit_for")
    private @Nullable String notAFitFor;

    @Column(name = "ended_why")
    private @Nullable String endedWhy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    @Column(name = "noted_by", updatable = false)
    private UUID notedBy;

    @Column(name = "team_id", updatable = false)
    private UUID teamId;

    @Column(name = "noted_at", updatable = false)
    private Instant notedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Need() {}

    private Need(NeedId id, NeedKind kind, String title, UserId by, TeamId team, Instant at) {
        this.id = id.value();
        this.kind = NeedWords.word(kind);
        this.title = fitting(title);
        this.state = NeedWords.word(NeedState.HEARD);
        this.notedBy = by.value();
        this.teamId = team.value();
        this.notedAt = at;
    }

    static Need noted(NeedId id, NeedKind kind, String title, UserId by, TeamId team, Instant at) {
        return new Need(id, kind, title, by, team, at);
    }

    NeedId id() {
        return new NeedId(id);
    }

    NeedKind kind() {
        return NeedWords.in(NeedKind.class, kind);
    }

    String title() {
        return title;
    }

    NeedState state() {
        return NeedWords.in(NeedState.class, state);
    }

    UserId notedBy() {
        return new UserId(notedBy);
    }

    int version() {
        return version;
    }

    /** Its title and kind are ours, and may be put better at any time. */
    void reword(String newTitle, NeedKind newKind) {
        title = fitting(newTitle);
        kind = NeedWords.word(newKind);
    }

    /** Brings an open need to where its evidence puts it. */
    Optional<NeedChange> standAt(boolean explored, @Nullable Verdict lastVerdict) {
        NeedState now = NeedState.from(explored, lastVerdict);
        if (!state().open() || state() == now) {
            return Optional.empty();
        }
        return Optional.of(become(now, null));
    }

    NeedChange end(Ending how, @Nullable String why, UserId by, Instant at) {
        mustBeOpen();
        String reason = reason(why);
        if (reason == null && how.asksWhy()) {
            throw new RuleRefused("needs.ending.why-missing", "why");
        }
        if (reason != null && reason.length() > WHY) {
            throw new RuleRefused("needs.ending.why-too-long", "why");
        }
        notAFitFor = how.notAFitFor();
        endedWhy = reason;
        endedAt = at;
        endedBy = by.value();
        return become(how.state(), reason);
    }

    /** Whether it ended in just this way already: a repeated submit. */
    boolean endedLike(EndNeed command) {
        return state() == command.how().state()
                && Objects.equals(notAFitFor, command.how().notAFitFor())
                && Objects.equals(endedWhy, reason(command.why()));
    }

    /** Takes an ended need up again, where its evidence puts it. */
    NeedChange reopen(boolean explored, @Nullable Verdict lastVerdict) {
        if (state().open()) {
            throw new IllegalStateException("still open");
        }
        notAFitFor = null;
        endedWhy = null;
        endedAt = null;
        endedBy = null;
        return become(NeedState.from(explored, lastVerdict), null);
    }

    void mustBeOpen() {
        if (!state().open()) {
            throw new RuleRefused("needs.ended");
        }
    }

    private NeedChange become(NeedState to, @Nullable String why) {
        NeedChange change = new NeedChange(state(), to, why);
        state = NeedWords.word(to);
        return change;
    }

    private static @Nullable String reason(@Nullable String why) {
        return why == null || why.isBlank() ? null : why.strip();
    }

    private static String fitting(String title) {
        String stripped = title.strip();
        if (stripped.isEmpty()) {
            throw new RuleRefused("needs.title.missing", "title");
        }
        if (stripped.length() > TITLE) {
            throw new RuleRefused("needs.title.too-long", "title");
        }
        return stripped;
    }
}
