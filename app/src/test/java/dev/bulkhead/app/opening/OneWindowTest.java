package dev.bulkhead.app.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OneWindowTest {
    @TempDir private Path folder;
    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private Path socket;

    @BeforeEach
    void socket() {
        socket = folder.resolve("window.socket");
    }

    private Optional<OneWindow> listen() {
        return OneWindow.listen(socket, files -> opened.addAll(files.there()));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x");
    }

    @Test
    void theWindowThatIsThereTakesTheFiles() throws IOException {
        List<Path> files = List.of(file("a b.mib"), file("ü\n.mib"));
        try (OneWindow _ = listen().orElseThrow()) {
            assertThat(OneWindow.offer(socket, files)).isTrue();
        }
        assertThat(opened).containsExactlyElementsOf(files);
    }

    @Test
    void whereNoWindowIsNobodyTakesThem() throws IOException {
        assertThat(OneWindow.offer(socket, List.of(file("a.mib")))).isFalse();
    }

    @Test
    void aSecondWindowLeavesTheFirstItsSocket() throws IOException {
        try (OneWindow _ = listen().orElseThrow()) {
            assertThat(listen()).isEmpty();
            assertThat(OneWindow.offer(socket, List.of(file("a.mib")))).isTrue();
        }
        assertThat(opened).hasSize(1);
        assertThat(socket).doesNotExist();
    }

    @Test
    void theSocketOfAWindowThatWasKilledIsNoObstacle() throws IOException {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(OneWindow.offer(socket, List.of(file("a.mib")))).isFalse();
        try (OneWindow _ = listen().orElseThrow()) {
            assertThat(OneWindow.offer(socket, List.of(file("a.mib")))).isTrue();
        }
    }

    @Test
    void onlyTheUserMayWriteToIt() throws IOException {
        try (OneWindow _ = listen().orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aStarterThatGoesAwayHalfWaySpoilsNothing() throws IOException {
        try (OneWindow _ = listen().orElseThrow()) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                channel.write(ByteBuffer.wrap(new byte[] {'/', 'x'}));
            }
            await().until(() -> OneWindow.offer(socket, List.of(file("a.mib"))));
        }
        assertThat(opened).containsExactly(folder.resolve("a.mib"));
    }

    @Test
    void aPathTooLongForASocketMeansAWindowOfItsOwn() {
        Path deep = folder.resolve("d".repeat(120)).resolve("window.socket");
        assertThat(OneWindow.listen(deep, files -> {})).isEmpty();
        assertThat(OneWindow.offer(deep, List.of(folder))).isFalse();
    }
}
