package dev.afterglow.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.customer.Channel;
import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.message.HandOverFailure.Meaning;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/**
 * Messages as signed calls to a provider that sends text messages, pushes or notes inside an app: one address from the
 * configuration, no redirects, and the same id on every attempt, by which the provider knows a repetition.
 */
@Component
class WebhookCarrier implements Carrier {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WebhookSettings settings;
    private final MessageRenderer renderer;
    private final MessageIds ids;
    private final ObjectMapper json;
    private final ChannelConsents consents;
    private final Clock clock;
    private final Door door;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    WebhookCarrier(
            WebhookSettings settings,
            MessageRenderer renderer,
            MessageIds ids,
            ObjectMapper json,
            ChannelConsents consents,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.renderer = renderer;
        this.ids = ids;
        this.json = json;
        this.consents = consents;
        this.clock = clock;
        this.door = new Door(
                clock,
                meters,
                "webhook",
                "provider of text messages and pushes",
                "Check afterglow.channels.webhook.url and secrets.");
    }

    @Override
    public boolean carries(Channel channel) {
        return settings.url() != null && settings.channels().contains(channel);
    }

    @Override
    public void admit(Message message) {
        door.admit();
    }

    @Override
    public HandOver prepare(
            Message message, Touchpoint touchpoint, Claim.Granted claim, Consumer<UnfinishedMessage> lapses) {
        var words = renderer.renderShort(touchpoint, message.recipient().locale(), claim.facts(), lapses);
        var id = ids.of(claim.key(), message.route().channel());
        var body = body(WebhookCall.of(message, touchpoint, words, claim));
        return () -> {
            var answer = call(request(id, body));
            WebhookAnswer.check(answer.statusCode(), answer.headers(), clock.instant());
        };
    }

    @Override
    public Duration deadline() {
        return settings.timeout();
    }

    @Override
    public Door door() {
        return door;
    }

    /** The number or the device is gone: it was hers to give, and she is asked again before it is used again. */
    @Override
    public void leaveAlone(Message message) {
        var customer = Objects.requireNonNull(message.route().customer());
        consents.say(customer, message.route().channel(), false, "provider:gone");
    }

    private HttpRequest request(String id, byte[] body) {
        var now = clock.instant();
        URI url = Objects.requireNonNull(settings.url());
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Afterglow")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.of(id, now, body, settings.keys()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The client's own timeout ends with the answer's first line; this one is over the whole call. */
    private HttpResponse<Void> call(HttpRequest request) throws HandOverFailure {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private static HandOverFailure failure(Throwable cause) {
        var neverArrived = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        var why = "The provider did not answer: " + cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : " " + cause.getMessage());
        return new HandOverFailure(neverArrived ? Meaning.CHANNEL_CLOSED : Meaning.PERHAPS_SENT, why, null, cause);
    }

    private byte[] body(WebhookCall call) {
        try {
            return json.writeValueAsBytes(call);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
