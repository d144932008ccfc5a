package dev.afterglow.message;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Reads the templates below {@code messages/}, and lets them say sentences by their keys. */
final class MessageTemplates {

    private MessageTemplates() {}

    static TemplateEngine in(ResourceLoader resources) {
        var files = new ClassLoaderTemplateResolver(resources.getClassLoader());
        files.setPrefix("messages/");
        files.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setDialect(new SpringStandardDialect());
        engine.setTemplateResolver(files);
        engine.setMessageResolver(new SentenceResolver());
        return engine;
    }

    /** Lets a template say {@code #{key}} and never print a key that nobody wrote. */
    private static class SentenceResolver extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context, Class<?> origin, String key, Object @Nullable [] parameters) {
            return ((Sentences) context.getVariable("sentences")).sentence(key, context::getVariable);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object @Nullable [] parameters) {
            return resolveMessage(context, origin, key, parameters);
        }
    }
}
