package org.attune.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A letter somebody wrote to somebody else, in finished words. It is from our address under their name, and answers go to them.
 *
 * @param id part of the Message-ID: the same letter is the same message, however often it is handed over
 * @param begunWith messages of others with which the thread began, as mail programs know them, the oldest first
 * @param answers the letters before it in the thread, the oldest first
 * @param endsAt where whoever gets it says that they want no more, a whole address
 * @param enclosure a file that comes with it
 */
public record PersonalLetter(
        UUID id,
        Instant writtenAt,
        String from,
        String replyTo,
        String to,
        String toName,
        String language,
        String subject,
        String text,
        String html,
        List<String> begunWith,
        List<UUID> answers,
        String endsAt,
        @Nullable Enclosure enclosure) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** A file, as it was checked. */
    public record Enclosure(String name, String mediaType, byte[] content) {}

    public PersonalLetter {
        from = oneLine(from);
        toName = oneLine(toName);
        subject = oneLine(subject);
        begunWith =
                List.copyOf(Objects.requireNonNullElse(begunWith, List.of())); // none in one that waits since before
        answers = List.copyOf(answers);
    }

    /** What people call themselves could otherwise begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    void writeTo(MimeMessage message, InternetAddress house, String host) throws MessagingException {
        message.setFrom(named(house.getAddress(), from));
        message.setReplyTo(new InternetAddress[] {named(replyTo, from)});
        message.setRecipient(Message.RecipientType.TO, named(to, toName));
        message.setSubject(subject, UTF_8);
        message.setHeader("Content-Language", language);
        message.setHeader("List-Unsubscribe", "<" + endsAt + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        List<String> before = Stream.concat(
                        begunWith.stream(), answers.stream().map(answered -> messageId(answered, host)))
                .toList();
        if (!before.isEmpty()) {
            message.setHeader("In-Reply-To", before.get(before.size() - 1));
            message.setHeader("References", String.join("\r\n ", before));
        }
        message.setContent(content());
    }

    static String messageId(UUID id, String host) {
        return "<" + id + "@" + host + ">";
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        InternetAddress named = new InternetAddress(address, true);
        try {
            named.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        return named;
    }

    private MimeMultipart content() throws MessagingException {
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text, "plain"));
        both.addBodyPart(part(html, "html"));
        if (enclosure == null) {
            return both;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(both);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.mediaType())));
        file.setFileName(oneLine(enclosure.name()));
        file.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart("mixed", words, file);
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8, kind);
        return part;
    }

    /** Without its words and the secret in it. */
    @Override
    public String toString() {
        return "a personal letter";
    }
}
