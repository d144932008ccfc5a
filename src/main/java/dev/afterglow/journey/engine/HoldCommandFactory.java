package dev.afterglow.journey.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.jspecify.annotations.Nullable;

/** Moves a held job to its new instant; every other failure takes the engine's own path. */
class HoldCommandFactory extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return RetryLater.in(failure)
                .<Command<Object>>map(held -> new HoldCommand(jobId, held))
                .orElseGet(() -> super.getCommand(jobId, failure));
    }

    private static class HoldCommand extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        private final Date until;

        HoldCommand(String jobId, RetryLater held) {
            super(jobId, held);
            this.until = Date.from(held.until());
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            var job = getJob();
            if (job != null) {
                job.setDuedate(until);
                job.unlock();
            }
            return null;
        }
    }
}
