package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.attune.access.Address;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether this is the demo, asked for from the very machine it runs on. Only there does one click sign in. */
@Component
class Demo {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean running;

    Demo(Environment environment) {
        this.running = environment.acceptsProfiles(Profiles.of("demo"));
    }

    boolean isRunning() {
        return running;
    }

    /**
     * A proxy on this machine speaks for somebody elsewhere, and a foreign name that leads here belongs to a page elsewhere;
     * neither is let in.
     */
    boolean isFor(HttpServletRequest request) {
        return running
                && new Address(request.getRemoteAddr()).isThisMachine()
                && NAMES.contains(request.getServerName())
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }
}
