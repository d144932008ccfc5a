package dev.afterglow.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue; what was read of it is remembered for less than a minute. */
@Repository
public class Products {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FreshProducts fresh = new FreshProducts();

    Products(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The product, or nothing when the shop never told us about it. */
    public Optional<Product> bySku(String sku) {
        return Optional.ofNullable(bySkus(List.of(sku)).get(sku));
    }

    /** Those of the SKUs that are in the catalogue. */
    public Map<String, Product> bySkus(Collection<String> skus) {
        return fresh.bySkus(skus, this::read);
    }

    private Map<String, Product> read(Collection<String> skus) {
        var texts = texts(skus);
        var complements = complements(skus);
        return jdbc
                .sql("select * from products where sku in (:skus)")
                .param("skus", skus)
                .query((row, number) -> product(row, complements, texts))
                .list()
                .stream()
                .collect(toMap(Product::sku, product -> product));
    }

    /** What is in stock of a category, by title. */
    public List<Product> inCategory(String category) {
        var skus = jdbc.sql("select sku from products where category = :category and in_stock order by title, sku")
                .param("category", category)
                .query(String.class)
                .list();
        var known = bySkus(skus);
        return skus.stream().map(known::get).toList();
    }

    /** Adds the product or replaces what was known of it. */
    @Transactional
    public void put(Product product) {
        forget(product.sku());
        jdbc.sql("delete from products where sku = :sku")
                .param("sku", product.sku())
                .update();
        jdbc.sql("""
                        insert into products
                          (sku, title, category, url, image_url, guide_url, care, warranty_months, in_stock, updated_at)
                        values
                          (:sku, :title, :category, :url, :imageUrl, :guideUrl, :care, :warrantyMonths, :inStock, :now)
                        """)
                .param("sku", product.sku())
                .param("title", product.title())
                .param("category", product.category())
                .param("url", product.url())
                .param("imageUrl", product.imageUrl())
                .param("guideUrl", product.guideUrl())
                .param("care", product.care())
                .param("warrantyMonths", product.warrantyMonths())
                .param("inStock", product.inStock())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        putComplements(product);
        product.texts().forEach((language, text) -> putText(product.sku(), language, text));
    }

    /** Now for this transaction, and at its end for all others, which may have read the old state meanwhile. */
    private void forget(String sku) {
        fresh.forget(sku);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    fresh.forget(sku);
                }
            });
        }
    }

    private void putComplements(Product product) {
        var position = 0;
        for (var complement : product.complements().stream().distinct().toList()) {
            jdbc.sql(
                            "insert into product_complements (sku, complement, position) values (:sku, :complement, :position)")
                    .param("sku", product.sku())
                    .param("complement", complement)
                    .param("position", position++)
                    .update();
        }
    }

    private void putText(String sku, String language, ProductText text) {
        jdbc.sql("""
                        insert into product_texts (sku, language, title, guide_url, care)
                        values (:sku, :language, :title, :guideUrl, :care)
                        """)
                .param("sku", sku)
                .param("language", language)
                .param("title", text.title())
                .param("guideUrl", text.guideUrl())
                .param("care", text.care())
                .update();
    }

    private Map<String, List<String>> complements(Collection<String> skus) {
        return jdbc
                .sql("select sku, complement from product_complements where sku in (:skus) order by sku, position")
                .param("skus", skus)
                .query((row, number) -> Map.entry(row.getString("sku"), row.getString("complement")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<String, Map<String, ProductText>> texts(Collection<String> skus) {
        return jdbc
                .sql("select sku, language, title, guide_url, care from product_texts where sku in (:skus)")
                .param("skus", skus)
                .query((row, number) -> Map.entry(
                        row.getString("sku"),
                        Map.entry(
                                row.getString("language"),
                                new ProductText(
                                        row.getString("title"), row.getString("guide_url"), row.getString("care")))))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey,
                        mapping(Map.Entry::getValue, toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    private static Product product(
            ResultSet row, Map<String, List<String>> complements, Map<String, Map<String, ProductText>> texts)
            throws SQLException {
        var sku = row.getString("sku");
        return new Product(
                sku,
                row.getString("title"),
                row.getString("category"),
                row.getString("url"),
                row.getString("image_url"),
                row.getString("guide_url"),
                row.getString("care"),
                row.getObject("warranty_months", Integer.class),
                row.getBoolean("in_stock"),
                complements.getOrDefault(sku, List.of()),
                texts.getOrDefault(sku, Map.of()));
    }
}
