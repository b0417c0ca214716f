package org.attune.platform;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf this thread is working, and from where. Set once for each request; whatever has none is Attune itself.
 *
 * @param user none as long as nobody is signed in
 * @param request the reference that the log has as well
 * @param agent browser and system, in a few words
 */
public record Acting(@Nullable UUID user, String request, String address, String agent) {

    private static final ThreadLocal<Acting> CURRENT = new ThreadLocal<>();

    public static Optional<Acting> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static void begin(Acting acting) {
        CURRENT.set(acting);
    }

    /** Whoever this turned out to be; without a request there is nobody to be. */
    public static void as(@Nullable UUID user) {
        current()
                .ifPresent(acting -> CURRENT.set(new Acting(user, acting.request(), acting.address(), acting.agent())));
    }

    /** For one piece of work, before it is settled whether they may come in. */
    public static void onBehalfOf(UUID user, Runnable work) {
        UUID before = current().map(Acting::user).orElse(null);
        as(user);
        try {
            work.run();
        } finally {
            as(before);
        }
    }

    public static void end() {
        CURRENT.remove();
    }
}
