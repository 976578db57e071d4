package dev.bulkhead.app.packets;

import dev.bulkhead.app.export.PcapngWriter.Form;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.saving.SaveForms;
import dev.bulkhead.app.saving.SaveNames;
import dev.bulkhead.app.saving.SaveRequest;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.trace.Packet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;

/** Where packets are saved, and in which form; says what will be in the file. */
final class SaveForm {
    private SaveForm() {}

    /**
     * A bar that is hidden until it is opened.
     *
     * @param packets those to save
     * @param saved is told what was saved
     */
    static SaveBar<Form> bar(Supplier<List<Packet>> packets, Consumer<String> saved) {
        SaveBar<Form> bar =
                new SaveBar<>(
                        new SaveNames("packets", "save", "bulkhead"),
                        new SaveForms<>(
                                List.of(Form.READ, Form.AS_SENT), SaveForm::key, _ -> "pcapng"),
                        request -> save(packets.get(), request));
        Label holds = Parts.label("packets-save-holds", "muted");
        holds.setWrapText(true);
        bar.addBelow(holds);
        bar.formProperty().subscribe(form -> sayWhatItHolds(holds, form));
        bar.onSaved(saved);
        return bar;
    }

    private static void sayWhatItHolds(Label holds, Form form) {
        holds.setText(Words.text("packets.save.holds." + key(form)));
        boolean secret = form == Form.AS_SENT;
        holds.getStyleClass().setAll("label", secret ? "warning-text" : "muted");
    }

    private static String key(Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void save(List<Packet> packets, SaveRequest<Form> request) {
        request.write(
                "save-packets",
                file -> PacketSaving.save(packets, file, request.form(), request.mayReplace()),
                Words.text("packets.save.done", packets.size(), request.file().toString()));
    }
}
