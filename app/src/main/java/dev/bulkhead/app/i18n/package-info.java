/**
 * The words the window shows. All of them stand in {@code words.properties}; no user text stands in
 * Java. MIB text and what agents send is shown as it is and never goes through here. Any thread.
 */
@NullMarked
package dev.bulkhead.app.i18n;

import org.jspecify.annotations.NullMarked;
