/**
 * The demo network and what it is good for: a first look, the off-screen demo of a machine without
 * display, and the pictures of the window. Start reading at {@link
 * dev.bulkhead.app.demo.DemoNetwork}.
 */
@NullMarked
package dev.bulkhead.app.demo;

import org.jspecify.annotations.NullMarked;
