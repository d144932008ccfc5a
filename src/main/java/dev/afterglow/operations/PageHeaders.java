package dev.afterglow.operations;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser is told about pages of ours: what may run and load there, and that their address is nobody's business. */
final class PageHeaders {

    static final String OUR_PAGES = "default-src 'none'; img-src 'self' data:; style-src 'self';"
            + " script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** A mail brings its own styles and pictures from anywhere; nothing in it may run. */
    static final String MAIL_PREVIEWS = "default-src 'none'; img-src 'self' data: https:;"
            + " style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self';"
            + " frame-ancestors 'self'; base-uri 'none'";

    private PageHeaders() {}

    static HttpSecurity on(HttpSecurity http, String contentSecurityPolicy) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
