package dev.bulkhead.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the README and the guide are what this build shows: the program takes all of them
 * anew, and each must look like the one that is kept. Values, times and lines of charts differ;
 * what stands where does not. {@code UPDATE_GOLDEN=1} keeps the new ones.
 */
class PicturesTest {
    /** What the program takes the pictures with, as the README says. */
    static final List<String> CHAPTERS = List.of("readme", "guide");

    /**
     * Of pictures of one view at least 0.91 of the blocks were alike, of two views at most 0.73.
     */
    private static final double ALIKE = 0.85;

    private static final long LARGEST_BYTES = 120 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir private Path folder;

    /** All pictures that the texts show, by name; of the guide's the dark ones too. */
    private static Map<String, Path> shown() {
        Map<String, Path> shown = new TreeMap<>();
        for (Doc doc : Doc.all()) {
            for (Path picture : doc.pictures()) {
                shown.put(String.valueOf(picture.getFileName()), picture);
                if (picture.startsWith(Doc.PAGES)) {
                    String dark = picture.getFileName().toString().replace("-light", "-dark");
                    shown.put(dark, picture.resolveSibling(dark));
                }
            }
        }
        return shown;
    }

    @Test
    void everyPictureIsThereSmallAndUsed() throws IOException {
        Map<String, Path> shown = shown();
        assertThat(shown).hasSizeGreaterThan(30);
        for (Path picture : shown.values()) {
            assertThat(picture).isRegularFile();
            if (picture.startsWith(Doc.PAGES)) {
                assertThat(Files.size(picture)).as(picture.toString()).isLessThan(LARGEST_BYTES);
            }
        }
        for (Path place :
                List.of(
                        Doc.PAGES.resolve("pictures"),
                        Doc.readme().file().resolveSibling("app/src/pictures"))) {
            try (Stream<Path> kept = Files.list(place)) {
                assertThat(shown.values()).containsAll(kept.toList());
            }
        }
    }

    @Test
    void everyPictureIsOfThisBuild() throws Exception {
        Process program =
                Bulkhead.builder(
                                folder,
                                List.of(),
                                "--pictures",
                                folder.resolve("new").toString(),
                                CHAPTERS.get(0),
                                CHAPTERS.get(1))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();

        Map<String, Path> shown = shown();
        try (Stream<Path> taken = Files.list(folder.resolve("new"))) {
            assertThat(taken.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(shown.keySet());
        }
        if (System.getenv("UPDATE_GOLDEN") != null) {
            for (Map.Entry<String, Path> kept : shown.entrySet()) {
                Files.copy(
                        folder.resolve("new").resolve(kept.getKey()),
                        kept.getValue(),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, Double> unlike = new TreeMap<>();
        for (Map.Entry<String, Path> kept : shown.entrySet()) {
            double alike =
                    Likeness.of(kept.getValue(), folder.resolve("new").resolve(kept.getKey()));
            System.getLogger("pictures")
                    .log(System.Logger.Level.DEBUG, kept.getKey() + " " + alike);
            if (alike < ALIKE) {
                unlike.put(kept.getKey(), alike);
            }
        }
        assertThat(unlike).as("UPDATE_GOLDEN=1 keeps those that were taken now").isEmpty();
    }

    @Test
    void picturesOfOtherViewsAreNotAlike() throws IOException {
        Path pictures = Doc.PAGES.resolve("pictures");
        List<String> names = List.of("ask", "tables", "packets", "history", "processes");
        for (String one : names) {
            for (String other : names) {
                double alike =
                        Likeness.of(
                                pictures.resolve(one + "-light.png"),
                                pictures.resolve(other + "-light.png"));
                if (one.equals(other)) {
                    assertThat(alike).isEqualTo(1);
                } else {
                    assertThat(alike).as(one + " and " + other).isLessThan(ALIKE);
                }
            }
        }
    }

    @Test
    void chaptersThatTheTextsNameAreThere() throws Exception {
        Outcome none =
                Bulkhead.run("--pictures", folder.resolve("none").toString(), "no-such-chapter");
        assertThat(none.exitCode()).isNotZero();
        String known = none.err().split("there are the chapters", 2)[1].lines().findFirst().get();
        for (Doc doc : Doc.all()) {
            for (String code : doc.code()) {
                List<String> words = List.of(code.split(" "));
                int at = words.indexOf("--pictures");
                if (at >= 0 && words.size() > at + 2) {
                    assertThat(known).contains(words.subList(at + 2, words.size()));
                }
            }
        }
    }
}
