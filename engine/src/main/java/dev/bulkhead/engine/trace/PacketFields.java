package dev.bulkhead.engine.trace;

import dev.bulkhead.engine.job.SecretOctets;
import java.util.List;
import java.util.Optional;

/**
 * A message field by field, as far as it could be read.
 *
 * @param community what the asterisks of the field {@link PacketField.Kind#COMMUNITY} stand for;
 *     empty if the message has none, or is too broken to tell where it stands
 */
public record PacketFields(List<PacketField> list, Optional<SecretOctets> community) {
    /** Of a message of which nothing was read. */
    public static final PacketFields NONE = new PacketFields(List.of(), Optional.empty());

    public PacketFields {
        list = List.copyOf(list);
    }

    /** The first field of a kind. */
    public Optional<PacketField> first(PacketField.Kind kind) {
        for (PacketField field : list) {
            if (field.kind() == kind) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
