package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the window needs from outside.
 *
 * @param jobs starts the window's jobs: {@code packets}, or what it stands before
 * @param packets records their packets
 * @param running the jobs that have not ended
 * @param mibs the modules to start with; asked off JavaFX's thread
 * @param compiler what compiles them, with its cache; asked off JavaFX's thread
 * @param demo starts the demo network and tells its devices
 * @param version the program's version
 * @param keeping where secrets and compiled modules are kept
 */
public record Services(
        JobStarter jobs,
        PacketRecorder packets,
        Supplier<List<JobHandle>> running,
        Supplier<MibRepository> mibs,
        Supplier<MibCompiler> compiler,
        Supplier<CompletableFuture<List<Device>>> demo,
        InstantSource clock,
        Settings settings,
        String version,
        Keeping keeping) {
    /** One that keeps nothing beside the settings. */
    public Services(
            JobStarter jobs,
            PacketRecorder packets,
            Supplier<List<JobHandle>> running,
            Supplier<MibRepository> mibs,
            Supplier<MibCompiler> compiler,
            Supplier<CompletableFuture<List<Device>>> demo,
            InstantSource clock,
            Settings settings,
            String version) {
        this(
                jobs,
                packets,
                running,
                mibs,
                compiler,
                demo,
                clock,
                settings,
                version,
                Keeping.NOTHING);
    }
}
