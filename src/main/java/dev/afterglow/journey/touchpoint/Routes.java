package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.ChannelConsent;
import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.message.MessageKey;
import dev.afterglow.message.Messages;
import dev.afterglow.message.Route;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the ways a touchpoint may go, the first choice first. */
@Component
class Routes {

    private static final List<Channel> MAIL_ONLY = List.of(Channel.MAIL);

    private final Messages messages;
    private final TouchpointRecords records;
    private final ChannelConsents consents;

    Routes(Messages messages, TouchpointRecords records, ChannelConsents consents) {
        this.messages = messages;
        this.records = records;
        this.consents = consents;
    }

    /** Channels nobody configured are not there; one that was refused before is not tried again. */
    List<Channel> of(Touchpoint touchpoint, MessageKey key) {
        var here = touchpoint.channels().stream().filter(messages::leaveBy).toList();
        if (here.size() < 2 || here.equals(MAIL_ONLY)) {
            return here;
        }
        var last = here.get(here.size() - 1);
        return records.channelOf(key).filter(last::equals).isPresent() ? List.of(last) : here;
    }

    /** The whole way by this channel to this customer. */
    Route by(Channel channel, @Nullable Channel fallback, Dossier dossier) {
        if (channel == Channel.MAIL) {
            return new Route(channel, null, null, fallback);
        }
        var customer = dossier.customer().id();
        var address = consents.of(customer, channel).map(ChannelConsent::address);
        return new Route(channel, customer, address.orElse(null), fallback);
    }
}
