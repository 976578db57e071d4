package dev.bulkhead.app.tour;

import java.util.Optional;
import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * One station of a tour; its words are {@code tour.<id>.title} and {@code tour.<id>.text}.
 *
 * @param anchor finds the part it tells of, as a style sheet would
 * @param command what can be done there at once
 */
record TourStep(String id, String anchor, ArrowLocation arrow, Optional<String> command) {}
