package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTests {

    private final Drain drain = new Drain(Duration.ofMillis(300));

    @Test
    void anInstanceThatIsAskedToStopGoesOnAnsweringForAWhileAndClosesConnectionsPolitely() throws Exception {
        drain.start();
        assertThat(connection()).as("at work").isNull();

        Thread stopping = new Thread(drain::stop);
        stopping.start();
        while (drain.isRunning()) {
            Thread.onSpinWait();
        }
        assertThat(connection()).as("asked to stop").isEqualTo("close");
        stopping.join();
        assertThat(drain.isRunning()).isFalse();
    }

    @Test
    void itStopsBeforeTheWebServerTakesNoMoreRequests() {
        assertThat(drain.getPhase()).isGreaterThan(Integer.MAX_VALUE - 1024);
    }

    private @Nullable String connection() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        drain.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
