/**
 * From passphrase to key: {@link dev.bulkhead.engine.usm.PassphraseKeys} makes the key Ku of RFC
 * 3414 A.2 with plain JCA in the parent and keeps it in memory, {@link
 * dev.bulkhead.engine.usm.UserKeys} carries it to the worker, which only localizes it. {@link
 * dev.bulkhead.engine.usm.KeyDerivation} has the arithmetic of both.
 *
 * <p>Why here: hashing a megabyte costs 2.4 ms warm and 16-46 ms in a fresh JVM, and SNMP4J would
 * do it on the thread that receives. Imports only {@code job}. Any thread.
 */
@NullMarked
package dev.bulkhead.engine.usm;

import org.jspecify.annotations.NullMarked;
