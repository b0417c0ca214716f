package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.bench.Day.Person;
import org.attune.bench.Firm.Found;
import org.attune.bench.Results.DayLine;
import org.attune.bench.Results.DayResult;
import org.attune.bench.Staff.Signed;

/** The mixed day, played by Gatling in a process of its own, so that what it costs is not counted as Attune's. */
final class DayRun {

    private static final int SELLERS = 24;
    private static final int MANAGERS = 4;
    private static final int WEIGHED = 4;

    private final Attune attune;
    private final Firm firm;
    private final String password;
    private final Map<String, Double> sizes = new HashMap<>();

    DayRun(Attune attune, Firm firm, String password) {
        this.attune = attune;
        this.firm = firm;
        this.password = password;
    }

    /** @param keeping hears what is known so far, after each number of users */
    List<DayResult> measure(Consumer<List<DayResult>> keeping) throws IOException, InterruptedException {
        List<Integer> users = Asked.users();
        int most = users.stream().max(Comparator.naturalOrder()).orElse(1);
        Day day = new Day(
                attune.address().toString(),
                (int) Asked.dayWarmUp().toSeconds(),
                (int) Asked.day().toSeconds(),
                people(most));
        Path file = Files.createDirectories(Asked.workplace()).resolve("day.json");
        day.write(file);
        List<DayResult> results = new ArrayList<>();
        try {
            for (int many : users) {
                DayResult result = played(day, file, many);
                results.add(result);
                keeping.accept(results);
                System.out.printf(
                        "%2d at a time: %7.1f pages a second, p50 %.0f, p95 %.0f, p99 %.0f ms, %d errors; cpu of a page %.2f + %.2f ms, of asking %.2f ms%n",
                        many,
                        result.perSecond(),
                        result.p50(),
                        result.p95(),
                        result.p99(),
                        result.errors(),
                        result.attuneMillis(),
                        result.postgresMillis(),
                        result.clientMillis());
            }
        } finally {
            Files.deleteIfExists(file); // it has what signs people in
        }
        return results;
    }

    /** Of sixteen twelve or thirteen sell, two or three lead, and one looks after Attune. */
    private List<Person> people(int most) {
        Staff staff = Staff.signIn(attune.address(), firm, password, SELLERS, MANAGERS);
        List<Person> sellers = new ArrayList<>();
        int rounds = (most + staff.sellers().size() - 1) / staff.sellers().size();
        for (int round = 0; round < rounds; round++) {
            for (Signed seller : staff.sellers()) {
                List<Found> open = Staff.inTheMiddleOf(attune.address(), firm, seller, round + 1);
                sellers.add(weighed(seller, Day.salesperson(firm, seller, open.get(round))));
            }
        }
        List<Person> people = new ArrayList<>();
        for (int n = 0; n < most; n++) {
            if (n % 16 == 15 && !staff.admins().isEmpty()) {
                people.add(
                        weighed(staff.admins().get(0), Day.admin(staff.admins().get(0))));
            } else if (n % 6 == 4 && !staff.managers().isEmpty()) {
                Signed manager = staff.managers().get(n % staff.managers().size());
                people.add(weighed(manager, Day.manager(firm, manager)));
            } else {
                people.add(sellers.get(n % sellers.size()));
            }
        }
        return people;
    }

    /** How large an answer of each kind is, compressed: Gatling only knows what it unpacked. */
    private Person weighed(Signed who, Person person) {
        person.choices()
                .forEach((kind, choice) -> sizes.computeIfAbsent(kind, first -> choice.steps().stream()
                        .limit(WEIGHED)
                        .mapToInt(
                                step -> new Visit(who.visitor(), step.path(), step.form(), step.fragment(), step.mark())
                                        .make(attune.address())
                                        .bytes())
                        .average()
                        .orElse(0)));
        return person;
    }

    private DayResult played(Day day, Path file, int users) throws IOException, InterruptedException {
        Path folder = Asked.workplace().resolve("gatling").toAbsolutePath();
        Path tally = Asked.workplace().resolve("tally-" + users + ".json").toAbsolutePath();
        Path begun = Path.of(tally + ".begun");
        Files.deleteIfExists(begun);
        Process process = Attune.run(
                List.of(
                        Attune.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dattune.bench.day-file=" + file,
                        "-Dattune.bench.users=" + users,
                        "-Dattune.bench.tally=" + tally,
                        "io.gatling.app.Gatling",
                        "--simulation",
                        MixedDay.class.getName(),
                        "--no-reports",
                        "--results-folder",
                        folder.toString()),
                "gatling-" + users);
        while (Files.notExists(begun) && process.isAlive()) {
            Thread.sleep(20);
        }
        long begin = System.nanoTime();
        long attuneBefore = Load.cpuMillis(attune.pid());
        long postgresBefore = Load.cpuMillisWithChildren(attune.postmaster());
        long clientBefore = Load.cpuMillis(process.pid());
        Thread.sleep(Math.max(1, day.seconds() - 1) * 1000L);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long attuneMillis = Load.cpuMillis(attune.pid()) - attuneBefore;
        long postgresMillis = Load.cpuMillisWithChildren(attune.postmaster()) - postgresBefore;
        long clientMillis = Load.cpuMillis(process.pid()) - clientBefore;
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("Gatling ended with " + status + "; see gatling-" + users + ".log");
        }
        return result(users, day, Tally.read(tally), seconds, attuneMillis, postgresMillis, clientMillis);
    }

    private DayResult result(
            int users, Day day, Tally.Kinds kinds, double seconds, long attune, long postgres, long client) {
        List<DayLine> lines = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        kinds.kinds().forEach((kind, one) -> {
            Spread spread = spread(one.nanos());
            lines.add(new DayLine(kind, spread.samples(), one.errors(), spread.p50(), spread.p95(), spread.p99()));
            all.addAll(one.nanos());
        });
        Spread whole = spread(all);
        double perSecond = whole.samples() / (double) day.seconds();
        double pages = perSecond * seconds;
        return new DayResult(
                users,
                whole.samples(),
                lines.stream().mapToLong(DayLine::errors).sum(),
                perSecond,
                whole.p50(),
                whole.p95(),
                whole.p99(),
                whole.most(),
                attune / pages,
                postgres / pages,
                client / pages,
                kilobytes(lines),
                lines);
    }

    private static Spread spread(List<Long> nanos) {
        return Spread.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private double kilobytes(List<DayLine> lines) {
        double bytes = lines.stream()
                .mapToDouble(line -> line.pages() * sizes.getOrDefault(line.name(), 0.0))
                .sum();
        return bytes
                / 1024
                / Math.max(1, lines.stream().mapToLong(DayLine::pages).sum());
    }
}
