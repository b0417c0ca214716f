package org.attune.correspondence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.SignedIn;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.mail.PersonalLetter;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.BaseAddress;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter together: the writer's words and signature, and in the reader's language how to get no more. */
@Component
class LetterText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final LetterRows rows;
    private final Signatures signatures;
    private final Users users;
    private final ContactSight sight;
    private final ObjectProvider<ITemplateEngine> templates;
    private final BaseAddress base;
    private final Clock clock;

    LetterText(
            JdbcClient jdbc,
            LetterRows rows,
            Signatures signatures,
            Users users,
            ContactSight sight,
            ObjectProvider<ITemplateEngine> templates,
            BaseAddress base,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.signatures = signatures;
        this.users = users;
        this.sight = sight;
        this.templates = templates;
        this.base = base;
        this.clock = clock;
    }

    PersonalLetter of(Viewer viewer, WriteLetter write, String address, String subject, UUID addressRow) {
        SignedIn writer = users.signedIn(viewer.id()).orElseThrow();
        Language language = language(write.contact(), viewer);
        String end = base.of("/unwanted/" + secret(addressRow)).orElseThrow();
        String signature = signatures.of(viewer, language);
        Context words = new Context(Locale.forLanguageTag(language.tag()));
        words.setVariable("language", language.tag());
        words.setVariable("subject", subject);
        words.setVariable("words", write.words().strip());
        words.setVariable("paragraphs", paragraphs(write.words()));
        words.setVariable("signature", signature);
        words.setVariable("signatureLines", signature.lines().toList());
        words.setVariable("end", end);
        return new PersonalLetter(
                write.id(),
                clock.instant(),
                viewer.name(),
                writer.email(),
                address,
                sight.seen(viewer, write.contact()).name(),
                language.tag(),
                subject,
                templates.getObject().process("mail/personal.txt", words).strip() + "\n",
                templates.getObject().process("mail/personal", words),
                rows.thread(write.answers()),
                end,
                enclosure(write.enclosure()));
    }

    private static PersonalLetter.@Nullable Enclosure enclosure(WriteLetter.@Nullable Enclosure file) {
        return file == null ? null : new PersonalLetter.Enclosure(file.name(), file.mediaType(), file.content());
    }

    /** What stands between blank lines, line by line. */
    private static List<List<String>> paragraphs(String words) {
        return Arrays.stream(words.strip().split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    private Language language(ContactId contact, Viewer viewer) {
        return jdbc.sql("select language from contact where id = :id and language is not null")
                .param("id", contact.value())
                .query(String.class)
                .optional()
                .flatMap(Language::known)
                .orElseGet(() -> Language.of(viewer.locale()));
    }

    /** One of its own for each letter; only its hash is kept. */
    private String secret(UUID address) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.link(Wishes.hash(secret), address, clock.instant());
        return secret;
    }
}
