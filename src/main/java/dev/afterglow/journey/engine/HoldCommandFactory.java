package dev.afterglow.journey.engine;

import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Moves a held job to its new instant, and lets those that failed together not come back together. */
class HoldCommandFactory extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        var held = RetryLater.in(failure);
        if (held.isPresent()) {
            return new HoldCommand(jobId, held.get());
        }
        var lost = NeedsPerson.in(failure);
        return lost.isPresent() ? new IncidentCommand(jobId, lost.get()) : new SpreadRetryCommand(jobId, failure);
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

    private static class IncidentCommand extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        IncidentCommand(String jobId, NeedsPerson lost) {
            super(jobId, lost);
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            var job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
            }
            return null;
        }
    }

    /** The engine's list of waits, each up to a fifth longer. */
    private static class SpreadRetryCommand extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private static final int SHARE = 5;

        SpreadRetryCommand(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            super.execute(context);
            var job = getJob();
            if (job == null || job.getDuedate() == null) {
                return null;
            }
            var now = ClockUtil.getCurrentTime().getTime();
            var wait = job.getDuedate().getTime() - now;
            if (job.getRetries() == 0) {
                // Whoever retries it by hand means now, not in six hours.
                job.setDuedate(new Date(now));
            } else if (wait >= SHARE) {
                job.setDuedate(new Date(
                        job.getDuedate().getTime() + ThreadLocalRandom.current().nextLong(wait / SHARE)));
            }
            return null;
        }
    }
}
