/**
 * Names to OIDs, values to text, and the plan of a job: what window and command line share. No
 * JavaFX. Start reading at {@link dev.bulkhead.app.naming.MibNames}.
 */
@NullMarked
package dev.bulkhead.app.naming;

import org.jspecify.annotations.NullMarked;
