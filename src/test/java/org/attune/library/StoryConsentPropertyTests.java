package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.attune.TestDatabase;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * In whatever order somebody agrees, withdraws, agrees to something else and the story is used in between, backdated or not: no
 * use stands on a moment without a consent, each is refused only where there is none, and a story without consent is its team's.
 */
class StoryConsentPropertyTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static @Nullable Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestDatabase.shared().connectionAsApplication();
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        Objects.requireNonNull(connection).close();
    }

    private enum What {
        AGREES,
        AGREES_ALOUD,
        AGREED_UNTIL,
        WITHDRAWS,
        USED_NOW,
        USED_BEFORE
    }

    /** @param days how long ago it was, or for how long it holds */
    record Deed(What what, int days) {}

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(0, 6))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void noUseStandsWithoutConsentAndNobodyElseReadsIt(@ForAll("deeds") List<Deed> deeds) {
        Played story =
                new Played(JdbcClient.create(new SingleConnectionDataSource(Objects.requireNonNull(connection), true)));
        for (Deed deed : deeds) {
            story.play(deed);
            assertThat(story.usesWithoutConsent())
                    .as("uses without consent after " + deed)
                    .isZero();
            assertThat(story.isReadByOthers())
                    .as("read by others after " + deed)
                    .isEqualTo(story.isAllowedNow());
            assertThat(story.isReadByItsTeam()).isTrue();
        }
    }

    /** What the model knows about a consent. */
    private static final class Known {

        private final UUID id;
        private final boolean written;
        private final Instant from;
        private final Instant until;
        private Instant ended = Instant.MAX;

        private Known(UUID id, boolean written, Instant from, Instant until) {
            this.id = id;
            this.written = written;
            this.from = from;
            this.until = until;
        }

        private boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until) && moment.isBefore(ended);
        }
    }

    private static final class Played {

        private final JdbcClient jdbc;
        private final UUID team = Ids.next();
        private final UUID maya = Ids.next();
        private final UUID ben = Ids.next();
        private final UUID helen = Ids.next();
        private final StoryId story = new StoryId(Ids.next());
        private final ConsentRows consents;
        private final List<Known> known = new ArrayList<>();
        private final LocalDate today = LocalDate.now(BERLIN);

        private Played(JdbcClient jdbc) {
            this.jdbc = jdbc;
            this.consents = new ConsentRows(jdbc);
            UUID elsewhere = Ids.next();
            for (UUID one : List.of(team, elsewhere)) {
                run("insert into team (id, name) values (:a, :b)", one, "Team " + one);
            }
            seller(maya, team);
            seller(ben, elsewhere);
            run("""
                    insert into contact (id, given_name, owner_id, team_id, created_by)
                    select :a, 'Helen', id, team_id, id from app_user where id = :b""", helen, maya);
            run("""
                    insert into story (id, title, contact_id, team_id, written_by)
                    select :a, 'Month end', c.id, c.team_id, c.owner_id from contact c where c.id = :b""", story.value(), helen);
        }

        private void seller(UUID id, UUID in) {
            run("""
                    insert into app_user (id, email, name, role, sells, team_id)
                    values (:a, 'story-' || :a || '@attune.example', 'Somebody', 'salesperson', true, :b)""", id, in);
        }

        private void run(String sql, Object a, Object b) {
            jdbc.sql(sql).param("a", a).param("b", b).update();
        }

        private void play(Deed deed) {
            switch (deed.what()) {
                case AGREES -> agrees(true, today.minusDays(deed.days()), null);
                case AGREES_ALOUD -> agrees(false, today.minusDays(deed.days()), null);
                case AGREED_UNTIL -> agrees(true, today.minusDays(6), today.minusDays(deed.days()));
                case WITHDRAWS -> withdraws();
                case USED_NOW -> uses(now());
                case USED_BEFORE -> uses(now().minus(Duration.ofDays(deed.days())));
            }
        }

        private void agrees(boolean written, LocalDate on, @Nullable LocalDate until) {
            UUID id = Ids.next();
            Instant now = now();
            consents.current(story).ifPresent(current -> {
                consents.end(current, now);
                ended(current);
            });
            jdbc.sql("""
                            insert into story_consent (id, story_id, scope, named, given_on, until, how, noted_by, noted_at)
                            values (:id, :story, :scope, false, :on, :until, 'She said so', :by, :at)""")
                    .param("id", id)
                    .param("story", story.value())
                    .param("scope", written ? "written" : "told")
                    .param("on", java.sql.Date.valueOf(on))
                    .param("until", until)
                    .param("by", maya)
                    .param("at", Timestamp.from(now))
                    .update();
            Instant from = on.atStartOfDay(BERLIN).toInstant();
            for (Known before : known) {
                from = before.ended.isAfter(from) ? before.ended : from;
            }
            known.add(new Known(
                    id,
                    written,
                    from,
                    until == null
                            ? Instant.MAX
                            : until.plusDays(1).atStartOfDay(BERLIN).toInstant()));
        }

        private void withdraws() {
            consents.current(story).ifPresent(current -> {
                jdbc.sql("""
                                update story_consent set withdrawn_on = :day, withdrawn_at = :at, withdrawn_by = :by,
                                       ended_at = greatest(:at, last_use_of(id)) where id = :id""")
                        .param("day", java.sql.Date.valueOf(today))
                        .param("at", Timestamp.from(now()))
                        .param("by", maya)
                        .param("id", current)
                        .update();
                ended(current);
            });
        }

        private void ended(UUID consent) {
            Instant at = jdbc.sql("select ended_at from story_consent where id = :id")
                    .param("id", consent)
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            known.stream().filter(one -> one.id.equals(consent)).forEach(one -> one.ended = at);
        }

        private void uses(Instant moment) {
            boolean allowed = known.stream().anyMatch(one -> one.written && one.covers(moment));
            boolean stands = true;
            try {
                jdbc.sql("""
                                insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by, story_id)
                                values (:id, :contact, :team, 'story', 'marketing', :at, :by, :story)""")
                        .param("id", Ids.next())
                        .param("contact", helen)
                        .param("team", team)
                        .param("at", Timestamp.from(moment))
                        .param("by", maya)
                        .param("story", story.value())
                        .update();
            } catch (DataIntegrityViolationException refused) {
                stands = false;
            }
            assertThat(stands).as("used at " + moment).isEqualTo(allowed);
        }

        private int usesWithoutConsent() {
            return jdbc.sql("""
                            select count(*) from touch t where t.story_id = :story
                               and not exists (select from story_consent c
                                                where c.id = t.consent_id and c.story_id = t.story_id and c.scope = 'written'
                                                  and t.happened_at >= c.given_on::timestamp at time zone 'Europe/Berlin'
                                                  and (c.until is null
                                                    or t.happened_at < (c.until + 1)::timestamp at time zone 'Europe/Berlin')
                                                  and (c.ended_at is null or t.happened_at <= c.ended_at))""")
                    .param("story", story.value())
                    .query(Integer.class)
                    .single();
        }

        private boolean isAllowedNow() {
            Instant now = now();
            return known.stream().anyMatch(one -> one.covers(now));
        }

        private boolean isReadByOthers() {
            return isReadBy(ben);
        }

        private boolean isReadByItsTeam() {
            return isReadBy(maya);
        }

        private boolean isReadBy(UUID viewer) {
            return jdbc.sql("select exists (select from seen_story(:viewer) where id = :story)")
                    .param("viewer", viewer)
                    .param("story", story.value())
                    .query(Boolean.class)
                    .single();
        }

        private static Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
