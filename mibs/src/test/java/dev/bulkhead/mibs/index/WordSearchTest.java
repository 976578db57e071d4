package dev.bulkhead.mibs.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WordSearchTest {
    private static final String ACME = "1.3.6.1.4.1.32473";

    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    /** A module of lines {@code name: description}, whose nodes count from {@code start}. */
    private MibModule module(String name, int start, String... lines) {
        SourceFile file = SourceFile.ofText(name, String.join("\n", lines));
        files.put(name, file);
        List<Definition> definitions = new ArrayList<>();
        int at = 0;
        for (String line : lines) {
            int colon = line.indexOf(": ");
            int end = at + line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            DefinitionHead head =
                    new DefinitionHead(
                            name,
                            line.substring(0, colon),
                            new SourceSpan(file, at, at + colon),
                            Status.CURRENT,
                            new SourceSpan(file, at + colon + 2, end),
                            SourceSpan.NONE);
            definitions.add(
                    new OidAssignment(head, Oid.parse(ACME + "." + (start + definitions.size()))));
            at = end + 1;
        }
        return Packed.module(name, definitions.toArray(Definition[]::new));
    }

    private MibIndex index(MibModule... modules) {
        MibStore store = Packed.store(modules);
        return MibIndex.of(
                store,
                (cancellation, progress) ->
                        WordIndexBuilder.build(store, this::read, cancellation, progress));
    }

    private SourceFile read(String file) {
        reads.incrementAndGet();
        return files.get(file);
    }

    private MibIndex prepared(MibModule... modules) {
        MibIndex index = index(modules);
        index.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        return index;
    }

    private static List<String> names(MibIndex index, String query) {
        return index.search(query, 20).stream().map(hit -> hit.node().name()).toList();
    }

    @Test
    void everyWordMustBeginOneOfNameOrDescription() {
        MibIndex index =
                prepared(
                        module(
                                "ACME-MIB",
                                1,
                                "acmeInErrors: Packets that an interface threw away.",
                                "acmeSpeed: How fast an interface is.",
                                "acmeFaults: Errors of the whole device."));

        assertThat(names(index, "interface errors")).containsExactly("acmeInErrors");
        assertThat(names(index, "INTERF, err")).containsExactly("acmeInErrors");
        assertThat(names(index, "interface")).containsExactly("acmeSpeed", "acmeInErrors");
        assertThat(names(index, "device errors")).containsExactly("acmeFaults");
        assertThat(names(index, "interface nothing")).isEmpty();
        assertThat(names(index, "rface errors")).isEmpty();
    }

    @Test
    void oneAndManyFindEachOther() {
        MibIndex index =
                prepared(
                        module(
                                "ACME-MIB",
                                1,
                                "acmeA: An entry with an address.",
                                "acmeB: Entries with addresses.",
                                "acmeC: A status in use."));

        for (String query : List.of("entry address", "entries addresses")) {
            assertThat(names(index, query)).containsExactlyInAnyOrder("acmeA", "acmeB");
        }
        assertThat(names(index, "status used")).isEmpty();
        assertThat(names(index, "status use")).containsExactly("acmeC");
    }

    @Test
    void wordsOfTheNameComeBeforeThoseOfTheDescriptionAndEarlyBeforeLate() {
        String filler = "one two three four five six seven eight nine ten ";
        MibIndex index =
                prepared(
                        module(
                                "ACME-MIB",
                                1,
                                "acmeLate: " + filler + "fan speed.",
                                "acmeEarly: Fan speed, " + filler,
                                "acmeFan: Its speed.",
                                "acmeFanSpeed: What it says.",
                                "acmeFanMaxSpeed: What it says.",
                                "acmeShort: Fan speed."));

        List<SearchHit> hits = index.search("fan speed", 20);

        assertThat(hits)
                .extracting(hit -> hit.node().name())
                .containsExactly(
                        "acmeFanSpeed",
                        "acmeFanMaxSpeed",
                        "acmeFan",
                        "acmeShort",
                        "acmeEarly",
                        "acmeLate");
        assertThat(hits)
                .extracting(SearchHit::match)
                .startsWith(Match.WORD_START, Match.WORD_START, Match.DESCRIPTION);
    }

    @Test
    void wordsOfDescriptionsComeBehindAllNames() {
        MibIndex index =
                prepared(
                        module(
                                "ACME-MIB",
                                1,
                                "acmeA: A temperature.",
                                "acmeBtemperatures: What it says.",
                                "temperature: Of it."));

        assertThat(index.search("temperature", 20))
                .extracting(SearchHit::match)
                .containsExactly(Match.EXACT_NAME, Match.INSIDE_NAME, Match.DESCRIPTION);
        assertThat(index.search("temperature", 2)).hasSize(2);
    }

    @Test
    void wordsThatTellNothingAreNotAskedForButLookedForInNames() {
        MibIndex index =
                prepared(
                        module(
                                "ACME-MIB",
                                1,
                                "acmeOutErrors: Errors.",
                                "acmeIfInErrors: Errors.",
                                "acmeForAll: What it says."));

        assertThat(names(index, "if in errors")).containsExactly("acmeIfInErrors", "acmeOutErrors");
        assertThat(names(index, "the errors of a")).hasSize(2);
        assertThat(names(index, "for a")).containsExactly("acmeForAll");
    }

    @Test
    void aFewWordsMayStandAnywhereInAName() {
        MibIndex index =
                prepared(module("ACME-MIB", 1, "acmeIfInErrors: What it says.", "acmeB: Errors."));

        assertThat(names(index, "ifin errors")).containsExactly("acmeIfInErrors");
        assertThat(names(index, "cmeif rror")).containsExactly("acmeIfInErrors");
    }

    @Test
    void aModuleLimitsTheSearch() {
        MibIndex index =
                prepared(
                        module("A-MIB", 1, "aOne: Fan speed.", "aTwo: Nothing."),
                        module("B-MIB", 5, "bOne: Fan speed."));

        assertThat(names(index, "B-MIB::fan speed")).containsExactly("bOne");
        assertThat(names(index, "b-mib::fan")).containsExactly("bOne");
        assertThat(names(index, "C-MIB::fan")).isEmpty();
    }

    @Test
    void aNodeOfSeveralModulesIsThereOnceByTheBestOfThem() {
        MibIndex index =
                prepared(
                        module("A-MIB", 1, "aOne: Says little.", "aTwo: Fan."),
                        module("B-MIB", 1, "fanOne: Fan.", "bTwo: Fan fan."));

        List<SearchHit> hits = index.search("fan", 20);

        assertThat(hits)
                .extracting(SearchHit::match)
                .containsExactly(Match.NAME_START, Match.DESCRIPTION);
        assertThat(hits).extracting(SearchHit::node).doesNotHaveDuplicates();
    }

    @Test
    void numbersThatAreNoOidAreWords() {
        MibIndex index =
                prepared(module("ACME-MIB", 1, "acmeA: As of IEEE 802.1Q.", "acmeB: RFC 2863."));

        assertThat(names(index, "802")).containsExactly("acmeA");
        assertThat(names(index, "802.1q")).containsExactly("acmeA");
        assertThat(names(index, "2863")).containsExactly("acmeB");
        assertThat(index.search(ACME + ".1.0", 5)).hasSize(1);
        assertThat(index.search(ACME, 5)).extracting(SearchHit::match).containsOnly(Match.OID);
    }

    @Test
    void queriesOfAnyKindEndWell() {
        MibIndex index = prepared(module("ACME-MIB", 1, "acmeA: What it says."));

        for (String query :
                List.of(
                        "::",
                        "::a",
                        "ACME-MIB::",
                        ".",
                        "...",
                        "99999999999999999999",
                        "%$&",
                        "\u00E4\u00F6",
                        "\uD83D\uDE00",
                        "a\nb\tc\u0000",
                        "word ".repeat(10_000),
                        "w".repeat(100_000))) {
            assertThat(index.search(query, Integer.MAX_VALUE)).hasSizeLessThan(2);
        }
    }

    @Test
    void beforeItIsPreparedOnlyNamesAreFound() {
        MibIndex index = index(module("ACME-MIB", 1, "acmeA: Fan speed.", "acmeFan: Nothing."));

        assertThat(names(index, "fan")).containsExactly("acmeFan");
        assertThat(reads).hasValue(0);
        index.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        index.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        assertThat(names(index, "fan")).containsExactly("acmeFan", "acmeA");
        assertThat(reads).hasValue(1);
    }

    @Test
    void aFileThatIsGoneCostsItsDescriptionsOnly() {
        MibModule gone = module("A-MIB", 1, "aFan: A speed.");
        MibModule there = module("B-MIB", 5, "bFan: A speed.");
        files.remove("A-MIB");

        assertThat(names(prepared(gone, there), "fan speed")).containsExactly("bFan");
        assertThat(names(prepared(gone, there), "fan a")).containsExactly("aFan", "bFan");
    }

    @Test
    void whoGivesUpCanAskAgain() {
        MibIndex index = index(module("ACME-MIB", 1, "acmeA: Fan speed."));

        assertThatThrownBy(() -> index.prepareDescriptions(() -> true, Progress.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(names(index, "fan")).isEmpty();
        index.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        assertThat(names(index, "fan")).containsExactly("acmeA");
    }

    @Test
    void progressTellsOfEachFile() {
        List<Long> done = Collections.synchronizedList(new ArrayList<>());
        MibIndex index = index(module("A-MIB", 1, "a: A."), module("B-MIB", 2, "b: B."));

        index.prepareDescriptions(
                Cancellation.NEVER, (what, at, total) -> done.add(10 * at + total));

        assertThat(done).containsExactlyInAnyOrder(12L, 22L);
    }
}
