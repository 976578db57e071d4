package dev.bulkhead.app.polling;

import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.settings.Settings;

/**
 * What the window lends the view of polls.
 *
 * @param undo takes back what was removed
 * @param desk knows names and targets for formulas
 * @param settings keep the columns
 */
public record PollOffers(UndoStack undo, FormulaDesk desk, Settings settings) {}
