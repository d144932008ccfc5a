package dev.afterglow.portal.web;

import dev.afterglow.customer.Customers;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Orders;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.portal.PortalVisits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Opens the link in the address of every page: the first word is its purpose, the second its token. */
@Component
class Visits implements HandlerMethodArgumentResolver {

    private static final String PICTURE = ".png";

    private final SignedLinks links;
    private final Orders orders;
    private final Customers customers;
    private final Languages languages;
    private final PortalVisits visits;

    Visits(SignedLinks links, Orders orders, Customers customers, Languages languages, PortalVisits visits) {
        this.links = links;
        this.orders = orders;
        this.customers = customers;
        this.languages = languages;
        this.visits = visits;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visit.class);
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter, ModelAndViewContainer view, NativeWebRequest web, WebDataBinderFactory binders) {
        return of(web.getNativeRequest(HttpServletRequest.class));
    }

    private Visit of(HttpServletRequest request) {
        var words = words(request);
        var visit = open(words, request);
        if (HttpMethod.GET.matches(request.getMethod()) && !words[words.length - 1].endsWith(PICTURE)) {
            visits.count(visit.order().id(), page(visit, words));
        }
        return visit;
    }

    private static String[] words(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/");
    }

    /** Such as {@code order} or {@code order/return}: what the address says of the page and nothing of the visitor. */
    private static String page(Visit visit, String[] words) {
        var purpose = visit.purpose().name().toLowerCase(Locale.ROOT);
        return words.length > 3 ? purpose + "/" + words[3] : purpose;
    }

    private Visit open(String[] words, HttpServletRequest request) {
        var purpose = Arrays.stream(LinkPurpose.values())
                .filter(candidate -> candidate.code().equals(words[1]))
                .findFirst()
                .orElseThrow(LinkClosedException::new);
        var opened = links.open(words[2], purpose);
        if (opened.expired()) {
            throw new LinkExpiredException(words[2], purpose);
        }
        var order = opened.valid().flatMap(orders::byId).orElseThrow(LinkClosedException::new);
        var customer = customers.byId(order.customer()).orElseThrow(LinkClosedException::new);
        var plain = new Visit(words[2], purpose, order, customer, Locale.ENGLISH, false);
        var hers = languages.closestTo(plain.own());
        var asked =
                languages.asked(request).filter(locale -> !locale.getLanguage().equals(hers.getLanguage()));
        return new Visit(words[2], purpose, order, customer, asked.orElse(hers), asked.isPresent());
    }
}
