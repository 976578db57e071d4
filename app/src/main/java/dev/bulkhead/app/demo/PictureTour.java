package dev.bulkhead.app.demo;

import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Leads the window through its views with the demo network and takes pictures on the way. */
public final class PictureTour {
    private static final Duration FILL_CHART = Duration.ofSeconds(30);
    private static final Duration REHEARSED = Duration.ofSeconds(3);
    private static final int LIVE_ROUNDS = 8;
    private static final String LIVE = "live";
    private static final String FIRST_MINUTE = "first-minute";
    private static final String SIZES = "sizes";

    /** The pictures that the README shows; the whole tour has them too. */
    private static final String README = "readme";

    private static final List<String> CHARTED =
            List.of("ifHCInOctets.25", "ifHCOutOctets.25", "ifHCInOctets.26", "ifHCOutOctets.26");
    private static final List<String> POLLED =
            List.of("sysUpTime.0", "ifOperStatus.7", "ifInErrors.1");

    private final Stage stage;
    private final Workbench workbench;
    private final Shell shell;
    private final Scenes scenes;
    private final PacketScenes packets;
    private final MibScenes mibs;
    private final Consumer<ThemeChoice> theme;
    private Instant pollsBegun = Instant.EPOCH;
    private final ChangeScenes changes;

    public PictureTour(Stage stage, Shell shell, Workbench workbench, Consumer<ThemeChoice> theme) {
        this.stage = stage;
        this.workbench = workbench;
        this.theme = theme;
        this.shell = shell;
        scenes = new Scenes(shell, workbench);
        packets = new PacketScenes(shell, workbench, scenes);
        mibs = new MibScenes(shell, workbench);
        changes = new ChangeScenes(shell, workbench, scenes);
    }

    /** One part of the tour, which can be taken alone. */
    private record Chapter(String name, Consumer<Album> pictures) {}

    private List<Chapter> chapters() {
        return List.of(
                new Chapter(
                        FIRST_MINUTE,
                        album ->
                                new FirstMinute(shell, workbench, scenes, mibs)
                                        .take(album, this::startPolls)),
                new Chapter("browse", this::browse),
                new Chapter("runs", this::runs),
                new Chapter(LIVE, this::live),
                new Chapter("mibs", mibs::pictures),
                new Chapter("mib-details", mibs::details),
                new Chapter("set", changes::pictures),
                new Chapter("pop-ups", this::popUps),
                new Chapter("packets", packets::take),
                new Chapter("tables", this::tables),
                new Chapter(
                        "devices",
                        album -> new AgentScenes(shell, workbench, scenes).pictures(album)),
                new Chapter(
                        "notifications",
                        album -> new NotificationScenes(shell, workbench).take(album)),
                new Chapter(
                        "history",
                        album -> new HistoryChapter(shell, workbench, scenes).take(album)),
                new Chapter(
                        "watch",
                        album -> new WatchScenes(shell, workbench, scenes).pictures(album)),
                new Chapter(
                        "recordings",
                        album -> new RecordingScenes(shell, workbench).pictures(album)),
                new Chapter("shell", this::shell),
                new Chapter(SIZES, new SizeScenes(stage, shell, scenes)::plain),
                new Chapter(README, this::readme));
    }

    /**
     * Pictures of the chapters of these names in both themes; of all chapters, each in one of them,
     * if there are none. On the tour's own thread.
     *
     * @return how many pictures were taken
     * @throws IllegalArgumentException if there is no such chapter
     */
    public int pictures(Path folder, Set<String> chosen, PrintStream out) {
        List<String> known = chapters().stream().map(Chapter::name).toList();
        if (!known.containsAll(chosen)) {
            throw new IllegalArgumentException("there are the chapters " + known);
        }
        Album album = new Album(stage, theme, folder, out, !chosen.isEmpty());
        scenes.awaitMibs();
        if (!chosen.isEmpty() && !chosen.contains(FIRST_MINUTE)) {
            scenes.startDemo();
        }
        if (chosen.contains(LIVE) && !chosen.contains(FIRST_MINUTE)) {
            startPolls();
        }
        chapters().stream()
                .filter(chapter ->
                        chosen.isEmpty()
                                ? !chapter.name().equals(README)
                                : chosen.contains(chapter.name()))
                .forEach(chapter -> {
                    album.turn();
                    scenes.askTheSwitch();
                    chapter.pictures().accept(album);
                });
        return album.finish();
    }

    /** Whether pictures of {@link #longWords} belong to these chapters. */
    public static boolean hasLongWords(Set<String> chosen) {
        return chosen.isEmpty() || chosen.contains(SIZES);
    }

    /** Pictures of a window that speaks {@link dev.bulkhead.app.i18n.LongWords}; how many. */
    public int longWords(Path folder, PrintStream out) {
        Album album = new Album(stage, theme, folder, out, false);
        scenes.awaitMibs();
        scenes.startDemo();
        new SizeScenes(stage, shell, scenes).longWords(album);
        return album.finish();
    }

    private void readme(Album album) {
        startPolls();
        scenes.walk("ifTable");
        scenes.chooseRow();
        album.takeOne("results", ThemeChoice.LIGHT);
        new TableChapter(shell, workbench, scenes).live(album);
        FxSteps.pass(FILL_CHART.minus(Duration.between(pollsBegun, Instant.now())));
        scenes.showChart();
        album.takeOne("chart", ThemeChoice.DARK);
        scenes.askWrongly();
        album.takeOne("no-answer", ThemeChoice.LIGHT);
    }

    private void browse(Album album) {
        scenes.walk("ifTable");
        scenes.chooseRow();
        album.take("results");
        scenes.search("octets");
        album.take("search");
        scenes.endSearch();
        if (album.isThorough()) {
            scenes.table("ifTable");
            album.take("table");
        }
    }

    /** First of all, so that there is something to see when their turn comes. */
    private void startPolls() {
        scenes.poll(POLLED);
        scenes.graph(CHARTED);
        pollsBegun = Instant.now();
    }

    private void live(Album album) {
        if (!album.isThorough()) {
            return;
        }
        Duration since = Duration.between(pollsBegun, Instant.now());
        FxSteps.pass(FILL_CHART.minus(since));
        scenes.showPolls();
        album.take("poll");
        scenes.showChart();
        album.take("chart");
        scenes.killPoll();
        scenes.showPolls();
        album.take("poll-killed-worker");
        scenes.showChart();
        if (album.isThorough()) {
            album.take("chart-killed-worker");
        }
    }

    private void popUps(Album album) {
        album.takePopUp("jobs", scenes::showJobs);
        if (album.isThorough()) {
            album.takePopUp("credential", scenes::showCredential);
        }
        album.takePopUp("shortcuts", scenes::showShortcuts);
        scenes.closePopUps();
    }

    private void shell(Album album) {
        new ShellPictures(stage, shell, workbench, scenes).take(album);
    }

    private void runs(Album album) {
        scenes.walkOn("internet");
        album.takeOne("walking", ThemeChoice.LIGHT);
        scenes.awaitRun();
        scenes.walkAndKill("internet");
        album.take("killed-worker");
        if (album.isThorough()) {
            scenes.askWrongly();
            album.take("no-answer");
        }
    }

    private void tables(Album album) {
        new TableChapter(shell, workbench, scenes).take(album);
    }

    /**
     * What most users do, without pictures, so that its classes are in the window's AOT cache.
     *
     * @return that no picture was taken
     */
    public int rehearse() {
        scenes.awaitMibs();
        scenes.startDemo();
        scenes.get("sysDescr");
        scenes.walk("ifTable");
        scenes.chooseRow();
        scenes.search("octets");
        scenes.endSearch();
        scenes.table("ifTable");
        scenes.graph(CHARTED);
        scenes.showPolls();
        FxSteps.pass(REHEARSED);
        scenes.showChart();
        FxSteps.pass(REHEARSED);
        mibs.showSource();
        scenes.showJobs();
        scenes.closePopUps();
        FxSteps.tell(() -> theme.accept(ThemeChoice.DARK));
        FxSteps.pass(REHEARSED);
        return 0;
    }

    /** The demo of a machine without display; the number of pictures taken. */
    public int demo(Path folder, PrintStream out) {
        Album album = new Album(stage, theme, folder, out, true);
        DemoTalk talk = new DemoTalk(workbench, out);
        scenes.awaitMibs();
        talk.mibs();
        album.take("empty");
        scenes.startDemo();
        talk.devices();
        scenes.walk("ifTable");
        talk.run();
        album.take("results");
        scenes.table("ifTable");
        album.take("table");
        scenes.graph(CHARTED);
        talk.poll(CHARTED, LIVE_ROUNDS);
        scenes.showPolls();
        album.take("poll");
        scenes.showChart();
        album.take("chart");
        return album.finish();
    }
}
