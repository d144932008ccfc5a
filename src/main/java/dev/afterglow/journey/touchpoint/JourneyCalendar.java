package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.Shop;
import dev.afterglow.journey.contact.ContactCalendar;
import dev.afterglow.order.Dossier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The {@code calendar} of the drawings: tells when the n-th day after an order is for its customer, and until when people
 * promise to have done something. Days count from the day of the order in her zone, so that a late step never makes the
 * next one later.
 */
@Component("calendar")
public class JourneyCalendar {

    private static final Logger log = LoggerFactory.getLogger(JourneyCalendar.class);

    private final Dossiers dossiers;
    private final ContactCalendar hours;
    private final BusinessHours business;
    private final Shop shop;
    private final Clock clock;

    JourneyCalendar(Dossiers dossiers, ContactCalendar hours, BusinessHours business, Shop shop, Clock clock) {
        this.dossiers = dossiers;
        this.hours = hours;
        this.business = business;
        this.shop = shop;
        this.clock = clock;
    }

    /** The moment of the n-th day; never throws, because the engine asks while it finishes the step before. */
    public Date day(DelegateExecution execution, int day) {
        try {
            return Date.from(dossiers.find(execution)
                    .map(dossier -> day(dossier, day))
                    .orElseGet(() -> unknown(execution, day)));
        } catch (RuntimeException e) {
            log.warn("Day {} of journey {} could not be counted", day, execution.getProcessInstanceId(), e);
            return Date.from(unknown(execution, day));
        }
    }

    /**
     * The moment by which people promise to have done something: 24 hours are the same time on the shop's next working
     * day, fewer are hours in which somebody is at work.
     */
    public Date businessHours(DelegateExecution execution, int n) {
        return Date.from(business.after(clock.instant().atZone(shop.zone()), n).toInstant());
    }

    /** That many days from today, at the order's own moment of the customer's day; never throws. */
    public Date inDays(DelegateExecution execution, int days) {
        try {
            return Date.from(dossiers.find(execution)
                    .map(dossier -> inDays(dossier, days))
                    .orElseGet(() -> unknown(execution, days)));
        } catch (RuntimeException e) {
            log.warn("{} days could not be counted in {}", days, execution.getProcessInstanceId(), e);
            return Date.from(unknown(execution, days));
        }
    }

    private Instant inDays(Dossier dossier, int days) {
        return at(dossier, clock.instant().atZone(dossier.zone()).toLocalDate().plusDays(days));
    }

    /** The moment of the n-th day for this order, or of the next day on which she may be written to. */
    public Instant day(Dossier dossier, int day) {
        return at(dossier, dossier.placedOn().plusDays(day));
    }

    private Instant at(Dossier dossier, LocalDate day) {
        var order = dossier.order();
        return hours.next(
                day.atStartOfDay(dossier.zone()).toInstant(),
                dossier.zone(),
                order.address().country(),
                order.id().value());
    }

    private Instant unknown(DelegateExecution execution, int day) {
        log.warn("Journey {} has lost its order; day {} counts from now", execution.getProcessInstanceId(), day);
        return clock.instant().atOffset(ZoneOffset.UTC).plusDays(day).toInstant();
    }
}
