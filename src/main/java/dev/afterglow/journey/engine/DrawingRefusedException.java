package dev.afterglow.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/** A drawing was not deployed; the message says of each element what is wrong with it. */
class DrawingRefusedException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    DrawingRefusedException(List<String> problems) {
        super("Nothing was deployed.\n- " + String.join("\n- ", problems));
    }
}
