package dev.bulkhead.app.saving;

import dev.bulkhead.app.fx.Background;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the user wants to have saved, and how to answer. JavaFX's thread.
 *
 * @param mayReplace whether a file that is there may be replaced
 */
public record SaveRequest<F>(Path file, F form, boolean mayReplace, Outcome outcome) {
    /** What came of it; one of these is called, once. */
    public interface Outcome {
        /** It is saved; the sentence is told. */
        void done(String sentence);

        /** Somebody else goes on and tells the user. */
        void handedOver();

        /** It cannot be done as it was asked; the sentence stands in the bar. */
        void refused(String sentence);

        /** It could not be written; whether a file is there already is asked of the user. */
        void failed(Exception why);
    }

    /** Writes a file; blocks. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws Exception;
    }

    /**
     * Writes in the background, and answers.
     *
     * @param name of the work
     * @param sentence tells the user that it is done
     */
    public void write(String name, Writing writing, String sentence) {
        var _ =
                Background.run(
                        name,
                        () -> {
                            writing.to(file);
                            return sentence;
                        },
                        outcome::done,
                        outcome::failed);
    }

    /** A file that is there already is no place to write to, unless the user said so. */
    public void mustBeFree() throws FileAlreadyExistsException {
        if (!mayReplace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /** The same, answered at once. */
    public boolean isFree() {
        try {
            mustBeFree();
            return true;
        } catch (FileAlreadyExistsException taken) {
            outcome.failed(taken);
            return false;
        }
    }
}
