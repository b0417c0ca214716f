package org.attune.correspondence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.SignedIn;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.mail.PersonalLetter;
import org.attune.people.ContactSight;
import org.attune.platform.BaseAddress;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter together: the writer's words and signature, and in the reader's language how to get no more. */
@Component
class LetterText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReadersLanguage readers;
    private final LetterRows rows;
    private final Signatures signatures;
    private final Users users;
    private final ContactSight sight;
    private final ObjectProvider<ITemplateEngine> templates;
    private final BaseAddress base;
    private final Clock clock;

    LetterText(
            ReadersLanguage readers,
            LetterRows rows,
            Signatures signatures,
            Users users,
            ContactSight sight,
            ObjectProvider<ITemplateEngine> templates,
            BaseAddress base,
            Clock clock) {
        this.readers = readers;
        this.rows = rows;
        this.signatures = signatures;
        this.users = users;
        this.sight = sight;
        this.templates = templates;
        this.base = base;
        this.clock = clock;
    }

    PersonalLetter of(Viewer viewer, WriteLetter write, String address, LetterRows.Draft draft) {
        SignedIn writer = users.signedIn(viewer.id()).orElseThrow();
        Optional<Language> known = readers.known(write.contact());
        Language language = known.orElseGet(() -> Language.of(viewer.locale()));
        String subject = draft.subject();
        String end = base.of("/unwanted/" + secret(draft.address(), known)).orElseThrow();
        String signature = signatures.of(viewer, language);
        Context words = new Context(Locale.forLanguageTag(language.tag()));
        words.setVariable("language", language.tag());
        words.setVariable("subject", subject);
        words.setVariable("words", write.words().strip());
        words.setVariable("paragraphs", LetterParagraphs.of(write.words()));
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
                draft.thread(),
                rows.thread(draft.answers()),
                end,
                enclosure(write.enclosure()));
    }

    private static PersonalLetter.@Nullable Enclosure enclosure(WriteLetter.@Nullable Enclosure file) {
        return file == null ? null : new PersonalLetter.Enclosure(file.name(), file.mediaType(), file.content());
    }

    /** One of its own for each letter; only its hash is kept. */
    private String secret(UUID address, Optional<Language> language) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.link(Wishes.hash(secret), address, language, clock.instant());
        return secret;
    }
}
