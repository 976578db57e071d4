package dev.bulkhead.mibs.model;

/**
 * One object of an INDEX clause (RFC 2578 §7.7).
 *
 * @param object the object (or, in SMIv1, the bare type) named
 * @param syntax its resolved syntax, which decides how it is encoded in instance identifiers
 * @param implied whether IMPLIED stands before it
 */
public record IndexPart(Reference object, Syntax syntax, boolean implied) {}
