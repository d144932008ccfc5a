package dev.afterglow.portal.web;

import dev.afterglow.customer.Palette;
import dev.afterglow.customer.Shop;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The shop's colour as a style sheet of its own, so that no page needs a style inside. */
@Controller
class ShopColors {

    private static final String SHEET = """
            :root { --brand: %s; --on-brand: %s; --link: %s; }
            @media (prefers-color-scheme: dark) { :root { --link: %s; } }
            @media print { :root { --link: #000; } }
            """;

    private final String sheet;

    ShopColors(Shop shop) {
        var palette = Palette.of(shop.color());
        this.sheet = SHEET.formatted(palette.brand(), palette.onBrand(), palette.link(), palette.darkLink());
    }

    @GetMapping("/assets/shop.css")
    ResponseEntity<String> sheet() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(sheet);
    }
}
