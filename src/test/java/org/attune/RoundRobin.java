package org.attune;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer as small as it can be: each request to the next instance that says it is ready, whoever sends it. It asks the
 * instances again and again, and sends a request to another one only where nothing of it was sent.
 */
final class RoundRobin implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What belongs to one connection and not to what is passed on. */
    private static final Set<String> OWN = Set.of(
            "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings", "keep-alive");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Behind> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;

    /** An instance behind it. */
    static final class Behind {
        private final int port;
        private final int watched;
        private volatile boolean ready;
        private final AtomicInteger answered = new AtomicInteger();

        Behind(int port, int watched) {
            this.port = port;
            this.watched = watched;
        }

        boolean isReady() {
            return ready;
        }

        int answered() {
            return answered.get();
        }
    }

    RoundRobin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
        watch.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getAddress().getPort();
    }

    Behind add(int port, int watched) {
        Behind instance = new Behind(port, watched);
        instances.add(instance);
        return instance;
    }

    void remove(Behind instance) {
        instances.remove(instance);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        server.stop(0);
        workers.shutdownNow();
    }

    private void look() {
        instances.forEach(instance -> instance.ready = isReady(instance));
    }

    private boolean isReady(Behind instance) {
        try {
            URI readiness = URI.create("http://127.0.0.1:" + instance.watched + "/actuator/health/readiness");
            HttpRequest question = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                answer(exchange, sent(exchange, body));
            } catch (IOException | InterruptedException broken) {
                byte[] why = broken.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(502, why.length);
                exchange.getResponseBody().write(why);
            }
        }
    }

    private HttpResponse<byte[]> sent(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Behind instance = next();
            try {
                HttpResponse<byte[]> answer =
                        client.send(request(exchange, body, instance.port), BodyHandlers.ofByteArray());
                instance.answered.incrementAndGet();
                return answer;
            } catch (ConnectException nothingWasSent) {
                instance.ready = false;
                if (attempt == 2) {
                    throw nothingWasSent;
                }
            }
        }
    }

    private Behind next() throws IOException {
        List<Behind> ready = instances.stream().filter(Behind::isReady).toList();
        if (ready.isEmpty()) {
            throw new IOException("No instance is ready");
        }
        return ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
    }

    private HttpRequest request(HttpExchange exchange, byte[] body, int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
