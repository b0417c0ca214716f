package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.Deed;
import org.attune.platform.RuleRefused;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Recognises people by what a provider of OpenID Connect says about them. It makes nobody a user. */
@Component
public class SingleSignOn {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Trail trail;
    private final Links links;
    private final Clock clock;

    SingleSignOn(JdbcClient jdbc, TransactionOperations transactions, Trail trail, Links links, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trail = trail;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What a provider says about somebody.
     *
     * @param email only if the provider has made sure that it is theirs
     */
    public record Elsewhere(
            String issuer, String subject, @Nullable String email) {}

    private record Linked(UserId id, boolean active) {}

    /**
     * The active user this is. The first time by the e-mail address, from then on by issuer and subject alone.
     *
     * @throws RuleRefused where nobody here is that, or the address belongs to somebody who is another there
     */
    public UserId recognise(Elsewhere who) {
        try {
            return Objects.requireNonNull(transactions.execute(tx -> userOf(who)));
        } catch (RuleRefused refused) {
            UUID whose = linked(who).map(known -> known.id().value()).orElse(null);
            trail.note(Deed.of(Deed.Done.SIGN_IN_REFUSED, "user", whose), null);
            throw refused;
        }
    }

    private UserId userOf(Elsewhere who) {
        Optional<Linked> known = linked(who);
        if (known.isPresent()) {
            return known.filter(Linked::active).map(Linked::id).orElseThrow(SingleSignOn::unknown);
        }
        if (who.email() == null) {
            throw new RuleRefused("access.single-sign-on.unverified");
        }
        UserId user = jdbc.sql("select id from app_user where lower(email) = lower(:email) and deactivated_at is null")
                .param("email", who.email())
                .query((row, n) -> new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))))
                .optional()
                .orElseThrow(SingleSignOn::unknown);
        link(user, who);
        return user;
    }

    /** An invitation has done its work then. */
    private void link(UserId user, Elsewhere who) {
        int linked = jdbc.sql("""
                        insert into single_sign_on_link (issuer, subject, user_id, linked_at)
                        values (:issuer, :subject, :user, :now) on conflict do nothing
                        """)
                .param("issuer", who.issuer())
                .param("subject", who.subject())
                .param("user", user.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (linked == 0 && linked(who).filter(one -> one.id().equals(user)).isEmpty()) {
            throw new RuleRefused("access.single-sign-on.another");
        }
        links.end(user, LinkGone.Fate.USED);
    }

    private Optional<Linked> linked(Elsewhere who) {
        return jdbc.sql("""
                        select u.id, u.deactivated_at is null as active
                          from single_sign_on_link l join app_user u on u.id = l.user_id
                         where l.issuer = :issuer and l.subject = :subject
                        """)
                .param("issuer", who.issuer())
                .param("subject", who.subject())
                .query((row, n) -> new Linked(
                        new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))), row.getBoolean("active")))
                .optional();
    }

    /** The next time they are recognised by their e-mail address again. */
    @Transactional
    public void unlink(UserId user) {
        jdbc.sql("delete from single_sign_on_link where user_id = :user")
                .param("user", user.value())
                .update();
    }

    /** The same for an address nobody has and for an account that is closed. */
    private static RuleRefused unknown() {
        return new RuleRefused("access.single-sign-on.unknown");
    }
}
