package dev.bulkhead.engine.diagnosis;

/**
 * What follows from the probes.
 *
 * @param sentence what is the matter, for the user, with a full stop
 * @param advice what to do next, likewise
 * @param pdus how many were sent
 */
public record Diagnosis(Cause cause, String sentence, String advice, int pdus) {}
