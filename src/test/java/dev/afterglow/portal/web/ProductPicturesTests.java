package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.customer.Shop;
import dev.afterglow.portal.PortalSettings;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class ProductPicturesTests {

    @Autowired
    Shop shop;

    @Test
    void showsOnlyOurOwnWhenTheShopNamesNoHost() {
        var pictures = pictures();

        assertThat(pictures.sources()).isEqualTo("'self' data:");
        assertThat(pictures.shown("https://cdn.example/lamp.jpg")).isNull();
        assertThat(pictures.shown(shop.publicUrl() + "/pictures/lamp.jpg?w=80")).isEqualTo("/pictures/lamp.jpg?w=80");
        assertThat(pictures.shown(null)).isNull();
    }

    @Test
    void showsThoseOfTheHostsTheShopNamesAndOfNoOther() {
        var pictures = pictures("CDN.example", "img.example:8443");

        assertThat(pictures.sources()).isEqualTo("'self' data: https://cdn.example https://img.example:8443");
        assertThat(pictures.shown("https://cdn.example/lamp.jpg")).isEqualTo("https://cdn.example/lamp.jpg");
        assertThat(pictures.shown("https://img.example:8443/a.png")).isEqualTo("https://img.example:8443/a.png");
        assertThat(pictures.shown("http://cdn.example/lamp.jpg")).isNull();
        assertThat(pictures.shown("https://cdn.example.evil.example/lamp.jpg")).isNull();
        assertThat(pictures.shown("https://cdn.example@evil.example/lamp.jpg")).isNull();
        assertThat(pictures.shown("javascript:alert(1)")).isNull();
    }

    private ProductPictures pictures(String... hosts) {
        return new ProductPictures(shop, new PortalSettings(5, 10, 20, 30, 30, 300, Period.ofDays(30), List.of(hosts)));
    }
}
