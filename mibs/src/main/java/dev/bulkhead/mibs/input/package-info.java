/**
 * What a user hands over, made into plain files and names: folders are listed, archives unpacked,
 * the places where a machine keeps MIBs found, and files scanned for the modules they define
 * without being compiled.
 *
 * <p>All that is read here may be hostile: every size is counted, never believed; every name of an
 * archive's entry is checked before it becomes a path; what is refused is told by name, and the
 * rest is kept. Imports nothing of Bulkhead. All calls block; run them on a background thread.
 * Results are immutable. Start reading at {@link dev.bulkhead.mibs.input.FileList}, {@link
 * dev.bulkhead.mibs.input.HeaderScan} and {@link dev.bulkhead.mibs.input.ArchiveUnpacker}.
 */
@NullMarked
package dev.bulkhead.mibs.input;

import org.jspecify.annotations.NullMarked;
