package dev.afterglow.message;

import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
class MessageRenderer {
    RenderedMessage render(Touchpoint touchpoint, Locale locale, MessageFacts facts) {
        return new RenderedMessage(touchpoint.key(), null, touchpoint.key());
    }
}
