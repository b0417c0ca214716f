package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.attune.access.SecondProof;
import org.attune.access.SignInBy;
import org.attune.access.UserId;
import org.attune.platform.Acting;
import org.attune.platform.Deed;
import org.attune.platform.NotSeen;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Where somebody is signed in: on which device, from where, since when. That is written into the session with the first page
 * after signing in. The id of a session is as good as a password, so a page knows it under another name.
 */
@Component
class OpenSessions implements HandlerInterceptor {

    private static final String DEVICE = OpenSessions.class.getName() + ".device";
    private static final String ADDRESS = OpenSessions.class.getName() + ".address";

    private final CalmSessions sessions;
    private final Caller caller;
    private final Trail trail;

    OpenSessions(CalmSessions sessions, Caller caller, Trail trail) {
        this.sessions = sessions;
        this.caller = caller;
        this.trail = trail;
    }

    /**
     * One of them.
     *
     * @param name what a page calls it
     * @param by how they came in; nothing where that was not written down yet
     * @param here whether it is the one that asks
     */
    record Open(
            UUID name,
            String device,
            String address,
            Instant since,
            Instant used,
            @Nullable SignInBy by,
            @Nullable SecondProof second,
            boolean here) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(DEVICE) == null
                && caller.of(request).isPresent()) {
            Acting.current().ifPresent(from -> {
                session.setAttribute(DEVICE, from.agent());
                session.setAttribute(ADDRESS, from.address());
            });
        }
        return true;
    }

    /** The one that asks first, then those used last. */
    List<Open> of(UserId user, @Nullable HttpSession here) {
        return sessions.of(user.value().toString()).stream()
                .map(one -> open(one, here))
                .sorted(Comparator.comparing(Open::here)
                        .thenComparing(Open::used)
                        .reversed())
                .toList();
    }

    /** @throws NotSeen where it is not theirs, or over already */
    void end(UserId user, UUID name) {
        Session ending = sessions.of(user.value().toString()).stream()
                .filter(one -> name(one.getId()).equals(name))
                .findAny()
                .orElseThrow(() -> new NotSeen("session"));
        sessions.deleteById(ending.getId());
        trail.note(Deed.of(Deed.Done.SIGNED_OUT, "user", user.value()).with("elsewhere", 1));
    }

    void endOthers(UserId user, @Nullable HttpSession here) {
        List<Session> others = sessions.of(user.value().toString()).stream()
                .filter(one -> here == null || !one.getId().equals(here.getId()))
                .toList();
        others.forEach(one -> sessions.deleteById(one.getId()));
        if (!others.isEmpty()) {
            trail.note(Deed.of(Deed.Done.SIGNED_OUT, "user", user.value()).with("elsewhere", others.size()));
        }
    }

    private static Open open(Session session, @Nullable HttpSession here) {
        return new Open(
                name(session.getId()),
                word(session.getAttribute(DEVICE)),
                word(session.getAttribute(ADDRESS)),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                kept(SignInBy.class, session.getAttribute(Entrance.BY)),
                kept(SecondProof.class, session.getAttribute(Entrance.SECOND)),
                here != null && session.getId().equals(here.getId()));
    }

    private static String word(@Nullable String kept) {
        return kept == null ? "" : kept;
    }

    private static <E extends Enum<E>> @Nullable E kept(Class<E> kind, @Nullable String name) {
        return name == null ? null : Enum.valueOf(kind, name);
    }

    private static UUID name(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
