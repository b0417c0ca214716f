package org.attune.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Sessions in the database that write down at most once a minute that they were used. What cannot be read any more, after
 * an update of Attune perhaps, is gone from them; its owner signs in again.
 */
class CalmSessions implements SessionRepository<CalmSessions.Calm>, InitializingBean, DisposableBean {

    static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    private final JdbcIndexedSessionRepository sessions;
    private final SessionTransactions transactions;
    private final Kept kept;

    CalmSessions(JdbcIndexedSessionRepository sessions, SessionTransactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.kept = Kept.in(sessions);
    }

    @Override
    public Calm createSession() {
        return new Calm(sessions.createSession());
    }

    @Override
    public void save(Calm session) {
        kept.save(session.session);
    }

    @Override
    public @Nullable Calm findById(String id) {
        Session found = transactions.without(() -> kept.find(id));
        return found == null ? null : new Calm(found);
    }

    /** All of one person that are not over. */
    List<Session> of(String principal) {
        return kept.of(principal).stream()
                .filter(session -> !session.isExpired())
                .<Session>map(Calm::new)
                .toList();
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public void afterPropertiesSet() {
        sessions.afterPropertiesSet();
    }

    @Override
    public void destroy() {
        sessions.destroy();
    }

    /** Speaks with the repository about what it made; the type of its sessions is not public. */
    private interface Kept {

        void save(Session session);

        @Nullable
        Session find(String id);

        List<? extends Session> of(String principal);

        private static <S extends Session> Kept in(FindByIndexNameSessionRepository<S> repository) {
            return new Kept() {

                @Override
                @SuppressWarnings("unchecked")
                public void save(Session session) {
                    repository.save((S) session);
                }

                @Override
                public @Nullable Session find(String id) {
                    return repository.findById(id);
                }

                @Override
                public List<? extends Session> of(String principal) {
                    return List.copyOf(repository.findByPrincipalName(principal).values());
                }
            };
        }
    }

    static final class Calm implements Session {

        private final Session session;

        Calm(Session session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(session.getLastAccessedTime(), now).compareTo(AT_MOST_EVERY) >= 0) {
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            try {
                return session.getAttribute(name);
            } catch (SerializationFailedException | ConversionException unreadable) {
                session.removeAttribute(name);
                return null;
            }
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
