package org.attune.mail;

import jakarta.annotation.PostConstruct;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.BaseAddress;
import org.attune.platform.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server letters are handed to, where there is one. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Post {

    private final ObjectProvider<JavaMailSender> servers;
    private final MailSettings settings;
    private final BaseAddress base;
    private final boolean demo;

    Post(ObjectProvider<JavaMailSender> servers, MailSettings settings, BaseAddress base, Environment environment) {
        this.servers = servers;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.settings = settings;
        this.base = base;
    }

    /** Found out when Attune starts, and not when somebody waits for a letter. */
    @PostConstruct
    void check() {
        if (settings.from() != null && !settings.from().isBlank()) {
            from();
        }
        if (isThere()) {
            if (!base.isKnown()) {
                throw new SettingRefused(
                        "A mail server is set, but not where people find Attune, which every link in a letter needs.",
                        "Set ATTUNE_BASE_URL to something like https://attune.example.org, or leave out SPRING_MAIL_HOST.");
            }
            from();
        }
    }

    /** The people of the demo are invented, and their addresses might be somebody's. */
    boolean isThere() {
        return !demo && servers.getIfAvailable() != null;
    }

    @Nullable
    String server() {
        return servers.getIfAvailable() instanceof JavaMailSenderImpl smtp
                ? smtp.getHost() + (smtp.getPort() > 0 ? ":" + smtp.getPort() : "")
                : null;
    }

    InternetAddress from() {
        try {
            InternetAddress[] parsed = InternetAddress.parse(Objects.requireNonNullElse(settings.from(), ""), true);
            if (parsed.length == 1) {
                parsed[0].validate();
                return parsed[0];
            }
        } catch (AddressException said) {
            // said below
        }
        throw new SettingRefused(
                "A mail server needs to know who letters are from, and attune.mail.from is not an e-mail address.",
                "Set ATTUNE_MAIL_FROM to something like Attune <attune@example.org>.");
    }

    Handed hand(Written letter, UUID id, Instant writtenAt) {
        return hand(id, writtenAt, message -> {
            message.setFrom(from());
            letter.writeTo(message);
        });
    }

    Handed hand(PersonalLetter letter) {
        return hand(letter.id(), letter.writtenAt(), message -> letter.writeTo(message, from(), base.host()));
    }

    /** The one place where a letter leaves, and where what a mail server says is told apart. */
    private Handed hand(UUID id, Instant writtenAt, Writing words) {
        JavaMailSender server = servers.getIfAvailable();
        if (server == null) {
            return new Handed(Obstacle.UNREACHABLE, null);
        }
        try {
            MimeMessage message = server.createMimeMessage();
            message.setHeader("Message-ID", PersonalLetter.messageId(id, base.host()));
            message.setSentDate(Date.from(writtenAt));
            words.into(message);
            server.send(message);
            return Handed.TAKEN;
        } catch (MessagingException | RuntimeException failure) {
            return Undelivered.because(failure);
        }
    }

    private interface Writing {
        void into(MimeMessage message) throws MessagingException;
    }
}
