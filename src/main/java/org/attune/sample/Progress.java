package org.attune.sample;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far it is and how much longer it takes; on a screen in one line, elsewhere in a line now and then. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long OFTEN = 500_000_000L;
    private static final long SELDOM = 15_000_000_000L;

    private final PrintStream out;
    private final boolean screen;
    private final long begun = System.nanoTime();
    private long said;

    Progress(PrintStream out, boolean screen) {
        this.out = out;
        this.screen = screen;
    }

    /** @param part 0 to 1 */
    void at(double part, String what) {
        long now = System.nanoTime();
        if (now - said < (screen ? OFTEN : SELDOM) && part < 1) {
            return;
        }
        said = now;
        String line = line(part, what, Duration.ofNanos(now - begun));
        if (screen) {
            out.print("\r" + line + "   ");
            if (part >= 1) {
                out.println();
            }
        } else {
            out.println(line);
        }
        out.flush();
    }

    static String line(double part, String what, Duration since) {
        int full = (int) (part * WIDTH);
        String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
        String left = part < 0.01 || part >= 1
                ? ""
                : ", about " + said(Duration.ofMillis((long) (since.toMillis() * (1 - part) / part))) + " left";
        return String.format(Locale.ROOT, "[%s] %3.0f %%  %s, %s%s", bar, part * 100, what, said(since), left);
    }

    private static String said(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
