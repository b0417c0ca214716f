package org.attune.mail;

import java.time.Clock;
import org.attune.platform.BaseAddress;
import org.attune.platform.Seal;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Mail put together by hand, on a database that nobody else uses and without a mail server. */
public final class Mails {

    private Mails() {}

    public static Mail without(JdbcClient jdbc, Clock clock) {
        Post post = PostTests.without();
        Outbox outbox = new Outbox(jdbc, new Seal("nobody's"), new JsonMapper());
        LetterWords words = new LetterWords(
                new StaticMessageSource(),
                new StaticListableBeanFactory().getBeanProvider(ITemplateEngine.class),
                new BaseAddress(""));
        Postman postman =
                new Postman(new StaticListableBeanFactory().getBeanProvider(WaitingLetters.class), post, clock);
        return new Mail(outbox, new Letters(jdbc), words, post, postman, clock);
    }
}
