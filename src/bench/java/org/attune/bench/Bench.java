package org.attune.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.bench.Asked.Part;
import org.attune.bench.Results.About;
import org.attune.bench.Results.DayResult;
import org.attune.bench.Results.PageResult;

/**
 * Measures what was asked for, one part after the other, and writes the report anew from all there is. What is measured is kept at once, so that
 * a run that is ended loses nothing.
 */
public final class Bench {

    private static final int SELLERS = 6;
    private static final int MANAGERS = 3;
    private static final int BARE = 1_000;
    private static final long AT_REST = 150_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.UK);
        Set<Part> parts = Asked.parts();
        if (!parts.equals(Set.of(Part.REPORT))) {
            measure(parts);
        }
        Report.write();
        System.exit(0);
    }

    private static void measure(Set<Part> parts) throws Exception {
        String busy = Load.average();
        Sample sample = Sample.there();
        if (parts.contains(Part.START)) {
            StartRun.measure(sample, busy);
        }
        if (parts.contains(Part.PAGES) || parts.contains(Part.DAY)) {
            running(sample, parts, busy);
        }
        if (parts.contains(Part.MICRO)) {
            MicroRun.measure(busy);
        }
    }

    private static void running(Sample sample, Set<Part> parts, String busy) throws Exception {
        try (Attune attune = Attune.start(Attune.java(), Asked.javaOptions(), sample.data(), "attune");
                Connection connection = attune.owner().open();
                Firm firm = new Firm(connection)) {
            About about = Machine.about(firm, busy);
            Staff staff = Staff.signIn(attune.address(), firm, sample.password(), SELLERS, MANAGERS);
            attune.atRest();
            if (parts.contains(Part.PAGES)) {
                List<Page> pages = PageList.of(attune.address(), firm, staff);
                PageRun.warmUp(attune.address(), pages, Asked.warmUp());
                PageRun run = new PageRun(attune, pages);
                Consumer<List<PageResult>> keeping =
                        so -> Results.write(Asked.contacts() + "-pages", new Results.Pages(about, so));
                List<PageResult> measured = new ArrayList<>(run.measure(keeping));
                measured.add(BarePage.measure(BARE));
                keeping.accept(measured);
                if (parts.contains(Part.SQL)) {
                    run.withSql(measured, keeping);
                }
            }
            if (parts.contains(Part.DAY)) {
                String name = Asked.contacts() + "-day";
                List<DayResult> days = new DayRun(attune, firm, sample.password())
                        .measure(so -> Results.write(name, new Results.Days(about, so, 0)));
                Thread.sleep(AT_REST);
                Results.write(name, new Results.Days(about, days, Load.residentMegabytes(attune.pid())));
            }
        }
    }
}
