/**
 * Values and instance identifiers between wire and eye: DISPLAY-HINT (RFC 2579 §3.1), named
 * numbers, BITS, and INDEX to and from instance identifiers (RFC 2578 §7.7). Pure functions; any
 * thread.
 */
@NullMarked
package dev.bulkhead.mibs.display;

import org.jspecify.annotations.NullMarked;
