package dev.afterglow.order;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets customers' links are signed with.
 *
 * @param keys the newest first; older ones stay until their links have expired. Each is {@code id:secret}, the id one
 *     to eight letters or digits
 */
@Validated
@ConfigurationProperties("afterglow.links")
record LinkSettings(@NotEmpty List<@Pattern(regexp = "[A-Za-z0-9]{1,8}:.{16,}") String> keys) {}
