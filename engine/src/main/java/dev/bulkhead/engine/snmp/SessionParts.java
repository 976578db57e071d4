package dev.bulkhead.engine.snmp;

import java.nio.ByteBuffer;
import org.snmp4j.MessageDispatcherImpl;

/**
 * What a session is made of.
 *
 * @param dispatcher with the message processing models it is to speak
 * @param received shared by all sessions of a loop
 */
record SessionParts(MessageDispatcherImpl dispatcher, EngineMemory engines, ByteBuffer received) {}
