package dev.bulkhead.engine.job;

import dev.bulkhead.engine.diagnosis.Step;

/** A way to ask a device that does not answer. */
public record Attempt(Step step, Credential credential) {}
