package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.AttuneApplication;
import org.attune.bench.Explaining.Plan;
import org.attune.bench.Results.PageResult;
import org.attune.bench.Results.Suspect;
import org.attune.bench.Visit.WrongAnswer;
import org.attune.platform.database.DatabaseLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each page alone, for one user at a time, to the microsecond (Gatling counts whole milliseconds, in which the budgets are one or two
 * digits), and beside it what it asks of the database.
 */
final class PageRun {

    private static final int WARM_UP = 60;
    private static final int AT_LEAST = 20;
    private static final int CAPTURED = 6;
    private static final int EXPLAINED = 3;

    private final Attune attune;
    private final List<Page> pages;

    PageRun(Attune attune, List<Page> pages) {
        this.attune = attune;
        this.pages = pages;
    }

    /** Calls everything in turn, so that what is measured first is not measured cold. */
    static void warmUp(URI address, List<Page> pages, Duration howLong) {
        long begin = System.nanoTime();
        for (int round = 0; System.nanoTime() - begin < howLong.toNanos(); round++) {
            for (Page page : pages) {
                if (System.nanoTime() - begin < howLong.toNanos()) {
                    tried(page.visits().get(round % page.visits().size()), address);
                }
            }
        }
    }

    /** @param keeping hears what is known so far, after each page */
    List<PageResult> measure(Consumer<List<PageResult>> keeping) {
        List<PageResult> results = new ArrayList<>();
        for (Page page : pages) {
            PageResult result = measured(page);
            results.add(result);
            keeping.accept(results);
            System.out.printf(
                    "%-45s %-12s p50 %8.2f  p95 %8.2f ms  cpu %6.2f + %6.2f ms  %6.1f kB %s%n",
                    page.name(),
                    page.role(),
                    result.time().p50(),
                    result.time().p95(),
                    result.attuneMillis(),
                    result.postgresMillis(),
                    result.kilobytes(),
                    result.failed() == null ? "" : result.failed());
        }
        return results;
    }

    private PageResult measured(Page page) {
        long patience = Asked.patience().toNanos();
        try {
            long begin = System.nanoTime();
            for (int n = 0; n < WARM_UP && System.nanoTime() - begin < patience / 4; n++) {
                visit(page, n).make(attune.address());
            }
            long attuneBefore = Load.cpuMillis(attune.pid());
            long postgresBefore = Load.cpuMillisWithChildren(attune.postmaster());
            long[] nanos = new long[Asked.samples()];
            long bytes = 0;
            int taken = 0;
            begin = System.nanoTime();
            while (taken < nanos.length && (taken < AT_LEAST || System.nanoTime() - begin < patience)) {
                Visitor.Answer answer = visit(page, taken).make(attune.address());
                nanos[taken++] = answer.nanos();
                bytes += answer.bytes();
            }
            double attuneMillis = Load.cpuMillis(attune.pid()) - attuneBefore;
            double postgresMillis = Load.cpuMillisWithChildren(attune.postmaster()) - postgresBefore;
            return result(
                    page,
                    Spread.ofNanos(Arrays.copyOf(nanos, taken)),
                    bytes / 1024.0 / taken,
                    attuneMillis / taken,
                    postgresMillis / taken,
                    null);
        } catch (WrongAnswer | IllegalStateException wrong) {
            return result(page, Spread.ofNanos(new long[0]), 0, 0, 0, String.valueOf(wrong.getMessage()));
        }
    }

    private static Visit visit(Page page, int n) {
        return page.visits().get(n % page.visits().size());
    }

    static PageResult result(
            Page page, Spread time, double kilobytes, double attune, double postgres, @Nullable String failed) {
        return new PageResult(
                page.name(),
                page.role(),
                page.about(),
                page.budget(),
                time,
                kilobytes,
                attune,
                postgres,
                0,
                null,
                0,
                0,
                0,
                List.of(),
                failed);
    }

    /** The same pages once more, from a second Attune on the same database whose statements are listened to. */
    void withSql(List<PageResult> measured, Consumer<List<PageResult>> keeping) throws SQLException {
        List<PageResult> results = new ArrayList<>(measured);
        try (ConfigurableApplicationContext second = second();
                Connection connection = attune.application().open()) {
            URI address =
                    URI.create("http://127.0.0.1:" + second.getEnvironment().getProperty("local.server.port"));
            Replaying replaying = new Replaying(connection);
            Explaining explaining = new Explaining(connection);
            for (int n = 0; n < pages.size(); n++) {
                Page page = pages.get(n);
                results.set(n, withSql(measured.get(n), page, captured(page, address), replaying, explaining));
                keeping.accept(results);
            }
        }
    }

    private ConfigurableApplicationContext second() {
        DatabaseLogin owner = attune.owner();
        int port = Asked.port() + 3;
        return new SpringApplicationBuilder(AttuneApplication.class, Capturing.class)
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--management.server.port=" + (port + 1),
                        "--attune.jobs.look=-",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--attune.database.url=" + owner.url(),
                        "--attune.database.username=" + owner.username(),
                        "--attune.database.password=" + owner.password());
    }

    private static List<Captured> captured(Page page, URI address) {
        List<Captured> captured = new ArrayList<>();
        for (Visit visit :
                page.visits().subList(0, Math.min(CAPTURED, page.visits().size()))) {
            tried(visit, address);
            Map<String, String> form = visit.filledIn();
            List<Sent> sent = Capturing.during(() -> tried(visit, address, form));
            captured.add(new Captured(sent, visit.form().containsKey("id") ? UUID.fromString(form.get("id")) : null));
        }
        return captured;
    }

    private PageResult withSql(
            PageResult of, Page page, List<Captured> captured, Replaying replaying, Explaining explaining) {
        List<Captured> some =
                captured.stream().filter(one -> !one.statements().isEmpty()).toList();
        int statements = (int) Math.round(captured.stream()
                .mapToInt(one -> one.statements().stream()
                        .mapToInt(sent -> sent.rounds().size())
                        .sum())
                .average()
                .orElse(0));
        if (some.isEmpty()) {
            return with(of, statements, null, List.of(), of.failed());
        }
        try {
            Spread sql = replaying.timed(some, Asked.samples(), Asked.patience());
            List<Plan> plans = new ArrayList<>();
            for (Captured one : some.subList(0, Math.min(EXPLAINED, some.size()))) {
                plans.addAll(explaining.plans(one));
            }
            write(page, plans);
            System.out.printf(
                    "%-45s %-12s %3d statements  p50 %8.2f  p95 %8.2f ms  %s%n",
                    page.name(),
                    page.role(),
                    statements,
                    sql.p50(),
                    sql.p95(),
                    plans.stream().anyMatch(Plan::tooMuch) ? "reads more than it shows" : "");
            return with(of, statements, sql, plans, of.failed());
        } catch (SQLException | IllegalStateException e) {
            System.out.printf("%-45s could not be replayed: %s%n", page.name(), e.getMessage());
            return with(of, statements, null, List.of(), "its statements could not be replayed: " + e.getMessage());
        }
    }

    /** What was read is that of one address, the average of those that were explained. */
    private static PageResult with(
            PageResult of, int statements, @Nullable Spread sql, List<Plan> plans, @Nullable String failed) {
        int addresses = Math.max(1, (int) plans.stream()
                .filter(plan -> plan.sql().equals(plans.get(0).sql()))
                .count());
        Map<String, Suspect> suspects = new LinkedHashMap<>();
        for (Plan plan : plans) {
            if (plan.tooMuch()) {
                suspects.merge(
                        plan.sql(),
                        new Suspect(plan.sql(), plan.read(), plan.returned(), plan.blocks(), plan.worst()),
                        (one, other) -> one.blocks() >= other.blocks() ? one : other);
            }
        }
        return new PageResult(
                of.name(),
                of.role(),
                of.about(),
                of.budget(),
                of.time(),
                of.kilobytes(),
                of.attuneMillis(),
                of.postgresMillis(),
                statements,
                sql,
                plans.stream().mapToLong(Plan::read).sum() / addresses,
                plans.stream().mapToLong(Plan::returned).sum() / addresses,
                plans.stream().mapToLong(Plan::blocks).sum() / addresses,
                List.copyOf(suspects.values()),
                failed);
    }

    private static void write(Page page, List<Plan> plans) {
        StringBuilder text = new StringBuilder();
        for (Plan plan : plans) {
            text.append("-- ")
                    .append(plan.tooMuch() ? "READS MORE THAN IT SHOWS: " : "")
                    .append("%d rows read, %d returned, %d blocks, %.2f ms%n"
                            .formatted(plan.read(), plan.returned(), plan.blocks(), plan.millis()))
                    .append(plan.sql())
                    .append("\n\n")
                    .append(plan.text())
                    .append("\n\n");
        }
        try {
            Path folder = Files.createDirectories(Asked.workplace().resolve("plans-" + Asked.contacts()));
            Files.writeString(folder.resolve(page.file() + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes wrong here is said where it is measured. */
    private static void tried(Visit visit, URI address) {
        tried(visit, address, visit.filledIn());
    }

    private static void tried(Visit visit, URI address, Map<String, String> form) {
        try {
            visit.make(address, form);
        } catch (WrongAnswer saidLater) {
            // the page's row says so
        }
    }
}
