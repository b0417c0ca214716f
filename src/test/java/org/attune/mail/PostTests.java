package org.attune.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.OpenIdServer;
import org.attune.platform.BaseAddress;
import org.attune.platform.Ids;
import org.attune.platform.SettingRefused;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

class PostTests {

    private static final String FROM = "Attune <attune@attune.example.org>";
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String BASE = "https://crm.example.org";

    private final MailServer server = new MailServer();
    private final UUID id = Ids.next();

    @AfterEach
    void close() {
        server.close();
    }

    static Post without() {
        return post(null, FROM, BASE);
    }

    private static Post post(@Nullable JavaMailSender address, @Nullable String from, String base) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (address != null) {
            beans.addBean("mailServer", address);
        }
        return new Post(
                beans.getBeanProvider(JavaMailSender.class),
                new MailSettings(from),
                new BaseAddress(base),
                new MockEnvironment());
    }

    @Test
    void aLetterArrivesInTwoVersionsAndSaysWhatItIs() throws Exception {
        post(server.address(), FROM, BASE).hand(words("maya@attune.example", "Maya Lindqvist"), id, NOW);

        MimeMessage letter = server.awaits("maya@attune.example", 1);
        assertThat(letter.getSubject()).isEqualTo("Willkommen bei Attune – Grüße");
        assertThat(letter.getFrom()).containsExactly(new InternetAddress(FROM));
        assertThat(letter.getAllRecipients()[0]).hasToString("Maya Lindqvist <maya@attune.example>");
        assertThat(letter.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(letter.getHeader("Message-ID")).containsExactly("<" + id + "@crm.example.org>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Content-Language")).containsExactly("de-DE");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(MailServer.words(letter))
                .satisfiesExactly(plain -> assertThat(plain).startsWith("Grüße"), page -> assertThat(page)
                        .startsWith("<p>Grüße</p>"));
    }

    @Test
    void nobodysNameBeginsAHeaderOfItsOwn() throws Exception {
        post(server.address(), FROM, BASE)
                .hand(words("maya@attune.example", "Maya\r\nBcc: everybody@attune.example"), id, NOW);

        MimeMessage letter = server.awaits("maya@attune.example", 1);
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(server.to("everybody@attune.example")).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        assertThat(obstacle(MailServer.at(OpenIdServer.nobodysPort()))).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void aWrongPasswordIsNamed() {
        JavaMailSenderImpl address = server.asking("attune", "right").address();
        address.setUsername("attune");
        address.setPassword("wrong");
        address.getJavaMailProperties().setProperty("mail.smtp.auth", "true");

        assertThat(obstacle(address)).isEqualTo(Obstacle.NOT_LET_IN);
    }

    @Test
    void aServerWithoutTheSecurityThatIsDemandedIsNotUsed() {
        JavaMailSenderImpl address = server.address();
        address.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        address.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

        assertThat(post(address, FROM, BASE)
                        .hand(words("maya@attune.example", "Maya"), id, NOW)
                        .isTaken())
                .isFalse();
        assertThat(server.to("maya@attune.example")).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnybodyIsAsked() {
        assertThat(post(server.address(), FROM, BASE)
                        .hand(words("may a@", "Maya"), id, NOW)
                        .obstacle())
                .isEqualTo(Obstacle.ADDRESS_REFUSED);
    }

    @Test
    void whatTheServerSaysAboutTheAddressCountsMoreThanWhatItSaysAboutTheWhole() throws Exception {
        InternetAddress maya = new InternetAddress("maya@attune.example");
        var whole = new SMTPSendFailedException("DATA", 550, "550 maya@attune.example unknown", null, null, null, null);
        whole.setNextException(new SMTPAddressFailedException(maya, "RCPT TO", 550, "550 maya@attune.example unknown"));

        Handed why = Undelivered.because(new MailSendException(Map.of("letter", whole)));

        assertThat(why.obstacle()).isEqualTo(Obstacle.ADDRESS_REFUSED);
        assertThat(why.replyCode()).isEqualTo(550);
    }

    @Test
    void aFullMailboxIsTriedAgainAndAnUnwantedSenderIsOursToMend() throws Exception {
        InternetAddress maya = new InternetAddress("maya@attune.example");
        assertThat(Undelivered.because(new SMTPAddressFailedException(maya, "RCPT TO", 452, "full"))
                        .obstacle())
                .isEqualTo(Obstacle.ADDRESS_BUSY);
        assertThat(Undelivered.because(new SMTPSendFailedException("DATA", 554, "spam", null, null, null, null))
                        .obstacle())
                .isEqualTo(Obstacle.REFUSED);
        assertThat(Undelivered.because(new SMTPAddressFailedException(maya, "RCPT TO", -1, "[EOF]"))
                        .obstacle())
                .isEqualTo(Obstacle.UNREACHABLE);
        assertThat(Undelivered.because(new IllegalStateException()).obstacle()).isEqualTo(Obstacle.UNKNOWN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "attune", "a@b.example, c@d.example", "attune@example.org\r\nBcc: x@y.example"})
    void aMailServerNeedsToKnowWhoLettersAreFrom(@Nullable String from) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(post(server.address(), from, BASE)::check)
                .satisfies(refused -> assertThat(refused.help()).contains("ATTUNE_MAIL_FROM"));
    }

    @Test
    void aMailServerNeedsToKnowWhereAttuneIs() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(post(server.address(), FROM, "")::check)
                .satisfies(refused -> assertThat(refused.help()).contains("ATTUNE_BASE_URL"));
        post(null, null, "").check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attune.example.org",
                "ftp://attune.example.org",
                "https://",
                "https://attune.example.org/?a=b",
                "https://attune.example.org/#here",
                "https://somebody@attune.example.org",
                "javascript:alert(1)",
                "https://attune example.org"
            })
    void anAddressThatIsNoneOfAWebsiteIsRefusedAtTheStart(String address) {
        assertThatExceptionOfType(SettingRefused.class).isThrownBy(() -> new BaseAddress(address));
    }

    @Test
    void anAddressMayHaveAPathAndASlashAtItsEnd() {
        assertThat(new BaseAddress("https://example.org/crm/").of("/invitations/x"))
                .contains("https://example.org/crm/invitations/x");
        assertThat(new BaseAddress(" ").of("/")).isEmpty();
    }

    private Obstacle obstacle(JavaMailSenderImpl address) {
        return Objects.requireNonNull(post(address, FROM, BASE)
                .hand(words("maya@attune.example", "Maya"), id, NOW)
                .obstacle());
    }

    private static Written words(String address, String name) {
        return new Written(address, name, "de-DE", "Willkommen bei Attune – Grüße", "Grüße\n", "<p>Grüße</p>", null);
    }
}
