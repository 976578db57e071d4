package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an agent that keeps silent may answer nevertheless: some drop every GETBULK, or every
 * request with more than one variable. As long as it has not answered such a request, a simpler one
 * goes out beside the last attempt, which costs a datagram and no time; if that one alone is
 * answered, the agent is choosy and not silent. It is sent so that answers from other addresses are
 * heard, which are told and not taken. What is found out is remembered with the {@link Agent}. On
 * the loop's thread.
 */
final class Choosiness {
    /** Silent requests that are looked into: an agent that is down is not asked twice for ever. */
    private static final int CHECKS = 3;

    /** After that the agent gets another chance: it may have been the network. */
    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

    private boolean answersAll;
    private int checks;
    private boolean onlySimple;
    private long sinceNanos;

    /** Whether it has to be asked for one variable at a time, by GET and GETNEXT. */
    boolean isOnlySimple() {
        if (onlySimple && System.nanoTime() - sinceNanos > REMEMBERED_NANOS) {
            onlySimple = false;
            checks = 0;
        }
        return onlySimple;
    }

    /** Asks; what is answered instead if only the simpler question is. */
    void ask(
            Agent agent,
            Question question,
            Question simpler,
            Consumer<Reply> receiver,
            Consumer<Answer> onlySimpler) {
        if (answersAll || checks >= CHECKS || agent.target().retries() == 0) {
            agent.ask(question, receiver);
            return;
        }
        new Check(agent, simpler, receiver, onlySimpler).ask(question);
    }

    private final class Check {
        private final Agent agent;
        private final Question simpler;
        private final Consumer<Reply> receiver;
        private final Consumer<Answer> onlySimpler;
        private @Nullable Answer simple;

        Check(
                Agent agent,
                Question simpler,
                Consumer<Reply> receiver,
                Consumer<Answer> onlySimpler) {
            this.agent = agent;
            this.simpler = simpler;
            this.receiver = receiver;
            this.onlySimpler = onlySimpler;
        }

        void ask(Question question) {
            agent.ask(question, this::replied, this::atLastAttempt);
        }

        private void atLastAttempt() {
            checks++;
            agent.askBeside(
                    simpler,
                    reply -> {
                        if (reply instanceof Answer answer && answer.varBinds().size() <= 1) {
                            simple = answer;
                        }
                    });
        }

        private void replied(Reply reply) {
            if (reply instanceof Answer) {
                answersAll = true;
            }
            if (simple != null && reply instanceof NoAnswer(Failure.Timeout _)) {
                onlySimple = true;
                sinceNanos = System.nanoTime();
                onlySimpler.accept(simple);
            } else {
                receiver.accept(reply);
            }
        }
    }
}
