package dev.afterglow.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.afterglow.customer.Shop;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The demo's shop: what it sells and where its customers live. */
@Component
@Profile("demo")
public class MaisonLumen {

    private final List<Ware> wares;
    private final List<Region> regions;
    private final String address;

    MaisonLumen(Shop shop) throws IOException {
        this.wares = read("demo/catalogue.yaml", Ware[].class);
        this.regions = read("demo/regions.yaml", Region[].class);
        this.address = shop.publicUrl().toString();
    }

    /** Everything it sells. */
    public List<Ware> wares() {
        return wares;
    }

    /** What it sells under this number, or nothing. */
    public Optional<Ware> ware(String sku) {
        return wares.stream().filter(ware -> ware.sku().equals(sku)).findFirst();
    }

    List<Region> regions() {
        return regions;
    }

    /** Where its pages are. */
    String address() {
        return address;
    }

    private static <T> List<T> read(String file, Class<T[]> type) throws IOException {
        var yaml = JsonMapper.builder(new YAMLFactory()).findAndAddModules().build();
        try (var content = new ClassPathResource(file).getInputStream()) {
            return Arrays.asList(yaml.readValue(content, type));
        }
    }
}
