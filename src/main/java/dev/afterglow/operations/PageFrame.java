package dev.afterglow.operations;

import dev.afterglow.customer.Shop;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands on every page: the shop's name, the links that lead on and, in the demo, its clock. */
@ControllerAdvice
class PageFrame {

    private final Shop shop;
    private final OpenDoors doors;
    private final ObjectProvider<Playground> playground;

    PageFrame(Shop shop, OpenDoors doors, ObjectProvider<Playground> playground) {
        this.shop = shop;
        this.doors = doors;
        this.playground = playground;
    }

    @ModelAttribute("shop")
    Shop shop() {
        return shop;
    }

    @ModelAttribute("open")
    OpenDoors doors() {
        return doors;
    }

    @ModelAttribute("clock")
    @Nullable
    String clock() {
        var demo = playground.getIfAvailable();
        return demo == null
                ? null
                : Wording.moment(demo.now(), ZoneOffset.UTC) + " UTC, " + Wording.pace(demo.dayLength());
    }
}
