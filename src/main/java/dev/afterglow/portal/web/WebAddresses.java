package dev.afterglow.portal.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses a shop or a carrier gave us: only the web's own may stand behind a link. */
final class WebAddresses {

    private WebAddresses() {}

    static @Nullable String checked(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address.strip());
            var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
