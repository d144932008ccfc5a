package dev.afterglow.message;

import dev.afterglow.customer.Formats;
import dev.afterglow.customer.Palette;
import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Shop;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Turns a touchpoint and its facts into what the reader sees. */
@Component
class MessageRenderer {

    private final Shop shop;
    private final Palette palette;
    private final Bundles bundles;
    private final TemplateEngine templates;
    private final ResourceLoader resources;

    MessageRenderer(Shop shop, ResourceLoader resources) {
        this.shop = shop;
        this.resources = resources;
        this.palette = Palette.of(shop.color());
        this.bundles = new Bundles(resources, shop.locale());
        this.templates = MessageTemplates.in(resources);
    }

    /** @throws UnfinishedMessage naming touchpoint, language and what is missing */
    RenderedMessage render(Touchpoint touchpoint, Locale locale, MessageFacts facts) {
        return render(touchpoint, locale, facts, unfinished -> {
            throw unfinished;
        });
    }

    /** A customer waits: what cannot be said is left out or said in general words, and told to {@code lapses}. */
    RenderedMessage render(
            Touchpoint touchpoint, Locale locale, MessageFacts facts, Consumer<UnfinishedMessage> lapses) {
        var words = bundles.of(touchpoint, locale);
        var variables = variables(touchpoint, words, locale, PrintableFacts.of(facts));
        variables.put("sentences", new Sentences(words, lapses));
        var html = touchpoint.format() == Format.VISUAL ? body("html", words, locale, variables) : null;
        var text = body("txt", words, locale, variables).replaceAll("[ \\t]+\\n", "\n");
        return new RenderedMessage(
                new Sentences(words, lapses).sentence("subject", variables::get),
                html,
                text.replaceAll("\\n{3,}", "\n\n").strip() + "\n");
    }

    /** The few words of {@code short.txt}, for channels that show no more. */
    RenderedMessage renderShort(
            Touchpoint touchpoint, Locale locale, MessageFacts facts, Consumer<UnfinishedMessage> lapses) {
        var words = bundles.of(touchpoint, locale);
        var variables = variables(touchpoint, words, locale, PrintableFacts.of(facts));
        var sentences = new Sentences(words, lapses);
        variables.put("sentences", sentences);
        var text = templates.process(touchpoint.key() + "/short.txt", new Context(locale, variables));
        return new RenderedMessage(
                sentences.sentence("subject", variables::get),
                null,
                text.replaceAll("\\s+", " ").strip());
    }

    private String body(String type, Words words, Locale locale, Map<String, @Nullable Object> variables) {
        try {
            return template(bodyOf(words.touchpoint(), variables.get("variant"), type), type, locale, variables);
        } catch (UnfinishedMessage e) {
            throw e;
        } catch (TemplateEngineException e) {
            ((Sentences) Objects.requireNonNull(variables.get("sentences")))
                    .lapses()
                    .accept(new UnfinishedMessage(
                            "The message '%s' cannot be written in '%s': body.%s or the layout fails with: %s"
                                    .formatted(words.touchpoint(), words.language(), type, e.getMessage()),
                            e));
            return template("layout/fallback." + type, type, locale, variables);
        }
    }

    private String template(String body, String type, Locale locale, Map<String, @Nullable Object> variables) {
        var context = new Context(locale, variables);
        context.setVariable("body", body);
        try {
            return templates.process("layout/layout." + type, context);
        } catch (TemplateEngineException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnfinishedMessage unfinished) {
                    throw unfinished;
                }
            }
            throw e;
        }
    }

    private String bodyOf(String touchpoint, @Nullable Object variant, String type) {
        var particular = "%s/body-%s.%s".formatted(touchpoint, variant, type);
        return variant != null
                        && resources
                                .getResource("classpath:messages/" + particular)
                                .exists()
                ? particular
                : touchpoint + "/body." + type;
    }

    /** What templates and sentences may name; a sentence's facts are plain words, ready to print. */
    private Map<String, @Nullable Object> variables(
            Touchpoint touchpoint, Words words, Locale locale, MessageFacts facts) {
        var formats =
                new Formats(locale.getLanguage().equals(words.language()) ? locale : new Locale(words.language()));
        var order = facts.order();
        var product = facts.product();
        var parcel = facts.shipment();
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("variant", facts.variant());
        variables.put("facts", facts);
        variables.put("links", facts.links());
        variables.put("format", formats);
        variables.put("palette", palette);
        variables.put("markup", new Markup(shop, facts));
        variables.put("visual", touchpoint.format() == Format.VISUAL);
        variables.put("transactional", touchpoint.purpose() == Purpose.TRANSACTIONAL);
        variables.put("language", words.language());
        variables.put("shop", shop.name());
        variables.put("shopUrl", shop.url().toString());
        variables.put("shopAddress", shop.postalAddress());
        variables.put("supportEmail", shop.supportEmail());
        variables.put("firstName", facts.firstName());
        variables.put("orderNumber", order.number());
        variables.put("placedOn", formats.date(order.placedOn()));
        variables.put("total", formats.money(order.total(), order.currency()));
        variables.put("adjustment", adjustment(formats, order));
        variables.put("product", product == null ? null : product.title());
        variables.put("warrantyMonths", product == null ? null : product.warrantyMonths());
        variables.put(
                "suggestion",
                facts.suggestions().isEmpty()
                        ? null
                        : facts.suggestions().get(0).title());
        variables.put("carrier", parcel == null ? null : parcel.carrier());
        variables.put("trackingNumber", parcel == null ? null : parcel.trackingNumber());
        variables.put(
                "expectedOn", parcel == null || parcel.expectedOn() == null ? null : formats.day(parcel.expectedOn()));
        var quoted = facts.testimonial();
        variables.put("quote", quoted == null ? null : quoted.text());
        variables.put("quotedProduct", quoted == null ? null : quoted.product());
        variables.put("quotedCustomer", quoted == null ? null : quoted.author());
        variables.putAll(about(facts.matter(), order.currency(), formats));
        return variables;
    }

    /** What a sentence may say of a return, a case or an answer. */
    private static Map<String, @Nullable Object> about(
            MessageFacts.@Nullable Matter matter, String currency, Formats formats) {
        var variables = new HashMap<String, @Nullable Object>();
        if (matter != null) {
            variables.put("number", matter.number());
            variables.put("amount", matter.amount() == null ? null : formats.money(matter.amount(), currency));
            variables.put("until", matter.until() == null ? null : formats.date(matter.until()));
            variables.put("code", matter.code());
        }
        return variables;
    }

    /** What makes the receipt add up: discounts, taxes, and delivery where it is not named. */
    private static @Nullable String adjustment(Formats formats, MessageFacts.Purchase order) {
        var listed = order.lines().stream().map(MessageFacts.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        var shipping = order.shipping() == null ? BigDecimal.ZERO : order.shipping();
        var difference = order.total().subtract(listed).subtract(shipping);
        return difference.signum() == 0 ? null : formats.money(difference, order.currency());
    }
}
