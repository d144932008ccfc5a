package dev.afterglow.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shop we speak for.
 *
 * @param name as customers know it
 * @param url its front door
 * @param publicUrl where customers reach this installation; signed links start with it
 * @param zone the zone of a customer whose zone is unknown
 * @param locale the language of a customer whose language is unknown
 * @param supportEmail a mailbox people read; replies go there
 * @param postalAddress the legal sender, printed under every mail
 * @param color the brand's colour as {@code #rrggbb}
 */
@Validated
@ConfigurationProperties("afterglow.shop")
public record Shop(
        @NotBlank String name,
        @NotNull URI url,
        @NotNull URI publicUrl,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue("en") Locale locale,
        @NotBlank String supportEmail,
        @NotBlank String postalAddress,
        @DefaultValue("#2f5d50") String color) {}
