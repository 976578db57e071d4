package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.about.Notice;
import dev.bulkhead.app.about.ThirdParty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What is shipped, by Maven's own account (the bill of materials that {@code mvn package} leaves in
 * {@code app/target}), is free of copyleft and stands in NOTICE.
 */
final class LicenceTest {
    private static final Path PROGRAM = Path.of(System.getProperty("bulkhead.distribution", ""));
    private static final Path BILL = PROGRAM.resolveSibling("bulkhead.cdx.xml");

    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "OFL-1.1");

    /** Copyleft that may be shipped, each with its reason. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    // GPL-2.0 with Classpath Exception: linking leaves our own terms alone
                    "org.openjfx", "GPL-2.0 with Classpath Exception",
                    // offered under either; taken under Apache-2.0
                    "net.java.dev.jna", "LGPL-2.1-or-later");

    private record Component(String group, String name, String version, List<String> licences) {
        String jar() {
            return name + " " + version;
        }
    }

    private static List<Component> shipped() throws Exception {
        assertThat(BILL).as("run mvn package first").isRegularFile();
        Document bill =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(BILL.toFile());
        Element list = child(bill.getDocumentElement(), "components").orElseThrow();
        List<Component> components = new ArrayList<>();
        NodeList all = list.getElementsByTagName("component");
        for (int i = 0; i < all.getLength(); i++) {
            Element component = (Element) all.item(i);
            String group = own(component, "group");
            if (!group.equals("dev.bulkhead")) {
                components.add(
                        new Component(
                                group,
                                own(component, "name"),
                                own(component, "version"),
                                licences(component)));
            }
        }
        return components;
    }

    private static List<String> licences(Element component) {
        NodeList all = component.getElementsByTagName("license");
        List<String> licences = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element licence = (Element) all.item(i);
            List<String> ids = text(licence, "id");
            licences.addAll(ids.isEmpty() ? text(licence, "name") : ids);
        }
        licences.addAll(text(component, "expression"));
        return licences.stream().map(LicenceTest::asInNotice).toList();
    }

    /** POMs and the plugin spell them in several ways. */
    private static String asInNotice(String licence) {
        return switch (licence) {
            case "GPLv2+CE",
                    "GPL-2.0-with-classpath-exception",
                    "GPL-2.0-only WITH Classpath-exception-2.0" ->
                    "GPL-2.0 with Classpath Exception";
            case "SIL OPEN FONT LICENSE Version 1.1" -> "OFL-1.1";
            case "The 3-Clause BSD License", "BSD 3-Clause License", "BSD-3-Clause License" ->
                    "BSD-3-Clause";
            case "MIT License", "The MIT License" -> "MIT";
            case "Apache License 2.0",
                    "Apache License, Version 2.0",
                    "The Apache License, Version 2.0",
                    "The Apache Software License, Version 2.0" ->
                    "Apache-2.0";
            default -> licence;
        };
    }

    /** What stands directly in it: authors have names too, and the plugin is a component. */
    private static Optional<Element> child(Element parent, String tag) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && element.getTagName().equals(tag)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static String own(Element component, String tag) {
        return child(component, tag).map(element -> element.getTextContent().strip()).orElse("");
    }

    private static List<String> text(Element element, String tag) {
        NodeList all = element.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent().strip());
        }
        return texts;
    }

    @Test
    void noLibraryIsUnderAnotherLicenceThanOursAllow() throws Exception {
        Map<String, List<String>> others = new TreeMap<>();
        for (Component component : shipped()) {
            List<String> unknown =
                    component.licences().stream()
                            .filter(licence -> !PERMISSIVE.contains(licence))
                            .filter(licence -> !licence.equals(EXCEPTIONS.get(component.group())))
                            .toList();
            if (!unknown.isEmpty() || component.licences().isEmpty()) {
                others.put(component.jar(), component.licences());
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void aLibraryOfferedUnderLgplIsOfferedUnderApacheToo() throws Exception {
        assertThat(shipped())
                .filteredOn(component -> component.licences().contains("LGPL-2.1-or-later"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.licences()).contains("Apache-2.0"));
    }

    @Test
    void noticeNamesEachLibraryWithItsVersionAndNoOther() throws Exception {
        Set<String> shipped =
                shipped().stream()
                        .map(Component::jar)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named =
                Notice.shipped().stream()
                        .filter(work -> !work.version().isEmpty())
                        .flatMap(work -> work.files().stream().map(f -> f + " " + work.version()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(shipped);
    }

    @Test
    void noticeAgreesWithMavenAboutTheLicences() throws Exception {
        Map<String, ThirdParty> byFile = new TreeMap<>();
        Notice.shipped().forEach(work -> work.files().forEach(file -> byFile.put(file, work)));
        assertThat(shipped())
                .allSatisfy(component -> {
                    String stated = byFile.get(component.name()).licence();
                    assertThat(component.licences()).contains(stated);
                });
    }

    @Test
    void theProgramHoldsTheseLibrariesAndTheirPapers() throws Exception {
        Set<String> named =
                shipped().stream()
                        .map(component -> component.name() + "-" + component.version())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(jars(PROGRAM.resolve("lib"), PROGRAM.resolve("lib", "fx")))
                .allSatisfy(jar -> assertThat(named).anyMatch(jar::startsWith));
        for (String paper : List.of("LICENSE", "NOTICE", "bulkhead.cdx.json", "licenses/MIT.txt")) {
            assertThat(PROGRAM.resolve(paper)).isNotEmptyFile();
        }
    }

    private static List<String> jars(Path... folders) throws IOException {
        List<String> jars = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar") && !name.startsWith("bulkhead-"))
                        .forEach(jars::add);
            }
        }
        assertThat(jars).isNotEmpty();
        return jars;
    }
}
