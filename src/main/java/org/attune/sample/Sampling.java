package org.attune.sample;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.attune.platform.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Component;

/** Makes a sample when Attune is started for that: see {@code sample} in the README. */
@Component
class Sampling implements ApplicationRunner {

    private static final int LEAST = 100;
    private static final int MOST = 2_000_000;

    private final Samples samples;
    private final int contacts;
    private final long seed;
    private final LocalDate until;

    Sampling(
            Samples samples,
            Clock clock,
            @Value("${attune.sample.contacts:0}") int contacts,
            @Value("${attune.sample.seed:1}") long seed,
            @Value("${attune.sample.until:#{null}}") @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {
        this.samples = samples;
        this.contacts = contacts;
        this.seed = seed;
        this.until = until == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : until;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        if (contacts == 0) {
            return;
        }
        if (contacts < LEAST || contacts > MOST) {
            throw new SettingRefused(
                    "A sample of %d contacts cannot be made.".formatted(contacts),
                    "Say --contacts= with a number from %d to %d.".formatted(LEAST, MOST));
        }
        samples.fill(new House(contacts, seed, until), System.out, System.console() != null);
    }
}
