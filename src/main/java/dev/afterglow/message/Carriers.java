package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways messages leave by in this installation. */
@Component
class Carriers {

    private final List<Carrier> all;

    Carriers(List<Carrier> all) {
        this.all = all;
    }

    boolean carry(Channel channel) {
        return find(channel).isPresent();
    }

    Carrier of(Channel channel) {
        return find(channel)
                .orElseThrow(() -> new IllegalStateException("No message leaves by " + channel
                        + " here: set afterglow.channels.webhook.url and name the channel in"
                        + " afterglow.channels.webhook.channels."));
    }

    private Optional<Carrier> find(Channel channel) {
        return all.stream().filter(carrier -> carrier.carries(channel)).findFirst();
    }
}
