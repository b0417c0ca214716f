package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class DemoTests {

    private final Demo demo = in("demo");
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isForTheMachineItRunsOn() {
        assertThat(demo.isFor(request)).isTrue();

        request.setRemoteAddr("0:0:0:0:0:0:0:1");
        request.setServerName("[::1]");
        assertThat(demo.isFor(request)).isTrue();
    }

    @Test
    void isForNobodyElsewhere() {
        request.setRemoteAddr("192.0.2.7");

        assertThat(demo.isFor(request)).isFalse();
    }

    @Test
    void isForNobodyBehindAProxy() {
        request.addHeader("X-Forwarded-For", "127.0.0.1");

        assertThat(demo.isFor(request)).isFalse();
    }

    @Test
    void isForNoForeignNameThatLeadsHere() {
        request.setServerName("rebound.example");

        assertThat(demo.isFor(request)).isFalse();
    }

    @Test
    void isNotThereInTheRealThing() {
        assertThat(in("production").isFor(request)).isFalse();
    }

    private static Demo in(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new Demo(environment);
    }
}
