/**
 * Text to tokens (RFC 2578 §3, ASN.1 X.208 §8). Never throws, whatever the text. Imports {@code
 * source} and {@code diagnostic} only. One lexer a file, one thread. Start reading at {@link
 * dev.bulkhead.mibs.lexer.Lexer}.
 */
@NullMarked
package dev.bulkhead.mibs.lexer;

import org.jspecify.annotations.NullMarked;
