package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In whatever order people say stop, at whoever's wish, have it undone, come back themselves and are written or introduced to, backdated
 * or not: a touch can be noted exactly where nobody in it had asked not to hear from us.
 */
@AttuneTest
class StopPropertyTests {

    private static final int HOUSES = 25;
    private static final int DEEDS = 28;
    private static final int PEOPLE = 3;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Touches touches;

    @Autowired
    private JdbcClient jdbc;

    private int refused;
    private int undone;

    @Test
    void nobodyIsTouchedAgainstTheirWishAndEverybodyElseCanBe() {
        Viewer anna = somebody.whoSells();
        for (int seed = 0; seed < HOUSES; seed++) {
            new House(anna, new Random(seed)).lives();
        }
        assertThat(refused).as("refused").isBetween(20, HOUSES * DEEDS / 2);
        assertThat(undone).as("undone").isPositive();
    }

    /** A stop, as it is remembered apart from the database. */
    private static final class Known {

        private final UUID id = Ids.next();
        private final ContactId who;
        private final Wish wish;
        private final Instant at;
        private boolean over;

        Known(ContactId who, Wish wish, Instant at) {
            this.who = who;
            this.wish = wish;
            this.at = at;
        }
    }

    private final class House {

        private final Viewer anna;
        private final Random dice;
        private final List<ContactId> people = new ArrayList<>();
        private final List<Known> stops = new ArrayList<>();
        private Instant now = Instant.now().minus(Duration.ofDays(35)).truncatedTo(ChronoUnit.SECONDS);

        House(Viewer anna, Random dice) {
            this.anna = anna;
            this.dice = dice;
            for (int n = 0; n < PEOPLE; n++) {
                people.add(happened.met(anna));
            }
        }

        void lives() {
            for (int n = 0; n < DEEDS; n++) {
                now = now.plus(Duration.ofHours(20));
                int who = dice.nextInt(PEOPLE);
                happens(people.get(who), people.get((who + 1 + dice.nextInt(PEOPLE - 1)) % PEOPLE));
            }
        }

        private void happens(ContactId who, ContactId whom) {
            switch (dice.nextInt(9)) {
                case 0 -> stop(who, Wish.THEIRS);
                case 1 -> stop(who, Wish.OURS);
                case 2 -> undo(who);
                case 3 -> comesBack(who);
                case 4 -> happened.heard(happened.spoke(anna, who, "we"), who, now);
                case 5, 6 -> touch(who, null, now);
                case 7 -> touch(who, whom, now);
                default -> touch(who, dice.nextBoolean() ? whom : null, now.minus(Duration.ofDays(5)));
            }
        }

        private void stop(ContactId who, Wish wish) {
            Known stop = new Known(who, wish, now);
            jdbc.sql("""
                            insert into contact_stop (id, contact_id, whose_wish, said_by, said_at) values (?, ?, ?, ?, ?)""")
                    .params(stop.id, who.value(), wish.word(), anna.uuid(), Timestamp.from(now))
                    .update();
            stops.add(stop);
        }

        /** As far as the clock of the database allows. */
        private void undo(ContactId who) {
            stops.stream().filter(one -> one.who.equals(who) && !one.over).forEach(one -> {
                try {
                    jdbc.sql("insert into contact_stop_undone (stop_id, said_at, undone_by) values (?, ?, ?)")
                            .params(one.id, Timestamp.from(one.at), anna.uuid())
                            .update();
                    one.over = true;
                    undone++;
                } catch (DataIntegrityViolationException tooLate) {
                    assertThat(one.at).isBefore(Instant.now().minus(Duration.ofDays(29)));
                }
            });
        }

        private void comesBack(ContactId who) {
            happened.heard(happened.spoke(anna, who, "they"), who, now);
            stops.stream().filter(one -> one.who.equals(who)).forEach(one -> one.over = true);
        }

        private void touch(ContactId who, @Nullable ContactId whom, Instant at) {
            NoteTouch touch = new NoteTouch(
                    Ids.next(),
                    who,
                    whom == null ? TouchKind.GREETING : TouchKind.INTRODUCTION,
                    false,
                    "A card",
                    at,
                    whom == null ? Given.NOTHING : Given.introduction(whom));
            if (Stream.of(who, whom).anyMatch(one -> hasAskedNotTo(one, at))) {
                refused++;
                assertThatThrownBy(() -> touches.note(anna, touch)).isInstanceOf(RuleRefused.class);
            } else {
                assertThat(touches.note(anna, touch).happenedAt()).isEqualTo(at);
            }
        }

        private boolean hasAskedNotTo(@Nullable ContactId who, Instant at) {
            return stops.stream()
                    .anyMatch(
                            one -> one.who.equals(who) && one.wish == Wish.THEIRS && !one.over && !one.at.isAfter(at));
        }
    }
}
