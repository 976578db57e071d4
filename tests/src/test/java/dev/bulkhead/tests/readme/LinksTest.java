package dev.bulkhead.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the texts point to. */
class LinksTest {
    /** A file or folder of this repository, as the texts name it. */
    private static final String PLACE = "(app|engine|mibs|installer|tests|\\.ci)/[\\w./-]+";

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        int count = 0;
        for (Doc doc : Doc.all()) {
            for (Doc.Link link : doc.links()) {
                boolean command = link.target().startsWith("command:");
                if (!command) {
                    count++;
                    if (!leadsSomewhere(doc, link.target())) {
                        broken.add(doc.name() + ": " + link.target());
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(count).isGreaterThan(40);
    }

    private static boolean leadsSomewhere(Doc doc, String target) {
        if (target.startsWith("https://")) {
            return true; // the network is not asked
        }
        String[] parts = target.split("#", 2);
        Path file =
                parts[0].isEmpty() ? doc.file() : doc.file().resolveSibling(parts[0]).normalize();
        return file.startsWith(Repository.ROOT)
                && Files.exists(file)
                && (parts.length == 1 || Doc.of(file).hasAnchor(parts[1]));
    }

    @Test
    void everyFileNamedIsThere() {
        List<String> missing = new ArrayList<>();
        for (Doc doc : Doc.all()) {
            for (String code : doc.code()) {
                for (String word : code.split(" ", -1)) {
                    boolean made = word.contains("/target");
                    if (word.matches(PLACE)
                            && !made
                            && !Files.exists(Repository.ROOT.resolve(word))) {
                        missing.add(doc.name() + ": " + word);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeLinksToEachPageOfTheGuide() {
        List<Path> linked =
                Doc.readme().links().stream()
                        .map(link -> Repository.ROOT.resolve(link.target()).normalize())
                        .toList();
        List<Path> pages =
                Doc.all().stream().map(Doc::file).filter(f -> f.startsWith(Doc.PAGES)).toList();
        assertThat(pages).isNotEmpty();
        assertThat(linked).containsAll(pages);
    }
}
