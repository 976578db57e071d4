package dev.bulkhead.engine;

import dev.bulkhead.engine.supervisor.WorkerTraining;
import java.io.IOException;

/**
 * Makes the AOT cache of the image whose {@code java} and jars run this; the installer's build does
 * so before it makes packages. Takes no arguments.
 */
public final class WorkerCacheMain {
    private WorkerCacheMain() {}

    public static void main(String[] args) throws InterruptedException {
        EngineSettings image = EngineSettings.ofThisProcess(0);
        try {
            System.out.println(WorkerTraining.run(image.javaCommand(), image.classPath()));
        } catch (IOException e) {
            System.err.println("no AOT cache for workers: " + e.getMessage());
            System.exit(1);
        }
    }
}
