package dev.bulkhead.app.palette;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import javafx.scene.input.KeyCombination;

/** One line of the palette. */
sealed interface PaletteEntry {
    /** What it is called. */
    String title();

    /** Its key, or where it stands. */
    String note();

    /** Whether it can be done now. */
    boolean isPossible();

    /** Something to do. */
    record OfCommand(Command command) implements PaletteEntry {
        @Override
        public String title() {
            return command.text();
        }

        @Override
        public String note() {
            return command.key().map(KeyCombination::getDisplayText).orElse("");
        }

        @Override
        public boolean isPossible() {
            return command.enabled().get();
        }
    }

    /** An object to go to. */
    record OfObject(MibNode node) implements PaletteEntry {
        @Override
        public String title() {
            return node.name();
        }

        @Override
        public String note() {
            return node.definition().map(Definition::module).orElse("");
        }

        @Override
        public boolean isPossible() {
            return true;
        }
    }
}
