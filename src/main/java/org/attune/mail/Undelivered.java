package org.attune.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Why a letter was not taken, in our words; those of the mail server can quote addresses, and are not kept. */
final class Undelivered {

    /** Of several things that went wrong, what comes first here says most. */
    private static final List<Obstacle> TELLING = List.of(
            Obstacle.ADDRESS_REFUSED,
            Obstacle.ADDRESS_BUSY,
            Obstacle.NOT_LET_IN,
            Obstacle.REFUSED,
            Obstacle.NOT_SECURE,
            Obstacle.UNREACHABLE,
            Obstacle.UNKNOWN);

    private Undelivered() {}

    static Handed because(Throwable failure) {
        Set<Throwable> all = new LinkedHashSet<>();
        collect(failure, all);
        return all.stream()
                .map(Undelivered::meaning)
                .min(Comparator.comparingInt(meaning -> TELLING.indexOf(Objects.requireNonNull(meaning.obstacle()))))
                .orElseThrow();
    }

    private static Handed meaning(Throwable one) {
        if (one instanceof SMTPAddressFailedException address) {
            boolean forGood = address.getReturnCode() >= 500;
            return answered(forGood ? Obstacle.ADDRESS_REFUSED : Obstacle.ADDRESS_BUSY, address.getReturnCode());
        }
        if (one instanceof SMTPSenderFailedException sender) {
            return answered(Obstacle.REFUSED, sender.getReturnCode());
        }
        if (one instanceof SMTPSendFailedException send) {
            return answered(Obstacle.REFUSED, send.getReturnCode());
        }
        return new Handed(kindOf(one), null);
    }

    /** Without a number nothing was answered, and the line has gone dead. */
    private static Handed answered(Obstacle meaning, int code) {
        return code < 0 ? new Handed(Obstacle.UNREACHABLE, null) : new Handed(meaning, code);
    }

    private static Obstacle kindOf(Throwable one) {
        if (one instanceof AddressException) {
            return Obstacle.ADDRESS_REFUSED;
        }
        if (one instanceof AuthenticationFailedException) {
            return Obstacle.NOT_LET_IN;
        }
        if (one instanceof SSLException) {
            return Obstacle.NOT_SECURE;
        }
        return one instanceof IOException ? Obstacle.UNREACHABLE : Obstacle.UNKNOWN;
    }

    private static void collect(@Nullable Throwable one, Set<Throwable> all) {
        if (one != null && all.add(one)) {
            Stream.concat(Stream.ofNullable(one.getCause()), beside(one)).forEach(next -> collect(next, all));
        }
    }

    private static Stream<? extends Throwable> beside(Throwable one) {
        if (one instanceof MailSendException several) {
            return several.getFailedMessages().values().stream();
        }
        return one instanceof MessagingException chain ? Stream.ofNullable(chain.getNextException()) : Stream.empty();
    }
}
