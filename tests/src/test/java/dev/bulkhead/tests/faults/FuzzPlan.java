package dev.bulkhead.tests.faults;

import dev.bulkhead.tests.fuzz.FuzzCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The spoilt messages that a run sends, in order. One thread takes them, any may look. */
final class FuzzPlan {
    /** Any request's. */
    private static final int ID = 0x1234_5678;

    /**
     * How much is sent.
     *
     * @param stride every so many of the systematic cases
     * @param mixes beside these, of all layers together
     */
    record Size(int stride, int mixes, long seed) {}

    /** One of them. */
    record Step(FuzzLayer layer, int number) {}

    private final Map<FuzzLayer, FuzzCases> cases = new EnumMap<>(FuzzLayer.class);
    private final List<Step> steps = new ArrayList<>();
    private int systematic;
    private volatile int next;

    /**
     * A plan.
     *
     * @param pdu like those that will be spoilt
     */
    FuzzPlan(Size size, UsmEngine engine, Pdu pdu, FuzzLayer... layers) {
        for (FuzzLayer layer : layers) {
            FuzzCases of = FuzzCases.like(layer.good(engine, ID, pdu), size.seed());
            cases.put(layer, of);
            int first = Math.floorMod(size.seed(), size.stride());
            for (int number = first; number < of.systematic(); number += size.stride()) {
                steps.add(new Step(layer, number));
                systematic++;
            }
            for (int i = 0; i < size.mixes() / layers.length; i++) {
                steps.add(new Step(layer, of.systematic() + i));
            }
        }
        Collections.shuffle(steps, new Random(size.seed()));
    }

    /** The next one; empty when all were taken. */
    Optional<Step> take() {
        if (isDone()) {
            return Optional.empty();
        }
        int place = next;
        next = place + 1;
        return Optional.of(steps.get(place));
    }

    byte[] spoilt(Step step, UsmEngine engine, int messageId, Pdu pdu) {
        return step.layer().spoilt(cases.get(step.layer()), step.number(), engine, messageId, pdu);
    }

    /** What can be read of a message that was spoilt with the user's keys, if they are needed. */
    byte[] readable(Step step, UsmEngine engine, byte[] spoilt) {
        if (step.layer() != FuzzLayer.V3_SCOPED_PDU && step.layer() != FuzzLayer.V3_SIGNED) {
            return spoilt;
        }
        try {
            return engine.plain(V3Message.read(spoilt));
        } catch (RuntimeException e) {
            // Not even its beginning is one of a message, or no key fits.
            return spoilt;
        }
    }

    int size() {
        return steps.size();
    }

    int systematic() {
        return systematic;
    }

    int taken() {
        return next;
    }

    boolean isDone() {
        return next >= steps.size();
    }
}
