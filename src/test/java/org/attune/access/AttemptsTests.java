package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.TestDatabase;
import org.junit.jupiter.api.Test;

class AttemptsTests {

    private static final Address HERE = new Address("192.0.2.7");

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final MovingClock clock = new MovingClock();
    private final Attempts attempts = new AccessOn(DATABASE, clock).attempts;
    private final String account = UUID.randomUUID() + "@attune.example";

    @Test
    void theFirstFiveCostNothingThenTheWaitDoublesUpToAQuarterOfAnHour() {
        fail(account, 5);

        for (int seconds = 2; seconds <= 512; seconds *= 2) {
            assertThat(wait(account)).isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            fail(account, 1);
        }
        assertThat(wait(account)).isEqualTo(Duration.ofMinutes(15));
        clock.pass(Duration.ofMinutes(15));
        fail(account, 1);
        assertThat(wait(account)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAttemptThatComesTooEarlyDoesNotMakeTheWaitLonger() {
        fail(account, 5);
        wait(account);
        clock.pass(Duration.ofSeconds(1));

        assertThat(wait(account)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void signingInClearsTheAccount() {
        fail(account, 5);
        clock.pass(Duration.ofSeconds(2));
        attempts.begin(account, elsewhere(6));
        attempts.succeeded(account, elsewhere(6));

        assertThatCode(() -> fail(account, 5)).doesNotThrowAnyException();
    }

    @Test
    void oneAddressTryingManyAccountsIsSlowedDownToo() {
        Address office = new Address("198.51.100.9");
        for (int i = 0; i < 20; i++) {
            attempts.begin(i + account, office);
        }

        assertThatExceptionOfType(SlowDown.class).isThrownBy(() -> attempts.begin("another" + account, office));
        assertThatCode(() -> attempts.begin("another" + account, HERE)).doesNotThrowAnyException();
    }

    @Test
    void anOwnAccountDoesNotWashAnAddressClean() {
        Address office = new Address("203.0.113.4");
        for (int i = 0; i < 20; i++) {
            attempts.begin(i + account, office);
        }
        clock.pass(Duration.ofSeconds(2));
        attempts.begin("own" + account, office);
        attempts.succeeded("own" + account, office);

        clock.pass(Duration.ofSeconds(1));
        assertThatExceptionOfType(SlowDown.class).isThrownBy(() -> attempts.begin("another" + account, office));
    }

    @Test
    void aDayWithoutFailureForgetsThem() {
        fail(account, 9);
        clock.pass(Duration.ofHours(25));

        assertThatCode(() -> fail(account, 5)).doesNotThrowAnyException();
    }

    @Test
    void aHundredGuessesAtOnceAreAHundred() throws InterruptedException {
        var heard = new AtomicInteger();
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 24; i++) {
            Address from = elsewhere(i);
            threads.execute(() -> {
                try {
                    start.await();
                    attempts.begin(account, from);
                    heard.incrementAndGet();
                } catch (SlowDown | InterruptedException turnedAway) {
                    Thread.currentThread().isInterrupted();
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(heard).hasValue(5);
    }

    @Test
    void allAddressesOfOneIpv6ConnectionCountAsOne() {
        assertThat(new Address("2001:db8:1:2:3:4:5:6").network())
                .isEqualTo(new Address("2001:db8:1:2::9").network())
                .isNotEqualTo(new Address("2001:db8:1:3::9").network());
        assertThat(new Address("192.0.2.7").network()).isEqualTo("192.0.2.7");
    }

    /** From a new place each time, so that only the account counts. */
    private void fail(String account, int times) {
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                clock.pass(Duration.ofHours(1).dividedBy(4));
            }
            attempts.begin(account, elsewhere(i));
        }
    }

    private Duration wait(String account) {
        return assertThatExceptionOfType(SlowDown.class)
                .isThrownBy(() -> attempts.begin(account, elsewhere(99)))
                .actual()
                .waiting();
    }

    private Address elsewhere(int n) {
        return new Address(account.substring(0, 8) + "." + n);
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
