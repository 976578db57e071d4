package dev.bulkhead.app.table;

/** One cell's place in a grid, however the grid is turned. */
record Slot(GridRow row, GridColumn column) {}
