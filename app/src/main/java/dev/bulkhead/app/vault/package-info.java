/**
 * The user's credentials and where they are kept: one file, sealed with a key that the operating
 * system keeps or that a master passphrase gives. Nothing secret is ever written in plain text.
 *
 * <p>Without JavaFX, for the window and the command line; all methods may block. A {@link
 * dev.bulkhead.app.vault.Recipe} is what the user typed, a credential is what is made of it. Start
 * reading at {@link dev.bulkhead.app.vault.Vault}.
 */
@NullMarked
package dev.bulkhead.app.vault;

import org.jspecify.annotations.NullMarked;
