package dev.afterglow.journey.touchpoint;

import dev.afterglow.journey.engine.RetryLater;
import dev.afterglow.message.MessageBusyException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the touchpoint a step names; the token waits until the mail server took it. */
@Component("sendTouchpoint")
class SendTouchpointDelegate implements JavaDelegate {

    private final Dossiers dossiers;
    private final Drawn drawn;
    private final Occasions occasions;
    private final Correspondence correspondence;

    SendTouchpointDelegate(Dossiers dossiers, Drawn drawn, Occasions occasions, Correspondence correspondence) {
        this.dossiers = dossiers;
        this.drawn = drawn;
        this.occasions = occasions;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var touchpoint = drawn.property("touchpoint", execution);
        var dossier = dossiers.of(execution);
        var occasion = occasions.of(execution, dossier, touchpoint);

        try {
            correspondence.send(touchpoint, dossier, occasion);
        } catch (MessageBusyException e) {
            throw new RetryLater(e.until());
        }
    }
}
