package dev.afterglow.journey.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people are let into who are known to an OpenID provider; the provider itself stands under
 * {@code spring.security.oauth2.client}.
 *
 * @param groupsClaim where the provider says which groups a person belongs to; dots lead into nested claims
 * @param groups per group of ours the provider's groups that open it; what is not named here opens nothing
 */
@ConfigurationProperties("afterglow.access.oidc")
record OidcSettings(
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, List<String>> groups) {

    OidcSettings {
        var known = new LinkedHashMap<String, List<String>>();
        groups.forEach((name, theirs) -> known.put(Groups.named(name), List.copyOf(theirs)));
        groups = Map.copyOf(known);
    }

    /** Our groups that these groups of the provider open. */
    List<String> ours(Set<String> theirs) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(theirs::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.toList());
    }
}
