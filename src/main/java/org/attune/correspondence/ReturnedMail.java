package org.attune.correspondence;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server says about a letter it could not deliver (RFC 3464), as far as it concerns us: which letters, and whether for good.
 *
 * @param letters those whose Message-ID is in it
 * @param verdict what it says about them
 */
record ReturnedMail(Set<UUID> letters, Verdict verdict) {

    enum Verdict {
        /** It will never arrive. */
        FOR_GOOD,
        /** It is late; the mail server goes on trying. */
        LATER,
        /** It is no such message, or of a kind that is not understood. */
        UNCLEAR
    }

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z-]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern ID = Pattern.compile(
            "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>\\s]{1,253})>", Pattern.CASE_INSENSITIVE);

    ReturnedMail {
        letters = Set.copyOf(letters);
    }

    static ReturnedMail read(byte[] content, String host) {
        String plain = new String(content, StandardCharsets.ISO_8859_1);
        Set<UUID> letters = new TreeSet<>();
        Matcher id = ID.matcher(plain);
        while (id.find()) {
            if (id.group(2).equalsIgnoreCase(host)) {
                letters.add(UUID.fromString(id.group(1)));
            }
        }
        return new ReturnedMail(letters, verdict(report(content, plain)));
    }

    /** The part for machines; of a text that was pasted without its outer header, all of it. */
    private static String report(byte[] content, String plain) {
        StringBuilder report = new StringBuilder();
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
            collect(message, report, 0);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            report.setLength(0);
        }
        return report.isEmpty() ? plain : report.toString();
    }

    private static void collect(Part part, StringBuilder report, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status")) {
            try (InputStream words = part.getInputStream()) {
                report.append(new String(words.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } else if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int n = 0; n < Math.min(parts.getCount(), MOST_PARTS); n++) {
                BodyPart each = parts.getBodyPart(n);
                collect(each, report, depth + 1);
            }
        }
    }

    /** Where several recipients are named, what is worst: each of our letters has one. */
    private static Verdict verdict(String report) {
        Matcher action = ACTION.matcher(report);
        Matcher status = STATUS.matcher(report);
        boolean failed = false;
        boolean delayed = false;
        while (action.find()) {
            failed |= action.group(1).equalsIgnoreCase("failed");
            delayed |= action.group(1).equalsIgnoreCase("delayed");
        }
        boolean permanent = false;
        while (status.find()) {
            permanent |= status.group(1).equals("5");
        }
        if (failed && permanent) {
            return Verdict.FOR_GOOD;
        }
        return delayed ? Verdict.LATER : Verdict.UNCLEAR;
    }
}
