package org.attune;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Attune, the CRM that listens first. Beans go by their full names, since two modules may use the same word. */
@Modulithic(systemName = "Attune")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AttuneApplication {

    private static final String REBUILD = "rebuild";
    private static final String SAMPLE = "sample";

    public static void main(String[] args) {
        if (args.length > 0 && (args[0].equals(REBUILD) || args[0].equals(SAMPLE))) {
            String[] asked = args[0].equals(REBUILD) ? rebuilding(args) : sampling(args);
            System.exit(SpringApplication.exit(SpringApplication.run(AttuneApplication.class, asked)));
        }
        SpringApplication.run(AttuneApplication.class, args);
    }

    /** {@code rebuild health cards} makes these rows anew and ends, without listening to anybody. */
    private static String[] rebuilding(String... args) {
        String rows = Arrays.stream(args)
                .skip(1)
                .filter(word -> !word.startsWith("--"))
                .collect(Collectors.joining(","));
        return alone(
                Arrays.stream(args).filter(word -> word.startsWith("--")),
                "--attune.rebuild=" + (rows.isEmpty() ? "all" : rows));
    }

    /** {@code sample --contacts=10000 --seed=7} fills an empty database and ends. Nothing else is at work meanwhile. */
    private static String[] sampling(String... args) {
        boolean sized = Arrays.stream(args).anyMatch(word -> word.startsWith("--contacts="));
        Stream<String> asked =
                Stream.concat(Arrays.stream(args).skip(1), sized ? Stream.of() : Stream.of("--contacts=10000"));
        return alone(
                asked.map(word -> word.replaceFirst("^--(contacts|seed|until)=", "--attune.sample.$1=")),
                "--attune.jobs.look=-",
                "--spring.main.banner-mode=off");
    }

    private static String[] alone(Stream<String> args, String... more) {
        return Stream.of(args, Stream.of(more), Stream.of("--server.port=-1", "--management.server.port=-1"))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
