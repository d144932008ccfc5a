package dev.afterglow.journey.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** Writes no failure into the history when a job was merely held. */
class HoldHistoryEventProducer extends CacheAwareHistoryEventProducer {

    @Override
    public @Nullable HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        return RetryLater.in(failure).isPresent() ? null : super.createHistoricJobLogFailedEvt(job, failure);
    }
}
