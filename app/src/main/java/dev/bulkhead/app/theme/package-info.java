/**
 * How the window looks: themes, fonts, icons and the small parts all views share. Colours, fonts
 * and sizes stand in {@code bulkhead.css}, which uses only AtlantaFX's tokens, so every theme of
 * AtlantaFX works. JavaFX's thread. Start reading at {@link dev.bulkhead.app.theme.Parts}.
 */
@NullMarked
package dev.bulkhead.app.theme;

import org.jspecify.annotations.NullMarked;
