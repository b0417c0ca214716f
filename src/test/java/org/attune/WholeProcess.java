package org.attune;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Attune as it is started by anybody, in a JVM of its own and on ports that are free. */
public final class WholeProcess {

    private WholeProcess() {}

    public static void main(String[] arguments) {
        var context = SpringApplication.run(AttuneApplication.class, arguments);
        System.out.println("listening " + context.getEnvironment().getProperty("local.server.port"));
        System.out.println("watched " + context.getEnvironment().getProperty("local.management.port"));
    }

    public static JavaProcess start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
        arguments.addAll(List.of(settings));
        return JavaProcess.start(WholeProcess.class, arguments.toArray(String[]::new));
    }

    /** The port its pages are on, once they are. */
    public static int portOf(JavaProcess attune) {
        attune.awaitLines("listening ", 1);
        return Integer.parseInt(attune.said("listening").get(0));
    }

    /** The port its health is on. */
    static int watchedPortOf(JavaProcess attune) {
        attune.awaitLines("watched ", 1);
        return Integer.parseInt(attune.said("watched").get(0));
    }

    /** The code for the first visit, as it stands on the console. */
    public static String codeOf(JavaProcess attune) {
        return attune.lines().stream()
                .filter(line -> line.contains("enter this code: "))
                .map(line -> line.replaceFirst(".*enter this code: ", ""))
                .findFirst()
                .orElseThrow();
    }
}
