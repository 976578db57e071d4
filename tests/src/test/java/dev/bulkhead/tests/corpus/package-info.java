/**
 * Counting over real MIB collections, which are never part of the repository: what stands in the
 * texts ({@link dev.bulkhead.tests.corpus.ObjectTypeCounter}, a reader of its own that shares no
 * code with the compiler), what Bulkhead makes of it ({@link
 * dev.bulkhead.tests.corpus.CompiledCorpus}, the only class here that knows the compiler), and what
 * net-snmp makes of it ({@link dev.bulkhead.tests.corpus.NetSnmp}). The programs that a person
 * starts are in {@code benchmarks}.
 */
package dev.bulkhead.tests.corpus;
