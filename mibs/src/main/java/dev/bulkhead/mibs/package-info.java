/**
 * The SMI compiler's face: {@link dev.bulkhead.mibs.MibRepository} says where MIB files lie, {@link
 * dev.bulkhead.mibs.MibCompiler} compiles them or finds them in a {@link
 * dev.bulkhead.mibs.MibCache}, {@link dev.bulkhead.mibs.Compilation} is what comes out.
 *
 * <p>Only this package and {@code input} read files. Needs {@code java.base} only and never opens a
 * socket.
 */
@NullMarked
package dev.bulkhead.mibs;

import org.jspecify.annotations.NullMarked;
