package org.attune.bench;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.bench.Day.Next;
import org.attune.bench.Day.Person;
import org.attune.platform.Ids;

/** The day as so many people at a time live it, each doing the next thing as soon as the last is done. The first part is not counted. */
public final class MixedDay extends Simulation {

    private final Day day = Day.read(Path.of(System.getProperty("attune.bench.day-file")));
    private final Tally tally = new Tally();
    private final AtomicInteger came = new AtomicInteger();

    public MixedDay() {
        int users = Integer.getInteger("attune.bench.users");
        var protocol = http.baseUrl(day.address())
                .acceptHeader("text/html,*/*")
                .acceptEncodingHeader("gzip")
                .disableCaching()
                .disableFollowRedirect()
                .shareConnections();
        setUp(scenario("a day")
                        .exec(session -> session.set("number", came.getAndIncrement()))
                        .exec(during(day.warmUpSeconds()).on(something(false)))
                        .exec(this::counting)
                        .exec(during(day.seconds()).on(something(true)))
                        .injectOpen(atOnceUsers(users)))
                .protocols(protocol);
    }

    /** Whoever waits for it learns that what is counted begins. */
    private Session counting(Session session) {
        try {
            Path begun = Path.of(System.getProperty("attune.bench.tally") + ".begun");
            if (Files.notExists(begun)) {
                Files.write(begun, List.of());
            }
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void after() {
        tally.write(Path.of(System.getProperty("attune.bench.tally")));
    }

    private ChainBuilder something(boolean counts) {
        return exec(this::decide)
                .exec(doIfOrElse(session -> session.getBoolean("sends"))
                        .then(exec(checked(http("#{kind}")
                                .post("#{path}")
                                .header("HX-Request", "true")
                                .formParamMap(session -> session.getMap("form")))))
                        .orElse(exec(checked(http("#{kind}").get("#{path}")))))
                .exec(session -> noted(session, counts));
    }

    private static HttpRequestActionBuilder checked(HttpRequestActionBuilder request) {
        return request.header("Cookie", "#{cookie}")
                .check(status().is(200), substring("#{mark}").exists());
    }

    /** Gatling itself counts whole milliseconds. */
    private Session noted(Session session, boolean counts) {
        if (counts) {
            tally.note(session.getString("kind"), System.nanoTime() - session.getLong("begin"), session.isFailed());
        }
        return session.markAsSucceeded();
    }

    private Session decide(Session session) {
        int number = session.getInt("number");
        Person person = day.people().get(number % day.people().size());
        Next next = day.next(number);
        Map<String, Object> form = new LinkedHashMap<>(next.step().form());
        form.replaceAll((name, value) -> value.equals(Visit.FRESH) ? Ids.next().toString() : value);
        form.put("_csrf", person.token());
        return session.setAll(Map.of(
                "kind", next.kind(),
                "path", next.step().path(),
                "sends", !next.step().form().isEmpty(),
                "form", form,
                "mark", next.step().mark(),
                "cookie", person.cookie(),
                "begin", System.nanoTime()));
    }
}
