package dev.afterglow.portal.web;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Order;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A customer who came by a valid link.
 *
 * @param token the link's own words, kept to build the addresses of further pages
 * @param locale the language she reads this page in
 * @param switched whether she chose another language than hers for this visit
 */
record Visit(String token, LinkPurpose purpose, Order order, Customer customer, Locale locale, boolean switched) {

    /** Where her day begins and ends. */
    ZoneId zone() {
        return order.zone() == null ? customer.zone() : order.zone();
    }

    /** The language she reads in when she does not switch: the one she chose, else her order's. */
    Locale own() {
        return customer.reads(order.locale());
    }

    /** The address of a page behind the same link, in the same language; the empty name is the first page. */
    public String to(String page) {
        return in(page, switched ? locale.getLanguage() : "");
    }

    /** The same page in another language. */
    public String in(String page, String language) {
        var path = "/" + purpose.code() + "/" + token + (page.isEmpty() || page.startsWith("?") ? page : "/" + page);
        return language.isEmpty()
                ? path
                : path + (path.contains("?") ? "&" : "?") + Languages.PARAMETER + "=" + language;
    }
}
