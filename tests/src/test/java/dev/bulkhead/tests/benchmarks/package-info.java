/**
 * Measurements that a person starts and reads: each class has a {@code main} and prints what it
 * found. None of them runs in {@code mvn verify}, because a shared machine would decide the result.
 */
package dev.bulkhead.tests.benchmarks;
