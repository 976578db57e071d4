package dev.bulkhead.app.chart;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What mouse and keys do to a plot: the wheel zooms around the mouse, dragging moves through time,
 * a double click goes back to live. By keys: arrows move the cross-hair, and the plot where that is
 * at its end; plus and minus zoom around it; with Shift, arrows move the plot; Home and End go to
 * the oldest values and back to live; G and M go to the next gap and mark, with Shift to the one
 * before.
 */
final class PlotHands {
    private static final double ZOOM = 0.5;
    private static final double WHEEL = 0.8;
    private static final double KEY_STEP = 8;
    private static final double PAN_SHARE = 0.25;

    /** A gap that is sought is shown with so many times its length around it. */
    private static final long AROUND_GAP = 4;

    private static final long LEAST_AROUND_MILLIS = 20_000;

    private final Plot plot;
    private final ChartViewModel model;
    private double pressedAt = Double.NaN;
    private boolean dragged;

    PlotHands(Plot plot, ChartViewModel model) {
        this.plot = plot;
        this.model = model;
        plot.setOnMouseMoved(event -> plot.point(event.getX()));
        plot.setOnMouseExited(_ -> plot.point(Double.NaN));
        plot.setOnMousePressed(this::pressed);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseClicked(this::clicked);
        plot.setOnScroll(this::scroll);
        plot.setOnKeyPressed(this::key);
    }

    private void pressed(MouseEvent event) {
        plot.requestFocus();
        pressedAt = event.getX();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || Double.isNaN(pressedAt)) {
            return;
        }
        long millis = plot.momentAt(pressedAt) - plot.momentAt(event.getX());
        if (millis != 0) {
            dragged = true;
            model.pan(millis);
            pressedAt = event.getX();
            plot.changed();
        }
        plot.point(event.getX());
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && !dragged && model.isZoomed()) {
            live();
        }
    }

    private void scroll(ScrollEvent event) {
        double steps = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (steps == 0) {
            return;
        }
        if (event.isShiftDown() || event.getDeltaY() == 0) {
            pan(steps > 0 ? -PAN_SHARE : PAN_SHARE);
        } else {
            model.zoom(steps > 0 ? WHEEL : 1 / WHEEL, plot.momentAt(event.getX()));
            plot.changed();
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean shift = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> left(shift);
            case RIGHT -> right(shift);
            case PAGE_UP -> pan(-1);
            case PAGE_DOWN -> pan(1);
            case PLUS, EQUALS, ADD -> zoom(ZOOM);
            case MINUS, UNDERSCORE, SUBTRACT -> zoom(1 / ZOOM);
            case HOME -> oldest();
            case END -> live();
            case G -> nextGap(shift ? -1 : 1);
            case M -> nextMark(shift ? -1 : 1);
            case ESCAPE -> escape();
            default -> {
                if (!isSign(event)) {
                    return;
                }
            }
        }
        event.consume();
    }

    /** Plus and minus lie elsewhere on every keyboard. */
    private boolean isSign(KeyEvent event) {
        String text = event.getText();
        if (event.getCode() == KeyCode.UNDEFINED || text.isEmpty()) {
            return false;
        }
        if (text.equals("+") || text.equals("-")) {
            zoom(text.equals("+") ? ZOOM : 1 / ZOOM);
            return true;
        }
        return false;
    }

    private double cross() {
        return Double.isNaN(plot.pointer()) ? plot.left() + plot.plotWidth() : plot.pointer();
    }

    private void left(boolean shift) {
        step(shift, -1);
    }

    private void right(boolean shift) {
        step(shift, 1);
    }

    private void step(boolean whole, int way) {
        double to = cross() + way * KEY_STEP;
        boolean outside = to < plot.left() || to > plot.left() + plot.plotWidth();
        if (whole || outside) {
            pan(way * PAN_SHARE);
        } else {
            plot.point(to);
            plot.say();
        }
    }

    /** Moves by a share of what is shown. */
    private void pan(double share) {
        TimeAxis time = plot.picture().time();
        model.pan(Math.round((time.toMillis() - time.fromMillis()) * share));
        plot.changed();
    }

    private void zoom(double factor) {
        double x =
                Double.isNaN(plot.pointer()) ? plot.left() + plot.plotWidth() / 2 : plot.pointer();
        model.zoom(factor, plot.momentAt(x));
        plot.changed();
    }

    private void oldest() {
        model.oldest();
        plot.changed();
        plot.point(plot.left());
        plot.say();
    }

    private void live() {
        model.backToLive();
        plot.point(Double.NaN);
        plot.changed();
        plot.say();
    }

    private void escape() {
        if (Double.isNaN(plot.pointer())) {
            live();
        } else {
            plot.point(Double.NaN);
            plot.say();
        }
    }

    /** Goes to a gap, and near enough to see it. */
    private void nextGap(int by) {
        model.gapFrom(plot.momentAt(cross()), by)
                .ifPresent(gap -> {
                    TimeAxis time = plot.picture().time();
                    long middle = ChartViewModel.middle(gap);
                    long length = gap.toMillis() - gap.fromMillis();
                    boolean isSeen =
                            time.position(gap.fromMillis()) > 0
                                    && time.position(gap.toMillis()) < 1;
                    double pixels =
                            plot.plotWidth()
                                    * length
                                    / (double) (time.toMillis() - time.fromMillis());
                    if (!isSeen || pixels < KEY_STEP) {
                        long around = Math.max(LEAST_AROUND_MILLIS, length * AROUND_GAP) / 2;
                        model.show(middle - around, middle + around);
                    } else {
                        model.show(time.fromMillis(), time.toMillis());
                    }
                    plot.changed();
                    pointAt(middle);
                });
    }

    private void nextMark(int by) {
        model.markFrom(plot.momentAt(cross()), by)
                .ifPresent(mark -> {
                    TimeAxis time = plot.picture().time();
                    long length = time.toMillis() - time.fromMillis();
                    boolean isSeen =
                            time.position(mark.timeMillis()) > 0
                                    && time.position(mark.timeMillis()) < 1;
                    long from = isSeen ? time.fromMillis() : mark.timeMillis() - length / 2;
                    model.show(from, from + length);
                    plot.changed();
                    pointAt(mark.timeMillis());
                });
    }

    private void pointAt(long moment) {
        plot.point(plot.left() + plot.picture().time().position(moment) * plot.plotWidth());
        plot.say();
    }
}
