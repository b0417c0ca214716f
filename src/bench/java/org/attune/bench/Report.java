package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attune.bench.Results.About;
import org.attune.bench.Results.DayLine;
import org.attune.bench.Results.DayResult;
import org.attune.bench.Results.Days;
import org.attune.bench.Results.MicroResult;
import org.attune.bench.Results.Micros;
import org.attune.bench.Results.PageResult;
import org.attune.bench.Results.Pages;
import org.attune.bench.Results.StartResult;
import org.attune.bench.Results.Starts;
import org.attune.bench.Results.Suspect;
import org.jspecify.annotations.Nullable;

/** Writes what was measured as one page, from the results of all sizes there are. */
final class Report {

    /** What sixteen at a time have to reach. */
    private static final int PER_SECOND = 500;

    private static final int P99 = 150;
    private static final double GROWTH = 1.5;

    /** Milliseconds of a bare page where the budgets were settled. */
    private static final double BARE = 0.4;

    private static final int SHORT = 160;

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Pages> pages = new TreeMap<>();

    private Report() {
        for (int size : Results.sizes()) {
            Results.read(size + "-pages", Pages.class).ifPresent(found -> pages.put(size, found));
        }
    }

    static void write() {
        Report report = new Report();
        report.begin();
        report.pages.forEach(report::size);
        report.growth();
        report.days();
        report.starts();
        report.micros();
        try {
            Files.createDirectories(Asked.reports());
            Files.writeString(Asked.reports().resolve("pages.md"), report.text);
            if (!report.pages.isEmpty()) {
                Files.writeString(Asked.reports().resolve("pages.svg"), Chart.of(report.pages));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        text.append("""
                # What pages cost

                *Written by `./mvnw -Pbench verify -Dcontacts=…`; [how](how.md) says what is measured and how. Times are milliseconds
                until the last byte has arrived at somebody on the same machine, one after the other, warmed up. Beside each page stands
                the time of its own SQL, sent as prepared statements on one connection to the same database in the same run, and how
                many times it takes what a static file and what a bare page take (a table of fifty rows by Spring MVC and Thymeleaf without a
                database: 0.4 ms where the budgets were settled): absolute times do not carry over between machines, these ratios
                do better. “Processor” is what Attune and PostgreSQL used for one page, counted by the system.*

                """);
        if (!pages.isEmpty()) {
            text.append("![The 95th percentile of each page at each size, beside its budget](pages.svg)\n\n");
        }
    }

    private void size(int contacts, Pages of) {
        text.append("## With %,d contacts%n%n%s%n%n".formatted(contacts, about(of.about())));
        text.append("""
                | page | who | p50 | p95 | p99 | budget for p95 | statements | kB | own SQL p50 | own SQL p95 | page ÷ SQL | page ÷ static | page ÷ bare | processor: Attune + PostgreSQL | rows read / returned |
                |---|---|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        double file = yardstick(of, PageList.STATIC);
        double bare = yardstick(of, BarePage.NAME);
        of.pages().forEach(page -> line(page, file, bare));
        text.append('\n');
        budgets(of, bare);
        notes(of);
        suspects(of);
    }

    private static double yardstick(Pages of, String name) {
        return of.pages().stream()
                .filter(page -> page.name().equals(name))
                .mapToDouble(page -> page.time().p50())
                .findFirst()
                .orElse(Double.NaN);
    }

    private void line(PageResult page, double file, double bare) {
        Spread time = page.time();
        Spread sql = page.sql();
        cells(
                page.name() + (page.about().isEmpty() ? "" : " (" + page.about() + ")"),
                page.role(),
                millis(time.p50()),
                millis(time.p95()),
                millis(time.p99()),
                budget(page),
                sql == null ? "–" : Integer.toString(page.statements()),
                one(page.kilobytes()),
                sql == null ? "–" : millis(sql.p50()),
                sql == null ? "–" : millis(sql.p95()),
                sql == null ? "–" : one(time.p50() / sql.p50()),
                one(time.p50() / file),
                one(time.p50() / bare),
                millis(page.attuneMillis()) + " + " + millis(page.postgresMillis()),
                sql == null ? "–" : page.rowsRead() + " / " + page.rowsReturned());
    }

    /** How many budgets hold, as they are and as they would be on a machine like the one they were settled on. */
    private void budgets(Pages of, double bare) {
        List<PageResult> some = of.pages().stream()
                .filter(page -> page.budget() != null && page.failed() == null)
                .toList();
        text.append("%d of %d budgets are met.".formatted(within(some, 1), some.size()));
        if (!Double.isNaN(bare)) {
            text.append(
                    " The bare page took %.2f ms, %.1f times what it took where they were settled; as many times each budget, %d would be."
                            .formatted(bare, bare / BARE, within(some, bare / BARE)));
        }
        text.append("\n\n");
    }

    private static long within(List<PageResult> pages, double times) {
        return pages.stream()
                .filter(page -> page.budget() != null && page.time().p95() <= page.budget() * times)
                .count();
    }

    private static String budget(PageResult page) {
        Integer budget = page.budget();
        if (budget == null) {
            return "–";
        }
        return budget + (page.time().p95() <= budget ? ", met" : ", **missed**");
    }

    private void notes(Pages of) {
        long usual = of.pages().stream()
                .filter(page -> !page.name().equals(BarePage.NAME))
                .mapToLong(page -> page.time().samples())
                .max()
                .orElse(0);
        String fewer = of.pages().stream()
                .filter(page -> page.failed() == null && page.time().samples() < usual)
                .map(page -> "*%s* (%s) %d"
                        .formatted(page.name(), page.role(), page.time().samples()))
                .collect(Collectors.joining(", "));
        text.append("Each page was called %d times%s.%n"
                .formatted(usual, fewer.isEmpty() ? "" : "; fewer, since that took long enough: " + fewer));
        for (PageResult page : of.pages()) {
            if (page.failed() != null) {
                text.append("- **%s** (%s) went wrong: %s%n".formatted(page.name(), page.role(), page.failed()));
            }
        }
        text.append('\n');
    }

    private void suspects(Pages of) {
        text.append("""
                A statement *reads more than it shows* when one scan takes more than %,d rows and more than %d for each row that comes
                out, or when it touches more than %,d blocks of 8 kB and more than %d for each row.
                """.formatted(Explaining.MANY_ROWS, Explaining.TIMES, Explaining.MANY_BLOCKS, Explaining.TIMES));
        List<PageResult> some =
                of.pages().stream().filter(page -> !page.tooMuch().isEmpty()).toList();
        if (of.pages().stream().allMatch(page -> page.sql() == null)) {
            text.append("That was not looked at in this run.\n\n");
            return;
        }
        text.append(some.isEmpty() ? "None does.\n\n" : "These do:\n\n");
        for (PageResult page : some) {
            text.append("- %s (%s)%n".formatted(page.name(), page.role()));
            for (Suspect one : page.tooMuch()) {
                text.append("  - %s; %,d rows returned, %,d blocks: `%s`%n"
                        .formatted(
                                one.worst().isEmpty() ? "no scan of many rows that shows" : one.worst() + " rows",
                                one.returned(),
                                one.blocks(),
                                shortened(one.sql())));
            }
        }
        text.append('\n');
    }

    /** The smallest size beside the largest. */
    private void growth() {
        if (pages.size() < 2) {
            return;
        }
        int small = pages.keySet().stream().min(Integer::compare).orElseThrow();
        int large = pages.keySet().stream().max(Integer::compare).orElseThrow();
        text.append(
                "## Growth%n%nFrom %,d to %,d contacts, the median of each page; it should be less than %.1f times.%n%n"
                        .formatted(small, large, GROWTH));
        text.append("| page | who |");
        pages.keySet().forEach(size -> text.append(" %,d |".formatted(size)));
        text.append(" times | |\n|---|---|").append("--:|".repeat(pages.size())).append("--:|---|\n");
        for (PageResult page : sized(large).pages()) {
            List<String> cells = new ArrayList<>(List.of(page.name(), page.role()));
            for (int size : pages.keySet()) {
                cells.add(found(size, page).map(one -> millis(one.time().p50())).orElse("–"));
            }
            double times = found(small, page)
                    .map(one -> page.time().p50() / one.time().p50())
                    .orElse(Double.NaN);
            cells.add(Double.isNaN(times) ? "–" : "%.2f".formatted(times));
            cells.add(Double.isNaN(times) ? "" : times < GROWTH ? "held" : "**grew**");
            cells(cells.toArray(String[]::new));
        }
        text.append('\n');
    }

    private Pages sized(int size) {
        Pages found = pages.get(size);
        if (found == null) {
            throw new IllegalArgumentException("No results of " + size);
        }
        return found;
    }

    private Optional<PageResult> found(int size, PageResult like) {
        return sized(size).pages().stream()
                .filter(page -> page.name().equals(like.name()) && page.role().equals(like.role()))
                .findFirst();
    }

    private void days() {
        StringBuilder rows = new StringBuilder();
        for (int size : Results.sizes()) {
            Results.read(size + "-day", Days.class).ifPresent(days -> {
                text.append(rows.isEmpty() ? "## The mixed day\n\n" + dayIntroduction() : "");
                rows.append(size);
                text.append("### With %,d contacts%n%n%s%n%n".formatted(size, about(days.about())));
                day(days);
            });
        }
    }

    private static String dayIntroduction() {
        return """
                Played by Gatling: everybody does the next thing as soon as the last is done, without a moment to think, so that so many
                at a time are many more who work. Of sixteen about thirteen sell, two lead and one administers; what they do how often stands in
                `src/bench/java/org/attune/bench/Day.java`. Gatling runs on the same processors, and what it used for one page is
                in the last column. Times begin when it sends and end when the answer was looked at. The budget, at 1,000,000 contacts: sixteen at a time, at least %d pages a
                second, p99 under %d ms, no errors.

                """.formatted(PER_SECOND, P99);
    }

    private void day(Days days) {
        text.append("""
                | at a time | pages a second | p50 | p95 | p99 | longest | pages | errors | budget | kB of a page | processor for a page: Attune + PostgreSQL | Gatling |
                |--:|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|
                """);
        for (DayResult day : days.days()) {
            boolean met = day.perSecond() >= PER_SECOND && day.p99() < P99 && day.errors() == 0;
            cells(
                    Integer.toString(day.users()),
                    one(day.perSecond()),
                    millis(day.p50()),
                    millis(day.p95()),
                    millis(day.p99()),
                    millis(day.most()),
                    "%,d".formatted(day.pages()),
                    Long.toString(day.errors()),
                    day.users() != 16 ? "–" : met ? "met" : "**missed**",
                    one(day.kilobytes()),
                    millis(day.attuneMillis()) + " + " + millis(day.postgresMillis()),
                    millis(day.clientMillis()));
        }
        days.days().stream().filter(day -> day.users() == 16).findFirst().ifPresent(this::lines);
        text.append(
                "\nA minute after all of it Attune's JVM had %d MB in memory.\n\n".formatted(days.residentMegabytes()));
    }

    private void lines(DayResult day) {
        text.append(
                "\nSixteen at a time, page by page:\n\n| page | pages | errors | p50 | p95 | p99 |\n|---|--:|--:|--:|--:|--:|\n");
        for (DayLine line : day.lines()) {
            cells(
                    line.name(),
                    "%,d".formatted(line.pages()),
                    Long.toString(line.errors()),
                    millis(line.p50()),
                    millis(line.p95()),
                    millis(line.p99()));
        }
    }

    private void starts() {
        StringBuilder rows = new StringBuilder();
        for (int size : Results.sizes()) {
            Results.read(size + "-start", Starts.class).ifPresent(starts -> {
                for (StartResult one : starts.starts()) {
                    rows.append("| %,d | %s | %s | %d | %s |%n"
                            .formatted(
                                    size,
                                    one.how(),
                                    one.seconds().stream()
                                            .map(seconds -> "%.1f".formatted(seconds))
                                            .collect(Collectors.joining(", ")),
                                    one.residentMegabytes(),
                                    starts.about().date() + ", "
                                            + starts.about().commit()));
                }
            });
        }
        if (!rows.isEmpty()) {
            text.append("""
                    ## Start and memory

                    Seconds from the start of the process on a database that is there, PostgreSQL's start among them, until `/actuator/health/readiness` says yes, each
                    time anew; megabytes in memory (VmRSS of the JVM) two and a half minutes later, at rest. Budgets: 5 s with 17, 2 s with 25 and a cache made ahead of time, 400 MB.

                    | contacts | | seconds | MB at rest | measured |
                    |--:|---|---|--:|---|
                    """).append(rows).append('\n');
        }
    }

    private void micros() {
        Results.read("micro", Micros.class).ifPresent(micros -> {
            text.append("## Pieces of code\n\nBy JMH, average of five rounds after three to warm up. ")
                    .append(about(micros.about()))
                    .append("\n\n| what | µs | ± |\n|---|--:|--:|\n");
            for (MicroResult one : micros.micros()) {
                cells(one.name(), "%.2f".formatted(one.micros()), "%.2f".formatted(one.error()));
            }
            text.append('\n');
        });
    }

    private static String about(About about) {
        Map<String, Long> size = about.size();
        String firm = size.isEmpty()
                ? ""
                : "%,d people who work there, %,d conversations, %,d turns, %,d needs, %,d offers, %,d MB. "
                        .formatted(
                                size.get("app_user"),
                                size.get("conversation"),
                                size.get("turn"),
                                size.get("need"),
                                size.get("offer"),
                                size.get("megabytes"));
        return "*%s%s; commit %s. %s, %d cores, %,d MB, %s%s%s, Gatling %s. The machine's load when the run began: %s.*"
                .formatted(
                        firm,
                        about.date(),
                        about.commit(),
                        about.processor(),
                        about.cores(),
                        about.megabytes(),
                        about.java(),
                        about.javaOptions().isEmpty() ? "" : " (" + about.javaOptions() + ")",
                        about.postgres().isEmpty()
                                ? ""
                                : ", PostgreSQL " + about.postgres() + " (shared_buffers " + about.sharedBuffers()
                                        + ")",
                        about.gatling(),
                        about.busyBefore());
    }

    private void cells(@Nullable String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").replace("`", "'");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? "–" : String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.1f", millis);
    }

    private static String one(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? "–" : String.format(Locale.ROOT, "%.1f", number);
    }
}
