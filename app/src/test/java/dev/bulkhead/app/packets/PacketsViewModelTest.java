package dev.bulkhead.app.packets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.packets.PacketsViewModel.Way;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Without a toolkit. */
class PacketsViewModelTest {
    private static final MibNames NAMES =
            new MibNames(MibCompiler.compile(MibRepository.standard()).index());

    private final Settings settings = Settings.inMemory();
    private final FakeJob.Starter plain = new FakeJob.Starter();
    private final FakeJob.Starter traced = new FakeJob.Starter();
    private final PacketRecorder recorder =
            new PacketRecorder(plain, traced, InstantSource.fixed(SomePackets.START), settings);
    private final PacketsViewModel model = new PacketsViewModel(recorder, () -> NAMES);
    private final List<JobEvent> heard = new ArrayList<>();

    private FakeJob record() {
        model.recordingProperty().set(true);
        var job = recorder.submit(SomePackets.SPEC, heard::add);
        model.show(Optional.of(job));
        return traced.last();
    }

    private void tells(FakeJob job, Packet... packets) {
        job.says(new JobEvent.Packets(job.id(), SomePackets.START, List.of(packets)));
        model.refresh();
    }

    private List<String> ids() {
        return model.rows().stream().map(PacketLine::requestId).toList();
    }

    @Test
    void nothingIsTracedUntilTheUserWantsIt() {
        recorder.submit(SomePackets.SPEC, heard::add);
        assertThat(traced.all()).isEmpty();
        assertThat(plain.all()).hasSize(1);
        model.recordingProperty().set(true);
        recorder.submit(SomePackets.SPEC, heard::add);
        assertThat(traced.all()).hasSize(1);
    }

    @Test
    void theWishIsRemembered() {
        model.recordingProperty().set(true);
        assertThat(new PacketRecorder(plain, traced, InstantSource.system(), settings).isOn())
                .isTrue();
        model.recordingProperty().set(false);
        assertThat(new PacketRecorder(plain, traced, InstantSource.system(), settings).isOn())
                .isFalse();
    }

    @Test
    void packetsAreListedAndAllElseReachesTheRun() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0), SomePackets.received(12, "core"));
        job.finishes();
        assertThat(ids()).containsExactly("0", "12");
        assertThat(model.rows().getLast().since()).hasMillis(12);
        assertThat(model.rows().getLast().type()).isEqualTo("RESPONSE");
        assertThat(model.shownProperty().get().orElseThrow().isOver()).isTrue();
        assertThat(heard).hasSize(1).first().isInstanceOf(JobEvent.Finished.class);
    }

    @Test
    void aFilterLooksAtNamesAndValues() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0), SomePackets.received(1, "core"));
        tells(job, SomePackets.received(2, "edge"));
        model.filterProperty().set("CORE");
        assertThat(ids()).containsExactly("1");
        tells(job, SomePackets.received(3, "core-2"), SomePackets.received(4, "edge-2"));
        assertThat(ids()).containsExactly("1", "3");
        model.filterProperty().set("sysname.0");
        assertThat(ids()).hasSize(5);
    }

    @Test
    void oneWayOrErrorsOnlyAreListed() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0), SomePackets.received(1, ""), SomePackets.error(2));
        model.wayProperty().set(Way.SENT);
        assertThat(ids()).containsExactly("0");
        model.wayProperty().set(Way.RECEIVED);
        assertThat(ids()).containsExactly("1", "2");
        model.errorsOnlyProperty().set(true);
        assertThat(ids()).containsExactly("2");
        assertThat(model.rows().getFirst().error()).isEqualTo("noAccess (6)");
    }

    @Test
    void theOldestAreDroppedAndCounted() {
        FakeJob job = record();
        Packet[] many =
                IntStream.range(0, Recording.MOST_PACKETS)
                        .mapToObj(SomePackets::sent)
                        .toArray(Packet[]::new);
        tells(job, many);
        tells(job, SomePackets.received(1, "").after(5), SomePackets.received(2, ""));
        Recording recording = model.shownProperty().get().orElseThrow();
        assertThat(recording.dropped()).isEqualTo(2);
        assertThat(recording.skipped()).isEqualTo(5);
        assertThat(model.rows()).hasSize(Recording.MOST_PACKETS);
        assertThat(ids()).startsWith("2").endsWith("2");
    }

    @Test
    void longPacketsAreBoundedByTheirOctets() {
        FakeJob job = record();
        Packet large = SomePackets.received(1, "x".repeat(60_000));
        Packet longer =
                new Packet(
                        large.time(),
                        false,
                        large.transport(),
                        large.peer(),
                        161,
                        new byte[60_000],
                        "",
                        large.varBinds(),
                        new byte[0],
                        "",
                        0);
        for (int i = 0; i < 400; i++) {
            tells(job, longer);
        }
        assertThat(model.rows().size()).isBetween(50, 300);
        assertThat(model.shownProperty().get().orElseThrow().dropped()).isPositive();
    }

    @Test
    void aPausedListStandsStillWhileRecordingGoesOn() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0));
        model.pausedProperty().set(true);
        tells(job, SomePackets.received(1, ""));
        assertThat(ids()).containsExactly("0");
        model.pausedProperty().set(false);
        model.refresh();
        assertThat(ids()).containsExactly("0", "1");
    }

    @Test
    void whatIsClearedIsGoneAndNewOnesCome() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0), SomePackets.received(1, ""));
        model.clear();
        assertThat(ids()).isEmpty();
        tells(job, SomePackets.sent(7));
        assertThat(ids()).containsExactly("7");
    }

    @Test
    void aCommunityIsShownOnlyWhenAskedFor() {
        FakeJob job = record();
        tells(job, SomePackets.sent(0));
        model.chosenProperty().set(Optional.of(model.rows().getFirst()));
        PacketDetail hidden = model.detailProperty().get().orElseThrow();
        assertThat(hidden.text()).contains("hidden").doesNotContain(SomePackets.COMMUNITY);
        assertThat(latin(hidden.octets())).doesNotContain(SomePackets.COMMUNITY);
        model.revealProperty().set(true);
        PacketDetail shown = model.detailProperty().get().orElseThrow();
        assertThat(shown.text()).contains(SomePackets.COMMUNITY);
        assertThat(latin(shown.octets())).startsWith(".." + SomePackets.COMMUNITY + "..");
        assertThat(model.rows().getFirst().words()).doesNotContain(SomePackets.COMMUNITY);
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    @Test
    void variablesHaveTheirNamesAndTextIsInert() {
        FakeJob job = record();
        tells(job, SomePackets.received(0, "a\u001b[31m\u202e"));
        model.chosenProperty().set(Optional.of(model.rows().getFirst()));
        assertThat(model.detailProperty().get().orElseThrow().lines())
                .anySatisfy(line -> {
                    assertThat(line.label()).isEqualTo("sysName.0");
                    assertThat(line.value()).doesNotContain("\u001b", "\u202e");
                })
                .anySatisfy(line -> assertThat(line.value()).contains("DisplayString"));
    }

    @Test
    void onlySoManyRecordingsAreKept() {
        for (int i = 0; i < PacketRecorder.MOST_RECORDINGS + 2; i++) {
            record().finishes();
        }
        model.refresh();
        assertThat(model.recordings()).hasSize(PacketRecorder.MOST_RECORDINGS);
    }

    @Test
    void whereTheJobWasNotRecordedNothingIsListed() {
        var job = recorder.submit(SomePackets.SPEC, heard::add);
        model.show(Optional.of(job));
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(model.canRecordNow()).isTrue();
        plain.last().finishes();
        assertThat(model.canRecordNow()).isFalse();
    }
}
