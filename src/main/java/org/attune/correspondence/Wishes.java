package org.attune.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.Language;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants no letters: see decision 0033. Once somebody said so no letter leaves to their address, from whomever, whichever contact
 * carries it. Only they take that back, or an admin whom they told so.
 */
@Component
@Transactional
public class Wishes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotSeen where it is no such link */
    @Transactional(readOnly = true)
    public boolean isWanted(String secret) {
        return jdbc.sql("""
                        select a.wanted from letter_link l join letter_address a on a.id = l.address_id where l.hash = :hash""")
                .param("hash", hash(secret))
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotSeen("link"));
    }

    private record Spoken(String language, String region) {
        Optional<Locale> locale() {
            return Language.known(language).map(known -> known.in(region));
        }
    }

    /** What whoever gets letters at that address reads, as far as it was known when this one was written. */
    @Transactional(readOnly = true)
    public Optional<Locale> locale(String secret) {
        return jdbc.sql("""
                        select l.language, o.region from letter_link l cross join organisation o
                         where l.hash = :hash and l.language is not null""")
                .param("hash", hash(secret))
                .query((row, n) -> new Spoken(row.getString("language"), row.getString("region")))
                .optional()
                .flatMap(Spoken::locale);
    }

    /** The person says so themselves, by the link in a letter. Once it is done, whatever is on its way has left. */
    public void choose(String secret, boolean wanted) {
        UUID address = jdbc.sql("select address_id from letter_link where hash = :hash")
                .param("hash", hash(secret))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotSeen("link"));
        settle(address, wanted, null, null);
    }

    /**
     * They want letters again, as they told an admin.
     *
     * @param how how and when they said so
     * @throws RuleRefused where the address has said no such thing
     */
    public void takenBack(Viewer admin, @Nullable String address, @Nullable String how) {
        String note = PlainText.linesOrNothing(how);
        if (note == null) {
            throw new RuleRefused("correspondence.lift.how.needed", "how");
        }
        String line = PlainText.line(address);
        Optional<UUID> row = jdbc.sql("select id from letter_address where key = address_key(:address) and not wanted")
                .param("address", line)
                .query(UUID.class)
                .optional();
        if (row.isPresent()) {
            settle(row.get(), true, admin.uuid(), note);
        } else if (!wasJustNoted(admin, line, note)) {
            throw new RuleRefused("correspondence.lift.unknown", "address");
        }
    }

    /** The same form once more. */
    private boolean wasJustNoted(Viewer admin, @Nullable String address, String note) {
        return jdbc.sql("""
                        select exists (select from letter_wish w
                                        where w.id = (select l.id from letter_wish l join letter_address a on a.id = l.address_id
                                                       where a.key = address_key(:address)
                                                       order by l.noted_at desc, l.id desc limit 1)
                                          and w.noted_by = :by and w.note = :note)""")
                .param("address", address)
                .param("by", admin.uuid())
                .param("note", note)
                .query(Boolean.class)
                .single();
    }

    private void settle(UUID address, boolean wanted, @Nullable UUID admin, @Nullable String note) {
        boolean before = jdbc.sql("select wanted from letter_address where id = :id for update")
                .param("id", address)
                .query(Boolean.class)
                .single();
        if (before == wanted) {
            return;
        }
        Instant now = clock.instant();
        if (!wanted) {
            nothingWaits(address, now);
        }
        jdbc.sql("update letter_address set wanted = :wanted where id = :id")
                .param("wanted", wanted)
                .param("id", address)
                .update();
        jdbc.sql("""
                        insert into letter_wish (address_id, wanted, how, note, noted_by, noted_at)
                        values (:address, :wanted, :how, :note, :by, :now)""")
                .param("address", address)
                .param("wanted", wanted)
                .param("how", admin == null ? "link" : "told")
                .param("note", note)
                .param("by", admin)
                .param("now", Timestamp.from(now))
                .update();
    }

    private void nothingWaits(UUID address, Instant now) {
        jdbc.sql("""
                        update letter set state = 'unwanted', wanted = null, content = null, taken_until = null, ended_at = :now
                         where address_id = :address and state = 'waiting'""")
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
