/**
 * The loaded modules, the tree over them, its search, and the one object that is current: tree
 * selection and OID bar are two views of {@link dev.bulkhead.app.mibtree.CurrentObject} and so
 * always agree. Compiling and searching run on virtual threads.
 */
@NullMarked
package dev.bulkhead.app.mibtree;

import org.jspecify.annotations.NullMarked;
