/**
 * Tokens to a syntax tree: recursive descent, one class a family of constructs. The parser never
 * throws; what it cannot read it reports and skips to the next declaration, so that one fault costs
 * at most one definition. Imports {@code source}, {@code diagnostic}, {@code lexer}, {@code
 * syntax}. One parser a file, one thread. Start reading at {@link
 * dev.bulkhead.mibs.parser.FileParser}.
 */
@NullMarked
package dev.bulkhead.mibs.parser;

import org.jspecify.annotations.NullMarked;
