package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends a spoilt answer, with other values, before most of the right ones. */
final class FuzzedAnswers implements Behaviour {
    /** All asked at once; the number of each has one octet in a name. */
    static final int ITEMS = 100;

    private static final Schedule QUICK =
            new Schedule(Duration.ofMillis(50), 0, Integer.MAX_VALUE, false);

    private final FuzzPlan plan;
    private final UsmEngine engine;
    private final List<FuzzedItem> items =
            IntStream.range(0, ITEMS).mapToObj(FuzzedItem::new).toList();
    private Optional<FuzzPlan.Step> step = Optional.empty();
    private @Nullable FuzzedItem item;
    private byte @Nullable [] spoilt;
    private volatile boolean over;

    FuzzedAnswers(FuzzPlan.Size size, FuzzLayer... layers) {
        engine = new Security() {}.engine();
        plan = new FuzzPlan(size, engine, decoy(items.getFirst(), 1, 1), layers);
    }

    FuzzPlan plan() {
        return plan;
    }

    /** The job that asks. */
    JobSpec.Poll poll(Target target) {
        return new JobSpec.Poll(items.stream().map(each -> each.of(target)).toList(), QUICK);
    }

    /** The job told of something. */
    void happened(JobEvent event) {
        if (event instanceof JobEvent.Samples some) {
            some.samples().forEach(sample -> items.get(sample.target()).arrived(sample));
        }
    }

    /** Nothing more is spoilt, and of every item a canary is waited for. */
    void end() {
        over = true;
        items.forEach(FuzzedItem::leaveAlone);
    }

    boolean allCanariesCame() {
        return items.stream().noneMatch(FuzzedItem::isWaiting);
    }

    List<String> problems() {
        List<String> all = new ArrayList<>();
        items.forEach(each -> all.addAll(each.problems()));
        return all;
    }

    FuzzedItem.Tally tally() {
        return items.stream()
                .map(FuzzedItem::tally)
                .reduce(FuzzedItem.Tally.ZERO, FuzzedItem.Tally::plus);
    }

    private static Pdu decoy(FuzzedItem item, int requestId, int number) {
        return new Pdu(Pdu.RESPONSE, requestId, 0, 0, item.decoys(number));
    }

    @Override
    public Device device() {
        Device device = new Device();
        items.forEach(each -> each.putInto(device));
        return device;
    }

    @Override
    public Pdu answer(Asked asked, Pdu good) {
        spoilt = null;
        item = itemOf(asked.pdu());
        if (item == null) {
            return good;
        }
        step = !over && item.takesSpoilt() ? plan.take() : Optional.empty();
        byte[] canary = item.canary(asked.number());
        List<Pdu.Variable> variables = new ArrayList<>();
        for (Pdu.Variable variable : good.variables()) {
            Name name = variable.asked();
            boolean isCanary = name.startsWith(FuzzedItem.ITEMS) && name.last() == 0;
            variables.add(isCanary ? variable.withValue(canary) : variable);
        }
        return good.withVariables(variables);
    }

    private @Nullable FuzzedItem itemOf(Pdu pdu) {
        return pdu.names().stream()
                .filter(name -> name.startsWith(FuzzedItem.ITEMS))
                .findFirst()
                .map(name -> items.get((int) name.at(FuzzedItem.ITEMS.size())))
                .orElse(null);
    }

    @Override
    public CommunityMessage message(Asked asked, CommunityMessage good) {
        spoil(engine, good.pdu().requestId(), good.pdu().requestId());
        return good;
    }

    @Override
    public Security security() {
        return new Security() {
            @Override
            public UsmEngine engine() {
                return engine;
            }

            @Override
            public byte[] seal(UsmEngine by, V3Message request, Pdu asked, byte[] scoped) {
                spoil(by, request.id(), asked.requestId());
                return by.message(request.id(), request.flags() & 3, scoped);
            }
        };
    }

    private void spoil(UsmEngine by, int messageId, int requestId) {
        if (item != null && step.isPresent()) {
            Pdu decoy = decoy(item, requestId, plan.taken());
            byte[] message = plan.spoilt(step.get(), by, messageId, decoy);
            item.spoiltSent(plan.readable(step.get(), by, message), decoy.octets());
            spoilt = message;
        }
    }

    @Override
    public List<Datagram> send(Asked asked, byte[] answer) {
        return spoilt == null
                ? List.of(Datagram.now(answer))
                : List.of(Datagram.now(spoilt), Datagram.now(answer));
    }
}
