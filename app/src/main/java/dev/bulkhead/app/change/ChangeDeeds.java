package dev.bulkhead.app.change;

/** What the commands of this package do to the window, which does it. */
public interface ChangeDeeds {
    /** Opens an editor over the value in focus. */
    void editValue();

    /** Opens the form of a new row of the table shown. */
    void insertRow();

    /** The same, filled with the row in focus. */
    void duplicateRow();

    /** Proposes to remove the rows in focus. */
    void deleteRows();

    /** Shows the log of changes. */
    void showChanges();

    /** Proposes the way back from the entries chosen in the log, or from the last change. */
    void setBack();
}
