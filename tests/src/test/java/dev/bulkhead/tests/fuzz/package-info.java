/**
 * Spoils well-formed messages of BER in thousands of ways, each with a number from which it can be
 * made again. Knows elements, not SNMP, and no other package of these tests. Start reading at
 * {@link dev.bulkhead.tests.fuzz.FuzzCases}.
 */
@NullMarked
package dev.bulkhead.tests.fuzz;

import org.jspecify.annotations.NullMarked;
