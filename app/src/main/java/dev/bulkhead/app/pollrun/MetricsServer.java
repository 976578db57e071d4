package dev.bulkhead.app.pollrun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics}, and {@code /} that leads there, over HTTP; nothing else, and nothing but
 * GET and HEAD. It reads no more of a request than its first lines, and cuts off who sends none.
 * Threads of its own.
 */
public final class MetricsServer implements AutoCloseable {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><title>Bulkhead</title>"
                    + "<p>Bulkhead polls. <a href=\"/metrics\">Metrics</a></html>\n";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<String> metrics;

    /**
     * Serves at an address; port 0 takes one that is free.
     *
     * @throws IOException if it is taken or not of this machine
     */
    public MetricsServer(InetSocketAddress address, Supplier<String> metrics) throws IOException {
        limit("maxReqTime", 10);
        limit("maxRspTime", 30);
        limit("maxReqHeaders", 64);
        limit("maxConnections", 64);
        this.metrics = metrics;
        server = HttpServer.create(address, 0);
        threads =
                Executors.newFixedThreadPool(
                        THREADS,
                        task -> Thread.ofPlatform().daemon().name("metrics").unstarted(task));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The JDK's server knows these limits by system properties only; the user's own stay. */
    private static void limit(String name, int value) {
        String property = "sun.net.httpserver." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Where it serves. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, TYPE, metrics.get());
                case "/" -> send(exchange, "text/html; charset=utf-8", PAGE);
                case null, default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
