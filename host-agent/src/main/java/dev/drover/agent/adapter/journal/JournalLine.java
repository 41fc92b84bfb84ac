package dev.drover.agent.adapter.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A line of the journal: the CRC-32C of what follows in eight hexadecimal digits, a space, the JSON, a line feed. */
final class JournalLine {
    static final byte END = '\n';

    private static final int DIGITS = 8;
    private static final int HEAD = DIGITS + 1;

    private JournalLine() {}

    static byte[] wrap(byte[] json) {
        byte[] line = new byte[HEAD + json.length + 1];
        System.arraycopy(checksum(json), 0, line, 0, DIGITS);
        line[DIGITS] = ' ';
        System.arraycopy(json, 0, line, HEAD, json.length);
        line[line.length - 1] = END;
        return line;
    }

    /** The JSON in a line given without its line feed; empty when the line is not as it was written. */
    static Optional<byte[]> unwrap(byte[] line) {
        if (line.length < HEAD || line[DIGITS] != ' ') {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(line, HEAD, line.length);
        boolean whole = Arrays.equals(checksum(json), Arrays.copyOf(line, DIGITS));
        return whole ? Optional.of(json) : Optional.empty();
    }

    private static byte[] checksum(byte[] json) {
        CRC32C crc = new CRC32C();
        crc.update(json, 0, json.length);
        return HexFormat.of().toHexDigits(crc.getValue(), DIGITS).getBytes(US_ASCII);
    }
}
