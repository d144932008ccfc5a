package dev.afterglow.portal.web;

import dev.afterglow.customer.Shop;
import dev.afterglow.portal.PortalSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which product pictures a page may show: those of our own address, and of the hosts the shop names. Any other host would
 * learn who looks at which order, and when.
 */
@Component
class ProductPictures {

    private final URI home;
    private final List<String> hosts;

    ProductPictures(Shop shop, PortalSettings settings) {
        this.home = shop.publicUrl();
        this.hosts = settings.pictureHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The address to show, or nothing. */
    @Nullable
    String shown(@Nullable String address) {
        var checked = WebAddresses.checked(address);
        if (checked == null) {
            return null;
        }
        var picture = URI.create(checked);
        if (isOurs(picture)) {
            return picture.getRawQuery() == null
                    ? picture.getRawPath()
                    : picture.getRawPath() + "?" + picture.getRawQuery();
        }
        return "https".equalsIgnoreCase(picture.getScheme()) && hosts.contains(authority(picture)) ? checked : null;
    }

    /** Where browsers may fetch pictures from, as a content security policy says it. */
    String sources() {
        var sources = new StringBuilder("'self' data:");
        hosts.forEach(host -> sources.append(" https://").append(host));
        return sources.toString();
    }

    private boolean isOurs(URI picture) {
        return authority(picture).equals(authority(home))
                && String.valueOf(picture.getScheme()).equalsIgnoreCase(home.getScheme());
    }

    private static String authority(URI address) {
        return String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
