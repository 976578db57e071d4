package dev.bulkhead.app;

import dev.bulkhead.app.preferences.Appearance;
import dev.bulkhead.app.shell.CloseGuard;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.WindowMemory;
import dev.bulkhead.app.theme.Fonts;
import dev.bulkhead.app.theme.Themes;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window: a stage with the shell in it. On JavaFX's thread. */
final class App {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 640;

    private final Wiring wiring;
    private final Themes themes;
    private final Shell shell;
    private final Stage stage = new Stage();

    App(Wiring wiring) {
        this.wiring = wiring;
        // They are read while the window is built, and shown by what is built then.
        wiring.workbench().library().load(List.of());
        Fonts.load();
        themes = new Themes(wiring.workbench().preferences().theme());
        shell = new Shell(wiring.workbench(), wiring.ticker(), this::toggleTheme);
    }

    private void toggleTheme() {
        themes.toggle();
        wiring.workbench().preferences().themeProperty().set(themes.choice().name());
    }

    Stage show(String title) {
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Themes.style(scene);
        shell.commands().install(scene);
        stage.setTitle(title);
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Appearance.follow(wiring.workbench().preferences(), themes, shell.tabPane());
        CloseGuard.watch(stage, wiring.workbench());
        WindowMemory.follow(wiring.settings(), stage, shell);
        shell.showWhenLoaded();
        stage.show();
        return stage;
    }

    Shell shell() {
        return shell;
    }

    Themes themes() {
        return themes;
    }
}
