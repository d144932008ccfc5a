package dev.afterglow.journey.touchpoint;

import dev.afterglow.order.Dossier;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the order behind a journey; asked for by every task of a job, read once per transaction. */
@Component
public class Dossiers {

    private final Orders orders;

    Dossiers(Orders orders) {
        this.orders = orders;
    }

    /** @throws IllegalStateException when the journey's order has vanished */
    public Dossier of(DelegateExecution execution) {
        return find(execution)
                .orElseThrow(() -> new IllegalStateException(
                        "The order " + execution.getProcessBusinessKey() + " of this journey does not exist any more"));
    }

    Optional<Dossier> find(DelegateExecution execution) {
        var id = OrderId.parse(execution.getProcessBusinessKey());
        var key = new Key(id);
        if (TransactionSynchronizationManager.getResource(key) instanceof Dossier known) {
            return Optional.of(known);
        }
        var found = orders.dossier(id);
        if (found.isPresent() && TransactionSynchronizationManager.isSynchronizationActive()) {
            remember(key, found.get());
        }
        return found;
    }

    private static void remember(Key key, Dossier dossier) {
        TransactionSynchronizationManager.bindResource(key, dossier);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(key);
            }
        });
    }

    private record Key(OrderId order) {}
}
