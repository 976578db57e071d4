package dev.bulkhead.app.demo;

import dev.bulkhead.app.help.GuideView;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/** The pictures of the guide's pages, and pictures of the guide. On the tour's thread. */
final class GuideScenes {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 660;
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final double SMALL_WIDTH = 1024;
    private static final double SMALL_HEIGHT = 640;

    /** A picture of a page is read meanwhile. */
    private static final Duration READ = Duration.ofMillis(400);

    private static final String TABS = "#tabs-frame";

    private final Stage stage;
    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    GuideScenes(Stage stage, Shell shell, Workbench workbench, Scenes scenes) {
        this.stage = stage;
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    /**
     * One picture for each page that has one.
     *
     * @param charted begins the polls and waits until there is something to see
     */
    void pages(Album whole, MibScenes mibs, ChangeScenes changes, Runnable charted) {
        Album album = whole.only(shots());
        resize(WIDTH, HEIGHT);
        scenes.walk("ifTable");
        scenes.chooseRow();
        album.take("window");
        album.take("results");
        scenes.search("octets");
        album.take("search");
        scenes.endSearch();
        new TableChapter(shell, workbench, scenes).live(album);
        new PacketScenes(shell, workbench, scenes).ofVersion2(album);
        charted.run();
        scenes.showChart();
        album.take("chart");
        WatchScenes watch = new WatchScenes(shell, workbench, scenes);
        scenes.showPolls();
        watch.typing(album);
        watch.processes(album);
        new NotificationScenes(shell, workbench).some(album);
        run("receive");
        run("recordings");
        new RecordingScenes(shell, workbench).replayed(album);
        run("stop-recording");
        scenes.askTheSwitch();
        mibs.pictures(album);
        changes.pictures(album);
        // Before devices have a credential of their own.
        scenes.askWrongly();
        album.take("no-answer");
        scenes.askTheSwitch();
        new AgentScenes(shell, workbench, scenes).devices(album);
        scenes.askTheSwitch();
        var _ = new HistoryChapter(shell, workbench, scenes).week(album);
        resize(USUAL_WIDTH, USUAL_HEIGHT);
    }

    private static Map<String, Album.Shot> shots() {
        Map<String, Album.Shot> shots = new LinkedHashMap<>();
        shots.put("window", new Album.Shot("quick-start", Camera.WINDOW));
        shots.put("search", new Album.Shot("find", "#split"));
        shots.put("results", new Album.Shot("ask", TABS));
        shots.put("table-live", new Album.Shot("tables", TABS));
        shots.put("packets-v2c", new Album.Shot("packets", TABS));
        shots.put("chart", new Album.Shot("poll-and-chart", TABS));
        shots.put("watch-formula-completion", new Album.Shot("formulas", TABS));
        shots.put("watch-processes", new Album.Shot("processes", TABS));
        shots.put("notifications", new Album.Shot("notifications", TABS));
        shots.put("recordings-list", new Album.Shot("flight-recorder", TABS));
        shots.put("mib-fix", new Album.Shot("mibs", TABS));
        shots.put("set-confirm", new Album.Shot("set-values", "#shell"));
        shots.put("devices", new Album.Shot("devices", TABS));
        shots.put("history", new Album.Shot("history", TABS));
        shots.put("no-answer", new Album.Shot("silent-device", TABS));
        return shots;
    }

    /** The guide itself: a page, a search, one without hits, and little room. */
    void guide(Album album) {
        run("guide-first");
        FxSteps.pass(READ);
        album.take("guide");
        if (!album.isThorough()) {
            return;
        }
        run("guide-search");
        look("passphrase");
        album.take("guide-search");
        look("passphrase of a pony");
        album.takeOne("guide-nothing", ThemeChoice.LIGHT);
        look("");
        turn("history");
        album.take("guide-table");
        turn("keyboard");
        album.takeOne("guide-keyboard", ThemeChoice.DARK);
        turn("ask");
        resize(SMALL_WIDTH, SMALL_HEIGHT);
        album.take("guide-small");
        resize(USUAL_WIDTH, USUAL_HEIGHT);
    }

    private void look(String words) {
        FxSteps.tell(() -> {
            Node found = shell.lookup("#guide-search");
            if (found instanceof TextField field) {
                field.setText(words);
            }
        });
    }

    private void turn(String page) {
        look(page);
        FxSteps.tell(() -> {
            if (shell.lookup("#guide") instanceof GuideView view) {
                view.model().open(page);
            }
        });
        look("");
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void resize(double width, double height) {
        FxSteps.tell(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }
}
