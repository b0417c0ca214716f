package org.attune.platform.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Rest rest = new Rest(Duration.ofSeconds(10), now::get);

    @Test
    void nothingRestsThatNeverFailed() {
        assertThat(rest.isOver()).isTrue();
        assertThat(rest.isOver()).isTrue();
    }

    @Test
    void whatFailedIsLeftAloneForAWhile() {
        rest.begin();

        passes(Duration.ofMillis(9_999));
        assertThat(rest.isOver()).isFalse();
    }

    @Test
    void thenOneTriesAndTheOthersWaitForHowItGoes() {
        rest.begin();
        passes(Duration.ofSeconds(10));

        assertThat(rest.isOver()).as("the first").isTrue();
        assertThat(rest.isOver()).as("the next").isFalse();
        rest.end();
        assertThat(rest.isOver()).as("everybody, after it went well").isTrue();
    }

    @Test
    void whatWasOnlySlowIsAskedAgainSooner() {
        rest.beginShort();

        passes(Duration.ofSeconds(1));
        assertThat(rest.isOver()).isTrue();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
