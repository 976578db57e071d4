package dev.bulkhead.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The program's own classes, read once for all rules. */
final class Classes {
    static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(Classes::isNoTestModule)
                    .importPackages("dev.bulkhead");

    private Classes() {}

    private static boolean isNoTestModule(Location location) {
        return !location.contains("/dev/bulkhead/tests/");
    }
}
