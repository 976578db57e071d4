package dev.bulkhead.app.netsnmp;

import dev.bulkhead.app.vault.NamedCredential;

/**
 * A credential that net-snmp's files give.
 *
 * @param place where its community, user or certificate stands
 */
public record FoundCredential(NamedCredential credential, Place place) {}
