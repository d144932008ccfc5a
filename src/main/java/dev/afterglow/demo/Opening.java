package dev.afterglow.demo;

import dev.afterglow.catalog.Products;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the shop before the application says it is ready: catalogue, people, first orders, then the time-lapse. */
@Component
@Profile("demo")
class Opening implements ApplicationRunner {

    private final MaisonLumen shop;
    private final Products products;
    private final Staff staff;
    private final ShopLife life;
    private final Storyline storyline;
    private final TimeLapse timeLapse;
    private final DemoSettings settings;

    Opening(
            MaisonLumen shop,
            Products products,
            Staff staff,
            ShopLife life,
            Storyline storyline,
            TimeLapse timeLapse,
            DemoSettings settings) {
        this.shop = shop;
        this.products = products;
        this.staff = staff;
        this.life = life;
        this.storyline = storyline;
        this.timeLapse = timeLapse;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        shop.wares().forEach(ware -> products.put(ware.toProduct(shop.address())));
        staff.hire(settings.password());
        storyline.add(life.from(timeLapse.now(), settings.orders()));
        timeLapse.advance(Duration.ZERO);
        timeLapse.begin();
    }
}
