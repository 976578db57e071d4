package dev.bulkhead.engine.snmp;

/** An address where messages come in; it is open already. */
interface Inlet {
    int port();

    /** Begins to receive. */
    void begin();

    /** Receives nothing more, and gives the port back. */
    void close();
}
