package org.attune.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.attune.access.SetUp;
import org.attune.conversations.LeftOpen;
import org.attune.health.HealthKeeping;
import org.attune.health.HealthRebuild;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty demo, before the first page can be asked for. All of it happens in one transaction: whoever pulls the plug
 * half-way finds it empty, and so filled, the next time.
 */
@DemoOnly
class Demo implements SmartLifecycle {

    private static final String SCRIPTS = "classpath:demo/**/*.txt";
    private static final String LONG_AGO = "-342";

    private final SetUp setUp;
    private final Staff staff;
    private final List<Scenes> scenes;
    private final TravellingClock clock;
    private final TransactionTemplate transaction;
    private final LeftOpen leftOpen;
    private final HealthKeeping health;
    private final HealthRebuild ageing;

    private volatile boolean running;

    Demo(
            SetUp setUp,
            Staff staff,
            List<Scenes> scenes,
            TravellingClock clock,
            TransactionTemplate transaction,
            LeftOpen leftOpen,
            HealthKeeping health,
            HealthRebuild ageing) {
        this.setUp = setUp;
        this.staff = staff;
        this.scenes = List.copyOf(scenes);
        this.clock = clock;
        this.transaction = transaction;
        this.leftOpen = leftOpen;
        this.health = health;
        this.ageing = ageing;
    }

    /** Before the web server, whose phase is among the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (setUp.isNeeded()) {
            transaction.executeWithoutResult(tx -> play());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void play() {
        Days days = new Days(clock.instant(), Staff.ZONE);
        Cast cast = new Cast(days, clock, new Playing(scenes), this::endTheDay);
        try {
            cast.itIs(days.past(LONG_AGO, LocalTime.NOON));
            staff.arrive(cast);
            inOrder(days).forEach(cast::play);
        } finally {
            clock.comeBack();
        }
        endTheDay();
        ageing.rebuildAll();
    }

    /** What Attune does by itself, so that nothing stands as it would not have been left. */
    private void endTheDay() {
        leftOpen.work();
        health.keepNow();
    }

    /** Of all scripts together, so that what happened later anywhere is written down later. */
    private static List<Block> inOrder(Days days) {
        List<Block> blocks = new ArrayList<>();
        for (Resource script : scripts()) {
            blocks.addAll(Script.read(Objects.requireNonNull(script.getFilename()), text(script), days));
        }
        blocks.sort(Comparator.<Block, Instant>comparing(Block::at));
        return blocks;
    }

    private static List<Resource> scripts() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(SCRIPTS))
                    .sorted(Comparator.comparing(script -> Objects.requireNonNull(script.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
