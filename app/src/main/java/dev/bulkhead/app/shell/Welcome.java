package dev.bulkhead.app.shell;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What stands where results will be: what to do first. */
final class Welcome extends VBox {
    private static final List<String> HINTS =
            List.of("focus-address", "find", "run-again", "palette");

    Welcome(Commands commands) {
        setId("welcome");
        getStyleClass().add("empty-state");
        Button load = commands.button("load-mibs");
        Button demo = commands.button("start-demo");
        load.setId("welcome-load-mibs");
        demo.setId("welcome-start-demo");
        demo.setText(Words.text("welcome.demo"));
        demo.getStyleClass().add(Styles.ACCENT);
        FlowPane buttons = new FlowPane(load, demo);
        buttons.getStyleClass().add("empty-buttons");
        FlowPane hints = new FlowPane();
        hints.getStyleClass().add("empty-hints");
        HINTS.stream().map(commands::get).map(Welcome::hint).forEach(hints.getChildren()::add);
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignR.ROUTER_NETWORK, "hero"),
                        Parts.words("welcome.title", "empty-title"),
                        Parts.words("welcome.text", "muted"),
                        buttons,
                        hints);
    }

    private static Label hint(Command command) {
        Label hint = Parts.label("hint-" + command.id(), "muted");
        String key = command.key().map(k -> k.getDisplayText()).orElse("");
        hint.setText(Words.text("welcome.hint", key, Words.text("hint." + command.id())));
        return hint;
    }
}
