package dev.bulkhead.app.notification;

import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.job.Credential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications as JSON. No redirect is followed, so that a secret goes nowhere else; of the
 * answer only its status is looked at. Blocks.
 */
final class WebhookSender {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    /** Made for the first: it loads all of TLS, a tenth of the window's start. */
    private @Nullable HttpClient client;

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known =
                    HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(5))
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
            client = known;
        }
        return known;
    }

    /**
     * @throws IllegalArgumentException with words for the user if it is no address for this
     */
    static URI address(String text) {
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Words.text("rules.wrong.url"), e);
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(Words.text("rules.wrong.url"));
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException(Words.text("rules.wrong.url-secret"));
        }
        return address;
    }

    /**
     * Posts one.
     *
     * @param token whose community is sent as a bearer token
     * @throws IOException if it is not taken
     */
    void send(
            URI to,
            Optional<Credential.Community> token,
            NotificationLine line,
            NotificationText texts)
            throws IOException, InterruptedException {
        String body = JsonWriter.object(NotificationRow.deep(line, texts.names()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(MOST)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Bulkhead")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (token.isPresent()) {
            request.header("Authorization", "Bearer " + bearer(token.get()));
        }
        HttpResponse<Void> answer =
                client().send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() < OK || answer.statusCode() >= REDIRECT) {
            throw new IOException(Words.text("rules.webhook.refused", answer.statusCode()));
        }
    }

    /** The client's own refusal would tell the secret. */
    private static String bearer(Credential.Community token) throws IOException {
        String secret = token.community().reveal();
        if (!secret.matches("[\\x21-\\x7e]+")) {
            throw new IOException(Words.text("rules.webhook.bad-token"));
        }
        return secret;
    }

    synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
