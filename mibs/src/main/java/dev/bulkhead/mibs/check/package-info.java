/**
 * The rules of RFC 2578 to 2580, and of RFC 1212 for SMIv1, that a module can break without losing
 * anything: a class a group of rules, syntax and model in, diagnostics out. Pure functions; they
 * run on demand, never while modules are compiled. Any thread, one sink a run. Start reading at
 * {@link dev.bulkhead.mibs.check.Checks}.
 */
@NullMarked
package dev.bulkhead.mibs.check;

import org.jspecify.annotations.NullMarked;
