/**
 * Poll sets: what is polled of which devices and how often, as a YAML file that people read and
 * write, that the window saves and opens, and that {@code bulkhead poll FILE} runs.
 *
 * <p>What the model means:
 *
 * <ul>
 *   <li>A {@link dev.bulkhead.app.pollset.PollSet} has devices by name, and blocks of polls.
 *   <li>A {@link dev.bulkhead.app.pollset.PollDevice} is an address and, by name only, the
 *       credential to ask with. No secret is ever part of a poll set. Without a name the device is
 *       asked as the command line says, or with the community {@code public}.
 *   <li>A {@link dev.bulkhead.app.pollset.PollBlock} asks each of its devices for each of its items
 *       at one interval. Its group is a heading and may stand over several blocks. Blocks of one
 *       interval share a worker process, unless they have different {@code process} numbers.
 *   <li>A {@link dev.bulkhead.app.pollset.PollItem} is an object or a formula over objects. An
 *       object is a name ({@code ifHCInOctets}, {@code IF-MIB::ifHCInOctets.1}) or an OID. A scalar
 *       needs no instance; a column is asked at the instances that are listed, each written as it
 *       would stand after the column's name and a dot, or at all that the device has ({@link
 *       dev.bulkhead.app.pollset.Instances.All}). A formula is written as in the window; counters
 *       in it are rates per second.
 *   <li>An alarm is raised beyond its limit and over once the value is back at {@code clear}, in
 *       the unit in which the window shows the value: bits a second for octets that are counted,
 *       else what is counted a second, or the value in its MIB's UNITS.
 * </ul>
 *
 * <p>Start reading at {@link dev.bulkhead.app.pollset.PollSetReader} and {@link
 * dev.bulkhead.app.pollset.PollSetWriter}. Imports a YAML parser (snakeyaml-engine, which yields a
 * tree with places and constructs no objects) and of the engine only {@code job}; no JavaFX, no
 * MIBs: names are resolved by who runs the set. Immutable values; any thread; nothing but {@link
 * dev.bulkhead.app.pollset.PollSetFile} touches files.
 */
@NullMarked
package dev.bulkhead.app.pollset;

import org.jspecify.annotations.NullMarked;
