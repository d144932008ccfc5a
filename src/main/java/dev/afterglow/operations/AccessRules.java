package dev.afterglow.operations;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/** Who may open which page; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessRules {

    private static final String[] EVERYBODY = {
        "support", "returns", "care", "supervisors", "analysts", "operators", "marketing", "camunda-admin"
    };
    private static final String[] TASKLIST = {"support", "returns", "care", "supervisors", "camunda-admin"};
    private static final String[] COCKPIT = {"operators", "camunda-admin"};
    private static final String[] SERVING = {"support", "returns", "care", "supervisors", "operators", "camunda-admin"};
    private static final String[] WRITERS = {"analysts", "marketing", "camunda-admin"};
    private static final String ADMINISTRATORS = "camunda-admin";

    private final OutsideLogin outside;

    AccessRules(OutsideLogin outside) {
        this.outside = outside;
    }

    /** Shops and carriers: each call proves itself by its own signature or key, checked where it is read. */
    @Bean
    @Order(1)
    SecurityFilterChain machineRules(HttpSecurity http) throws Exception {
        http.securityMatcher(paths("/webhooks/**", "/api/**"));
        http.authorizeHttpRequests(calls -> calls.anyRequest().permitAll());
        return withoutSession(http).build();
    }

    /** The engine's applications bring their own guard against forged requests and their own headers. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRules(HttpSecurity http) throws Exception {
        var pages = paths("/camunda/app/**");
        http.securityMatcher(paths("/camunda", "/camunda/**"));
        http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(paths("/camunda/app/tasklist/**", "/camunda/api/tasklist/**"))
                .hasAnyAuthority(TASKLIST)
                .requestMatchers(paths("/camunda/app/cockpit/**", "/camunda/api/cockpit/**"))
                .hasAnyAuthority(COCKPIT)
                .requestMatchers(paths("/camunda/app/admin/**"))
                .hasAuthority(ADMINISTRATORS)
                .anyRequest()
                .hasAnyAuthority(SERVING));
        http.csrf(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()));
        http.exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), pages)
                .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> !pages.matches(request)));
        var logout = withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        http.logout(it -> it.logoutRequestMatcher(new AndRequestMatcher(logout, AccessRules::isOfOurOwnPage))
                .deleteCookies("JSESSIONID")
                .logoutSuccessHandler(outside.afterLogoutByScript()));
        return http.build();
    }

    /** The state of the server: anybody may ask whether it lives, operators how it is. */
    @Bean
    @Order(3)
    SecurityFilterChain probeRules(HttpSecurity http) throws Exception {
        http.securityMatcher(paths("/actuator", "/actuator/**"));
        http.authorizeHttpRequests(calls -> calls.requestMatchers(paths("/actuator/health", "/actuator/health/**"))
                .permitAll()
                .anyRequest()
                .hasAnyAuthority(COCKPIT));
        http.httpBasic(basic -> basic.realmName("Afterglow"));
        return PageHeaders.on(http, PageHeaders.OUR_PAGES).build();
    }

    /** A customer's pages: the link itself is the key, so there is no session to forge a request for. */
    @Bean
    @Order(4)
    SecurityFilterChain customerPageRules(HttpSecurity http) throws Exception {
        http.securityMatcher(paths("/o/**", "/a/**", "/r/**", "/p/**", "/u/**"));
        http.authorizeHttpRequests(calls -> calls.anyRequest().permitAll());
        return PageHeaders.on(withoutSession(http), PageHeaders.OUR_PAGES).build();
    }

    /** Mails as they arrived, and messages as they would be sent, shown in a frame. */
    @Bean
    @Order(5)
    SecurityFilterChain mailPreviewRules(HttpSecurity http, Environment environment) throws Exception {
        http.securityMatcher(
                paths("/demo/mailbox/**", "/demo/messages", "/demo/messages/**", "/messages", "/messages/**"));
        http.authorizeHttpRequests(calls -> {
            calls.requestMatchers(paths("/messages", "/messages/**")).hasAnyAuthority(WRITERS);
            if (environment.matchesProfiles("demo")) {
                calls.anyRequest().permitAll();
            } else {
                calls.anyRequest().denyAll();
            }
        });
        http.exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), paths("/messages", "/messages/**"))
                .defaultAuthenticationEntryPointFor(new Http403ForbiddenEntryPoint(), request -> true));
        PageHeaders.on(http, PageHeaders.MAIL_PREVIEWS);
        http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin));
        return http.build();
    }

    /** What operators look at; their scripts log in with each call and send nothing but JSON. */
    @Bean
    @Order(6)
    SecurityFilterChain operatorRules(HttpSecurity http) throws Exception {
        var scripts = paths("/operations/api/**");
        http.securityMatcher(paths("/operations", "/operations/**"));
        http.authorizeHttpRequests(calls -> calls.anyRequest().hasAnyAuthority(COCKPIT));
        http.csrf(forgery -> forgery.ignoringRequestMatchers(
                new AndRequestMatcher(scripts, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)));
        http.httpBasic(basic -> basic.realmName("Afterglow"));
        http.exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), request -> !scripts.matches(request))
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), scripts));
        return PageHeaders.on(http, PageHeaders.OUR_PAGES).build();
    }

    /** The people's pages, each named with its groups; a page nobody named here is closed to all. */
    @Bean
    @Order(7)
    SecurityFilterChain peopleRules(HttpSecurity http, Environment environment) throws Exception {
        var demo = environment.matchesProfiles("demo")
                ? paths("/", "/demo/**", "/orders", "/orders/**")
                : (RequestMatcher) request -> false;
        http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(paths("/login", "/assets/**", "/favicon.ico"))
                .permitAll()
                .requestMatchers(demo)
                .permitAll()
                .requestMatchers(paths("/", "/home"))
                .hasAnyAuthority(EVERYBODY)
                .requestMatchers(paths("/orders", "/orders/**"))
                .hasAnyAuthority(SERVING)
                .requestMatchers(paths("/audit"))
                .hasAnyAuthority(COCKPIT)
                .anyRequest()
                .denyAll());
        http.formLogin(
                form -> form.loginPage("/login").defaultSuccessUrl("/home").permitAll());
        outside.openIn(http);
        http.logout(logout ->
                logout.logoutSuccessHandler(outside.afterLogoutByForm()).deleteCookies("JSESSIONID"));
        return PageHeaders.on(http, PageHeaders.OUR_PAGES).build();
    }

    /** As the engine's applications prove it: another site's page can neither read the cookie nor send the header. */
    private static boolean isOfOurOwnPage(HttpServletRequest request) {
        var guard = WebUtils.getCookie(request, "XSRF-TOKEN");
        return guard != null && guard.getValue().equals(request.getHeader("X-XSRF-TOKEN"));
    }

    private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static RequestMatcher paths(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (var i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
