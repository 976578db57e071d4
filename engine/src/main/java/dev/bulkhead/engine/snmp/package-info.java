/**
 * SNMP itself: sessions, exchanges, walks, tables and polls. What v1, v2c and USM users ask, and is
 * answered, are messages of our own ({@code OwnMessages}); digests and ciphers, messages with
 * certificates and all notifications are SNMP4J's. Only this package and {@code simulator} import
 * {@code org.snmp4j}.
 *
 * <p>Everything runs on the one thread of a {@code Loop}: receiving, timers, decoding, callbacks.
 * So nothing here is locked, and a walk whose output blocks simply stops asking. A listener alone
 * has threads beside it, which {@code ListenJob} names. Runs in workers only; must not import
 * {@code worker} or {@code supervisor}. Start reading at {@link dev.bulkhead.engine.snmp.SnmpJobs},
 * then {@code Session}.
 *
 * <p>SNMP4J's {@code Snmp}, {@code TreeUtils} and {@code TableUtils} are not used: matching,
 * retries and reports are our own (see {@code Session}), because theirs lose reports, keep every
 * request until its timeout, and end walks early.
 */
@NullMarked
package dev.bulkhead.engine.snmp;

import org.jspecify.annotations.NullMarked;
