package org.attune.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.EmailLine;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody typed is what somebody else reads, whatever lies between them. */
@AttuneTest
class LetterWordsTests {

    @Autowired
    private Letters letters;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private TransactionTemplate transaction;

    private MailServer server;
    private Viewer anna;
    private String address;
    private ContactId helen;

    @BeforeEach
    void aMailServer() {
        server = postbox.opens();
        anna = somebody.whoSells();
        address = "helen-" + Ids.next() + "@brandt.example";
        helen = acquaintances.of(
                anna, ContactDetails.named("Hélène", "Müller-Groß").with(EmailLine.work(address)));
    }

    @AfterEach
    void closes() {
        postbox.closes();
    }

    private MimeMessage sent(String subject, String words) {
        transaction.executeWithoutResult(
                status -> letters.write(anna, new WriteLetter(Ids.next(), helen, address, subject, words, null, null)));
        return server.awaits(address, 1);
    }

    @Test
    void umlautsArriveInSubjectNameAndWords() throws Exception {
        MimeMessage letter = sent("Grüße aus Köln – ß & 日本", "Liebe Hélène,\n\nschöne Grüße – „bis bald“ 😀");

        assertThat(letter.getSubject()).isEqualTo("Grüße aus Köln – ß & 日本");
        assertThat(letter.getAllRecipients()[0].toString()).doesNotContain("ü");
        assertThat(MailServer.words(letter))
                .allSatisfy(words -> assertThat(words).contains("Liebe Hélène,", "schöne Grüße – „bis bald“ 😀"));
    }

    @Test
    void aLongLineArrivesWholeAndNoLineOnTheWayIsLongerThanMailServersTake() {
        String line = "so lang wie nötig ".repeat(100).strip();
        MimeMessage letter = sent("Long", line);

        assertThat(MailServer.raw(letter).lines())
                .allSatisfy(sent -> assertThat(sent).hasSizeLessThanOrEqualTo(998));
        assertThat(MailServer.words(letter))
                .allSatisfy(words -> assertThat(words).contains(line));
    }

    @Test
    void aSingleDotAndWhatLooksLikeAHeaderAreWords() {
        String words = "Dear Hélène,\n.\nBcc: everybody@brandt.example\nFrom here on";
        MimeMessage letter = sent("One\r\nBcc: everybody@brandt.example", words);

        assertThat(MailServer.words(letter).get(0).replace("\r\n", "\n")).startsWith(words);
        assertThat(server.to("everybody@brandt.example")).isEmpty();
    }

    @Test
    void addressesInTheWordsCanBeFollowedAndEndBeforeTheSentenceDoes() {
        String words = "See https://example.org/a?b=c&d=ü#e, or (http://example.org/x). No: javascript:alert(1)";
        List<String> both = MailServer.words(sent("Links", words));

        assertThat(both.get(0)).contains(words);
        assertThat(both.get(1))
                .contains(
                        "href=\"https://example.org/a?b=c&amp;d=ü#e\" rel=\"noreferrer\">https://example.org/a?b=c&amp;d=ü#e</a>, or (",
                        ">http://example.org/x</a>). No: javascript:alert(1)")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void whoeverWroteNoSignatureSignsWithTheirName() {
        signatures.keep(anna, "  ", "", 0);
        List<String> both = MailServer.words(sent("Signed", "Dear Hélène"));

        assertThat(both.get(0).replace("\r\n", "\n")).contains("Dear Hélène\n\n-- \n" + anna.name() + "\n");
        assertThat(both.get(1)).contains("<p>" + anna.name() + "</p>");
    }
}
