package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.notification.NotificationFile.Form;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.saving.SaveForms;
import dev.bulkhead.app.saving.SaveNames;
import dev.bulkhead.app.saving.SaveRequest;
import java.util.List;
import java.util.function.Consumer;

/** Where listed notifications are saved, and in which form. */
final class NotificationSaving {
    private NotificationSaving() {}

    static SaveBar<Form> bar(NotificationsViewModel model, Consumer<String> told) {
        SaveBar<Form> bar =
                new SaveBar<>(
                        new SaveNames("notifications", "export", "notifications"),
                        new SaveForms<>(List.of(Form.values()), Form::extension, Form::extension),
                        request -> save(model, request));
        bar.onSaved(told);
        return bar;
    }

    private static void save(NotificationsViewModel model, SaveRequest<Form> request) {
        List<NotificationLine> oldestFirst = List.copyOf(model.rows()).reversed();
        MibNames names = model.textsProperty().get().names();
        request.write(
                "save-notifications",
                file ->
                        NotificationFile.write(
                                oldestFirst, file, request.form(), request.mayReplace(), names),
                Words.text(
                        "notifications.export.done",
                        oldestFirst.size(),
                        request.file().toString()));
    }
}
