package dev.bulkhead.engine.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * What is fixed about an interface; shared by all devices of a model.
 *
 * @param index ifIndex
 * @param type ifType (IANAifType-MIB)
 * @param megabits ifHighSpeed
 * @param alias ifAlias until it is written
 */
record PortPlan(
        int index,
        String name,
        String descr,
        int type,
        long megabits,
        Start start,
        Traffic in,
        Traffic out,
        String alias) {
    /** How an interface comes up. */
    enum Start {
        UP,
        /** Administratively down. */
        DISABLED,
        /** Nothing is plugged in. */
        UNPLUGGED,
        /** Its link goes up and down. */
        FLAPPING
    }

    /** Whether it is a real port, with a plug and a MAC address. */
    boolean isPhysical() {
        return type == 6;
    }

    /** Reads plans of lines {@code index|name|descr|type|megabits|start|in kB/s|out kB/s|alias}. */
    static List<PortPlan> read(String resource) {
        return ModelText.lines(resource).stream().map(PortPlan::parse).toList();
    }

    private static PortPlan parse(String line) {
        List<String> f = Arrays.asList(line.split("\\|", -1));
        int index = Integer.parseInt(f.get(0));
        return new PortPlan(
                index,
                f.get(1),
                f.get(2),
                Integer.parseInt(f.get(3)),
                Long.parseLong(f.get(4)),
                Start.valueOf(f.get(5)),
                Traffic.around(Long.parseLong(f.get(6)), index),
                Traffic.around(Long.parseLong(f.get(7)), index + 3),
                f.get(8));
    }
}
