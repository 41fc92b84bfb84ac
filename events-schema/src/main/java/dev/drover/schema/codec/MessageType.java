package dev.drover.schema.codec;

/**
 * A type on the wire.
 *
 * @param name the CloudEvents type, for ever
 * @param version the version this program writes, from 1
 * @param body the class it is read into
 */
public record MessageType(String name, int version, Class<? extends Record> body) {}
