package org.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.attune.bench.Results.PageResult;
import org.attune.bench.Visitor.Answer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A table of fifty rows by Spring MVC and Thymeleaf, with no database and nobody signed in, in a process of its own: what this machine
 * needs for as little as a page can be. Where it took 0.4 ms, the budgets were settled.
 */
final class BarePage {

    static final String NAME = "bare page (50 rows, no database)";

    private static final int ROWS = 50;
    private static final int WARM_UP = 4_000;
    private static final String TEMPLATE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title th:text="${title}">Title</title></head>
            <body><h1 th:text="${title}">Title</h1>
            <table><tr th:each="row : ${rows}"><td th:text="${row.number}">1</td><td><a th:href="@{/rows/{n}(n=${row.number})}" th:text="${row.name}">Name</a></td><td th:text="${row.company}">Company</td></tr></table>
            </body></html>
            """;

    private BarePage() {}

    /** One row of the table. */
    public record Row(int number, String name, String company) {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Site.class).run(arguments);
    }

    /** It is called so many times, warmed up. */
    static PageResult measure(int samples) throws IOException, InterruptedException {
        int port = Asked.port() + 4;
        Path templates = Files.createDirectories(Asked.workplace().resolve("bare"));
        Files.writeString(templates.resolve("bare.html"), TEMPLATE);
        List<String> command = new ArrayList<>(List.of(Attune.java().toString()));
        command.addAll(Asked.javaOptions());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BarePage.class.getName(),
                "--spring.config.name=bare",
                "--spring.thymeleaf.prefix=" + templates.toUri(),
                "--spring.main.banner-mode=off",
                "--server.compression.enabled=true",
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        Process server = Attune.run(command, "bare");
        try {
            return measured(URI.create("http://127.0.0.1:" + port), server.pid(), samples);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static PageResult measured(URI address, long pid, int samples) throws InterruptedException {
        Visit visit = Visit.to(Visitor.nobody(), "/", "Company " + (ROWS - 1));
        awaitReady(address, visit);
        for (int n = 0; n < WARM_UP; n++) {
            visit.make(address);
        }
        long before = Load.cpuMillis(pid);
        long[] nanos = new long[samples];
        long bytes = 0;
        for (int n = 0; n < samples; n++) {
            Answer answer = visit.make(address);
            nanos[n] = answer.nanos();
            bytes += answer.bytes();
        }
        double millis = (double) (Load.cpuMillis(pid) - before) / samples;
        return PageRun.result(
                new Page(NAME, null, "", "", List.of()),
                Spread.ofNanos(nanos),
                bytes / 1024.0 / samples,
                millis,
                0,
                null);
    }

    private static void awaitReady(URI address, Visit visit) throws InterruptedException {
        for (int n = 0; n < 600; n++) {
            try {
                visit.make(address);
                return;
            } catch (IllegalStateException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The bare page did not come; its log is in " + Asked.workplace());
    }

    /** Without a stereotype, or an Attune started beside it would find it. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Site {

        @Bean
        RouterFunction<ServerResponse> page() {
            return RouterFunctions.route().GET("/", asked -> table()).build();
        }

        private static ServerResponse table() {
            List<Row> rows = IntStream.range(0, ROWS)
                    .mapToObj(n -> new Row(n, "Name " + n, "Company " + n))
                    .toList();
            return ServerResponse.ok()
                    .contentType(MediaType.TEXT_HTML)
                    .render("bare", Map.of("title", "Fifty rows", "rows", rows));
        }
    }
}
