package dev.bulkhead.app.recording;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.flight.RecordingPlan;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What of a device is to be recorded, how often and for how long. */
final class RecordBar extends InPlaceBar {
    private static final List<Duration> EVERY =
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));
    private static final List<Duration> LASTS =
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(8));

    private final Supplier<MibNames> names;
    private final Consumer<RecordingPlan> record;
    private final TextField oids;
    private final ComboBox<Duration> every;
    private final ComboBox<Duration> lasts;
    private Whom whom = new Whom("", List.of());

    /** Whom to record: at most one target, whose name is what the user calls it. */
    record Whom(String name, List<Target> target) {}

    RecordBar(Supplier<MibNames> names, Consumer<RecordingPlan> record) {
        super("record");
        this.names = names;
        this.record = record;
        oids = field("record-oids", "record.oids", this::start);
        every = choice("record-every", "record.every", EVERY);
        lasts = choice("record-lasts", "record.lasts", LASTS);
        lasts.disableProperty().bind(every.valueProperty().map(Duration::isZero));
        Button start =
                Parts.button("record-start", MaterialDesignR.RECORD_CIRCLE_OUTLINE, this::start);
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(USE_PREF_SIZE);
        add(oids, closer("record-close"));
        addBelow(every, lasts, Parts.spacer(), start);
        note(Words.text("record.note"));
    }

    private static ComboBox<Duration> choice(String id, String key, List<Duration> choices) {
        ComboBox<Duration> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(Words.text(key));
        box.setMinWidth(USE_PREF_SIZE);
        box.getItems().setAll(choices);
        box.setConverter(new TimeConverter(key));
        box.setValue(choices.getFirst());
        return box;
    }

    /** Asks what to record of a device. */
    void open(Whom asked) {
        whom = asked;
        title().setText(Words.text("record.title.of", asked.name()));
        open(oids);
    }

    private void start() {
        List<Oid> roots = new ArrayList<>();
        try {
            for (String text : oids.getText().strip().split("[\\s,]+", -1)) {
                if (!text.isEmpty()) {
                    roots.add(names.get().resolve(text));
                }
            }
        } catch (UnknownNameException e) {
            say(Words.text("record.unknown", String.valueOf(e.getMessage())));
            return;
        }
        Duration pause = every.getValue();
        record.accept(
                new RecordingPlan(
                        whom.target().getFirst(),
                        whom.name(),
                        roots.isEmpty() ? List.of(RecordingPlan.EVERYTHING) : roots,
                        true,
                        pause,
                        pause.isZero() ? Duration.ZERO : lasts.getValue()));
        close();
    }

    /** Times in words. */
    private static final class TimeConverter extends StringConverter<Duration> {
        private final String key;

        TimeConverter(String key) {
            this.key = key;
        }

        @Override
        public String toString(Duration time) {
            if (time == null) {
                return "";
            }
            return time.isZero()
                    ? Words.text(key + ".zero")
                    : Words.text(key + ".time", RecordingWords.time(time));
        }

        @Override
        public Duration fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
