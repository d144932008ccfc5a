package dev.afterglow.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** What a message says, as it is kept in the ledger: a second attempt says the same. */
@Component
class FrozenFacts {

    private final ObjectMapper json;

    FrozenFacts(ObjectMapper json) {
        this.json = json;
    }

    String write(MessageFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    MessageFacts read(String facts) {
        try {
            return json.readValue(facts, MessageFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
