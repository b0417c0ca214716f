package org.attune.platform.jobs;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what broke as kinds and places. The messages of exceptions quote customers and are left out: see decision 0004. */
final class Fault {

    private static final int CAUSES = 3;
    private static final int LONGEST = 500;

    private Fault() {}

    static String of(Throwable broken) {
        String kinds = Stream.iterate(broken, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(Fault::kind)
                .collect(Collectors.joining(" < "));
        String said = kinds + place(broken);
        return said.substring(0, Math.min(said.length(), LONGEST));
    }

    private static String kind(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static String place(Throwable broken) {
        return Arrays.stream(broken.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.attune."))
                .findFirst()
                .map(frame -> ", " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
