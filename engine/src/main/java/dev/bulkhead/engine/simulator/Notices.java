package dev.bulkhead.engine.simulator;

/** Who wants to know what happens to a device. */
interface Notices {
    Notices NONE =
            new Notices() {
                @Override
                public void rebooted() {}

                @Override
                public void alarmAsked() {}
            };

    /** The device has just started anew. */
    void rebooted();

    /** Somebody asked for a demo alarm. */
    void alarmAsked();
}
