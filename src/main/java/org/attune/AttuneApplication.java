package org.attune;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Attune, the CRM that listens first. Beans go by their full names, since two modules may use the same word. */
@Modulithic(systemName = "Attune")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AttuneApplication {

    private static final String REBUILD = "rebuild";

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(REBUILD)) {
            System.exit(SpringApplication.exit(SpringApplication.run(AttuneApplication.class, rebuilding(args))));
        }
        SpringApplication.run(AttuneApplication.class, args);
    }

    /** {@code rebuild health cards} makes these rows anew and ends, without listening to anybody. */
    private static String[] rebuilding(String... args) {
        String rows = Arrays.stream(args)
                .skip(1)
                .filter(word -> !word.startsWith("--"))
                .collect(Collectors.joining(","));
        return Arrays.stream(new String[][] {
                    {
                        "--attune.rebuild=" + (rows.isEmpty() ? "all" : rows),
                        "--server.port=-1",
                        "--management.server.port=-1"
                    },
                    Arrays.stream(args).filter(word -> word.startsWith("--")).toArray(String[]::new)
                })
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }
}
