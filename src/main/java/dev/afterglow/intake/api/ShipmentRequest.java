package dev.afterglow.intake.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One word about a parcel.
 *
 * @param shipmentId the shop's own id of the parcel; with neither it nor a tracking number the order has one parcel
 * @param state in transit when absent: the parcel left
 * @param at when it was seen; now when absent
 */
record ShipmentRequest(
        @JsonAlias({"id", "reference"}) @Size(max = 100, message = "must not be longer than 100 characters") @Nullable
        String shipmentId,

        @Nullable String carrier,

        @Size(max = 100, message = "must not be longer than 100 characters") @Nullable
        String trackingNumber,

        @Pattern(regexp = "https?://[^\\p{Z}\\p{C}<>\"]{1,990}", message = "must be a web address") @Nullable
        String trackingUrl,

        @Nullable ShipmentState state,
        @Nullable OffsetDateTime at,
        @Nullable LocalDate expectedOn) {

    ReportedShipment shipment(Instant now) {
        return new ReportedShipment(
                Texts.fit(shipmentId, 100),
                Texts.fit(carrier, 100),
                Texts.fit(trackingNumber, 100),
                trackingUrl,
                state == null ? ShipmentState.IN_TRANSIT : state,
                at == null ? now : at.toInstant(),
                expectedOn);
    }
}
