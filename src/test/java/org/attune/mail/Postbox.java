package org.attune.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Gives the running application a mail server for as long as a test needs one. All others know it without.
 * <pre>{@code
 * server = postbox.opens();     @BeforeEach
 * postbox.closes();             @AfterEach
 * }</pre>
 */
@Component
public class Postbox {

    private static final String NAME = "mailServer";

    private final DefaultListableBeanFactory beans;
    private final JdbcClient jdbc;
    private @Nullable MailServer server;

    Postbox(DefaultListableBeanFactory beans, JdbcClient jdbc) {
        this.beans = beans;
        this.jdbc = jdbc;
    }

    public MailServer opens() {
        MailServer opened = new MailServer();
        server = opened;
        sets(opened.address());
        return opened;
    }

    /** One that does not answer, say. */
    public void sets(JavaMailSenderImpl address) {
        if (beans.containsSingleton(NAME)) {
            beans.destroySingleton(NAME);
        }
        beans.registerSingleton(NAME, address);
    }

    /** What waits goes on waiting. */
    public void goesAway() {
        beans.destroySingleton(NAME);
    }

    /** What was not sent by then never is. */
    public void closes() {
        goesAway();
        if (server != null) {
            server.close();
        }
        jdbc.sql("update mail set state = 'withdrawn', content = null, ended_at = now() where state = 'waiting'")
                .update();
        jdbc.sql("""
                        update letter set state = 'withdrawn', wanted = null, content = null, ended_at = now()
                         where state = 'waiting'""").update();
    }
}
