package dev.bulkhead.app.shell;

import dev.bulkhead.app.AppVersion;
import dev.bulkhead.app.about.AboutView;
import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.history.HistoryFiles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.CacheFolders;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.image.Image;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Opens the About page. */
final class AboutPage {
    private static final String ICON = "/dev/bulkhead/app/icons/bulkhead-128.png";

    private AboutPage() {}

    static void show(Shell shell, Workbench workbench) {
        shell.tabs().page("about", MaterialDesignI.INFORMATION_OUTLINE, () -> view(workbench));
    }

    private static AboutView view(Workbench workbench) {
        Image icon = new Image(Objects.requireNonNull(AboutPage.class.getResourceAsStream(ICON)));
        return new AboutView(
                AppVersion.current().full(), kept(workbench), icon, ClipboardText::put);
    }

    /** Where this user's things are; removing the program leaves them. */
    private static String kept(Workbench workbench) {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name", "");
        return workbench
                .services()
                .settings()
                .folder()
                .map(settings ->
                        Words.text(
                                "about.kept",
                                settings,
                                HistoryFiles.ofUser(System.getenv(), home, system)
                                        .resolveSibling(""),
                                CacheFolders.of(System.getenv(), home)))
                .orElse("");
    }
}
