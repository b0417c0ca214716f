package org.attune.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A letter in finished words, as it waits under seal.
 *
 * @param endsAt where letters of this kind can be stopped, if that is possible
 */
record Written(
        String address,
        String name,
        String language,
        String subject,
        String text,
        String html,
        @Nullable String endsAt) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What people call themselves could otherwise begin a header of its own. */
    Written {
        name = oneLine(name);
        subject = oneLine(subject);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    void writeTo(MimeMessage message) throws MessagingException {
        message.setRecipient(Message.RecipientType.TO, recipient());
        message.setSubject(subject, UTF_8);
        message.setHeader("Content-Language", language);
        // RFC 3834: nobody who is away needs to tell us so.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (endsAt != null) {
            // RFC 8058: the mailbox has a button of its own for it. Opening the address alone stops nothing.
            message.setHeader("List-Unsubscribe", "<" + endsAt + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html, "html"));
        message.setContent(both);
    }

    private InternetAddress recipient() throws AddressException {
        InternetAddress recipient = new InternetAddress(address, true);
        try {
            recipient.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        return recipient;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8, kind);
        return part;
    }

    /** Without its words, which can hold a secret. */
    @Override
    public String toString() {
        return "a letter";
    }
}
