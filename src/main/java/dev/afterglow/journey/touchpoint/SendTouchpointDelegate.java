package dev.afterglow.journey.touchpoint;

import dev.afterglow.message.Touchpoints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the touchpoint a step names; the token waits until the mail server took it, or the policy left it out. */
@Component("sendTouchpoint")
class SendTouchpointDelegate implements JavaDelegate {

    private final Touchpoints touchpoints;
    private final Dossiers dossiers;
    private final Drawn drawn;
    private final Occasions occasions;
    private final Correspondence correspondence;

    SendTouchpointDelegate(
            Touchpoints touchpoints,
            Dossiers dossiers,
            Drawn drawn,
            Occasions occasions,
            Correspondence correspondence) {
        this.touchpoints = touchpoints;
        this.dossiers = dossiers;
        this.drawn = drawn;
        this.occasions = occasions;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var touchpoint = touchpoints.byKey(drawn.property("touchpoint", execution));
        var dossier = dossiers.of(execution);
        var occasion = occasions.of(execution, dossier, touchpoint.key());

        correspondence.send(touchpoint, dossier, occasion, occasions.dueOf(touchpoint, execution, dossier));
    }
}
