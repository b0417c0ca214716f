package org.attune.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in. What a stand-in may see and do says the database function {@code works_as}; here is who may
 * arrange it, and what cannot be: standing in for oneself, in a circle, or while being away.
 */
@Component
@Transactional
public class Absences {

    private static final int LONGEST = 366;

    private final JdbcClient jdbc;
    private final Users users;
    private final Clock clock;

    Absences(JdbcClient jdbc, Users users, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Whose absence somebody arranges: their own, as an admin anybody's, as a manager that of those they lead.
     *
     * @throws NotSeen where they may not, or nobody of that id works with customers
     */
    @Transactional(readOnly = true)
    public Colleague arrangedBy(Viewer viewer, UserId who) {
        boolean may = viewer.id().equals(who)
                || viewer.role() == Role.ADMIN
                || users.ledBy(viewer).stream().anyMatch(one -> one.id().equals(who));
        return users.find(who)
                .filter(one -> may && one.active() && sells(who))
                .orElseThrow(() -> new NotSeen("colleague " + who.value()));
    }

    /** The one that is or will be. */
    @Transactional(readOnly = true)
    public Optional<AbsenceView> current(UserId who) {
        return AbsenceRows.current(jdbc, who, clock.instant());
    }

    /** Those that end with somebody's account: where they are away, and where they stand in. */
    @Transactional(readOnly = true)
    public List<AbsenceView> concerning(UserId who) {
        return AbsenceRows.concerning(jdbc, who, clock.instant());
    }

    /** @throws RuleRefused where this cannot be; the field says what */
    public void arrange(Viewer viewer, GoAway away) {
        arrangedBy(viewer, away.who());
        lock(away);
        Optional<AbsenceView> same = AbsenceRows.find(jdbc, away.id(), clock.instant());
        if (same.isPresent()) {
            sameAsBefore(same.get(), away);
            return;
        }
        daysAreRight(away);
        somebodyIsThere(away);
        AbsenceRows.end(jdbc, away.who(), clock.instant());
        AbsenceRows.insert(jdbc, away, viewer);
    }

    /** Back early, or not going after all. */
    public void comeBack(Viewer viewer, UserId who) {
        arrangedBy(viewer, who);
        AbsenceRows.end(jdbc, who, clock.instant());
    }

    /** Of two who arrange at once to stand in for each other, the second sees the first. */
    private void lock(GoAway away) {
        jdbc.sql("select id from app_user where id in (:who, :standIn) order by id for update")
                .param("who", away.who().value())
                .param("standIn", away.standIn().value())
                .query(UUID.class)
                .list();
    }

    private void daysAreRight(GoAway away) {
        if (away.until().isBefore(away.from())) {
            throw new RuleRefused("access.away.backwards", "until");
        }
        if (away.until().isBefore(today(away.who()))) {
            throw new RuleRefused("access.away.over", "until");
        }
        if (away.from().plusDays(LONGEST).isBefore(away.until())) {
            throw new RuleRefused("access.away.too-long", "until");
        }
    }

    private void somebodyIsThere(GoAway away) {
        if (away.who().equals(away.standIn())) {
            throw new RuleRefused("access.away.oneself", "standIn");
        }
        Colleague standIn = users.find(away.standIn())
                .filter(one -> one.active() && sells(one.id()))
                .orElseThrow(() -> new RuleRefused("access.away.must-sell", "standIn"));
        if (!overlapping("user_id", away.standIn(), away).isEmpty()) {
            throw new RuleRefused("access.away.away-too", "standIn", standIn.name());
        }
        List<String> counted = overlapping("stand_in", away.who(), away);
        if (!counted.isEmpty()) {
            throw new RuleRefused("access.away.stands-in", "from", counted.get(0));
        }
    }

    /** Whose absences of these days it is: the other's name. */
    private List<String> overlapping(String column, UserId who, GoAway away) {
        return jdbc.sql("""
                        select u.name from absence a join app_user u on u.id = a.user_id
                         where a.%s = :who and a.ended_at is null and a.from_day <= :until and a.until_day >= :from
                        """.formatted(column))
                .param("who", who.value())
                .param("from", away.from())
                .param("until", away.until())
                .query(String.class)
                .list();
    }

    private void sameAsBefore(AbsenceView before, GoAway away) {
        boolean same = before.who().equals(away.who())
                && before.standInId().equals(away.standIn())
                && before.from().equals(away.from())
                && before.until().equals(away.until());
        if (!same) {
            throw new ChangedMeanwhile(
                    before.standIn() + ", " + before.from() + ", " + before.until(),
                    users.find(away.standIn()).map(Colleague::name).orElse("") + ", " + away.from() + ", "
                            + away.until());
        }
    }

    private LocalDate today(UserId who) {
        String zone = jdbc.sql("select zone from app_user where id = :id")
                .param("id", who.value())
                .query(String.class)
                .single();
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    private boolean sells(UserId who) {
        return Objects.equals(
                jdbc.sql("select sells from app_user where id = :id")
                        .param("id", who.value())
                        .query(Boolean.class)
                        .single(),
                true);
    }
}
