package dev.afterglow.intake;

import java.util.Optional;

/** What a key of the API may do; a path that no scope names is closed to every key. */
public enum ApiScope {
    ORDERS_READ("orders:read", "GET", "/api/orders/"),
    ORDERS_WRITE("orders:write", "POST", "/api/orders"),
    IMPORTS_WRITE("imports:write", "POST", "/api/imports/");

    private final String title;
    private final String method;
    private final String path;

    ApiScope(String title, String method, String path) {
        this.title = title;
        this.method = method;
        this.path = path;
    }

    /** As settings and answers write it. */
    public String title() {
        return title;
    }

    /** The scope such a call needs. */
    public static Optional<ApiScope> of(String method, String path) {
        for (var scope : values()) {
            if (scope.method.equals(method.equals("HEAD") ? "GET" : method) && path.startsWith(scope.path)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
