/**
 * From files to credentials: {@link dev.bulkhead.engine.tsm.CertificateFiles} reads certificates
 * and private keys in the parent, so that workers get them in a frame and open no files.
 *
 * <p>Imports only {@code job}. Blocks as files do; any thread.
 */
@NullMarked
package dev.bulkhead.engine.tsm;

import org.jspecify.annotations.NullMarked;
