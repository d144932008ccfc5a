package dev.afterglow.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a key of the API may do; a path that no scope names is closed to every key. */
public enum ApiScope {
    ORDERS_READ("orders:read", "GET", "/api/orders/", "/api/exchanges"),
    ORDERS_WRITE("orders:write", "POST", "/api/orders", "/api/returns/", "/api/exchanges/"),
    CUSTOMERS_WRITE("customers:write", "POST", "/api/customers/"),
    IMPORTS_WRITE("imports:write", "POST", "/api/imports/");

    private final String title;
    private final String method;
    private final List<String> paths;

    ApiScope(String title, String method, String... paths) {
        this.title = title;
        this.method = method;
        this.paths = List.of(paths);
    }

    /** As settings and answers write it. */
    public String title() {
        return title;
    }

    /** The scope such a call needs. */
    public static Optional<ApiScope> of(String method, String path) {
        var named = method.equals("HEAD") ? "GET" : method;
        return Arrays.stream(values())
                .filter(scope ->
                        scope.method.equals(named) && scope.paths.stream().anyMatch(path::startsWith))
                .findFirst();
    }
}
