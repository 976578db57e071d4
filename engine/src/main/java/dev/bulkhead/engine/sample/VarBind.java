package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;

/** A variable binding (RFC 3416 §3): an instance's name and its value or exception. */
public record VarBind(Oid name, SmiValue value) {}
