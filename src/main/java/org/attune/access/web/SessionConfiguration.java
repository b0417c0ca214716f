package org.attune.access.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;

/** Sessions are kept in PostgreSQL, so that a restart signs nobody out and somebody can be signed out everywhere. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /** The request attribute that makes the cookie outlive the browser. */
    static final String STAY = SessionConfiguration.class.getName() + ".stay";

    // Whoever only looks at the sign-in page needs one for its token, but not for long.
    private static final Duration OF_STRANGERS = Duration.ofMinutes(30);

    @Bean
    CalmSessions sessionRepository(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        SessionTransactions own = new SessionTransactions(transactions);
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, own);
        sessions.setTableName("spring_session");
        sessions.setDefaultMaxInactiveInterval(OF_STRANGERS);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return new CalmSessions(sessions, own);
    }

    /** Secure comes by itself where the request does over HTTPS. */
    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("attune");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setRememberMeRequestAttribute(STAY);
        return cookie;
    }

    /** Error pages, too, know who is signed in. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }
}
