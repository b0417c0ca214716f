package org.attune.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that keeps what it is given. */
public final class MailServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailServer() {
        server.start();
    }

    /** From now on whoever brings letters has to say who they are. */
    public MailServer asking(String name, String password) {
        server.getUserManager().setAuthRequired(true);
        server.setUser(name, password);
        return this;
    }

    /** How to reach it, as somebody sets it. */
    public JavaMailSenderImpl address() {
        return at(server.getSmtp().getPort());
    }

    public static JavaMailSenderImpl at(int port) {
        JavaMailSenderImpl address = new JavaMailSenderImpl();
        address.setHost("127.0.0.1");
        address.setPort(port);
        address.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        address.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return address;
    }

    /** Everything that came for somebody so far. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** What came for somebody as their so-manieth letter, once it is there. */
    public MimeMessage awaits(String address, int number) {
        await().atMost(PATIENCE).until(() -> to(address).size() >= number);
        return to(address).get(number - 1);
    }

    /** Everything in a letter as it was sent, line by line. */
    public static String raw(MimeMessage message) {
        return com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message);
    }

    /** Its two versions: plain, and as a page. */
    public static List<String> words(MimeMessage message) {
        try {
            var both = (jakarta.mail.internet.MimeMultipart) message.getContent();
            return List.of(
                    String.valueOf(both.getBodyPart(0).getContent()),
                    String.valueOf(both.getBodyPart(1).getContent()));
        } catch (MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(one ->
                            one instanceof InternetAddress to && to.getAddress().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
