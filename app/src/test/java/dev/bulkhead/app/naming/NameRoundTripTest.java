package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written reads back, for every object of the library and generated instances of it. */
final class NameRoundTripTest {
    private static final MibNames NAMES = Library.NAMES;
    private static final List<OidStyle> STYLES =
            List.of(
                    OidStyle.MODULE,
                    OidStyle.MODULE.withBrackets(true),
                    OidStyle.MODULE.withBreakDown(false),
                    OidStyle.MODULE.withForm(OidStyle.Form.FULL),
                    OidStyle.MODULE.withForm(OidStyle.Form.NUMERIC));

    private final Random random = new Random(20_261_123);

    private static List<ObjectType> objects() {
        List<ObjectType> objects = new ArrayList<>();
        for (MibModule module : NAMES.index().modules()) {
            for (Definition definition : module.definitions()) {
                if (definition instanceof ObjectType object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    @Test
    void everyObjectReadsBack() throws UnknownNameException {
        List<ObjectType> objects = objects();
        assertThat(objects).hasSizeGreaterThan(15_000);
        for (ObjectType object : objects) {
            assertReadsBack(object.oid());
        }
    }

    @Test
    void everyColumnReadsBackWithInstancesThatFitItsIndex() throws UnknownNameException {
        int columns = 0;
        for (ObjectType object : objects()) {
            if (object.kind() == ObjectKind.COLUMN) {
                columns++;
                List<IndexPart> parts =
                        NAMES.index().rowOf(object.oid()).map(ObjectType::index).orElse(List.of());
                Oid instance = Oid.EMPTY;
                for (IndexPart part : parts) {
                    instance = instance.append(fitting(part));
                }
                assertReadsBack(object.oid().append(instance));
            }
        }
        assertThat(columns).isGreaterThan(10_000);
    }

    @Test
    void everyColumnReadsBackWithInstancesThatFitNothing() throws UnknownNameException {
        for (ObjectType object : objects()) {
            if (object.kind() == ObjectKind.COLUMN && random.nextInt(4) == 0) {
                assertReadsBack(object.oid().append(any(random.nextInt(8))));
            }
        }
    }

    private Oid fitting(IndexPart part) {
        return switch (part.syntax().base()) {
            case IP_ADDRESS -> octets(4);
            case NETWORK_ADDRESS -> Oid.of(1).append(octets(4));
            case OCTET_STRING, OPAQUE, BITS -> {
                if (part.syntax().isFixedLength()) {
                    yield octets((int) part.syntax().ranges().get(0).min());
                }
                Oid octets = octets(random.nextInt(6));
                yield part.implied() ? octets : Oid.of(octets.size()).append(octets);
            }
            case OBJECT_IDENTIFIER -> {
                Oid oid = any(random.nextInt(5));
                yield part.implied() ? oid : Oid.of(oid.size()).append(oid);
            }
            default -> Oid.of(random.nextInt(12));
        };
    }

    private Oid octets(int length) {
        boolean text = random.nextBoolean();
        Oid octets = Oid.EMPTY;
        for (int i = 0; i < length; i++) {
            octets = octets.append(text ? ' ' + random.nextInt(95) : random.nextInt(256));
        }
        return octets;
    }

    private Oid any(int length) {
        Oid oid = Oid.EMPTY;
        for (int i = 0; i < length; i++) {
            oid = oid.append(random.nextBoolean() ? random.nextInt(6) : random.nextLong(1L << 32));
        }
        return oid;
    }

    private static void assertReadsBack(Oid oid) throws UnknownNameException {
        for (OidStyle style : STYLES) {
            String name = NAMES.name(oid, style);
            assertThat(NAMES.resolve(name)).as(name).isEqualTo(oid);
        }
    }
}
