package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.schema.snapshot.SnapshotChunk;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a row of chunks: SHA-256 over their bodies, one after the other. Used by one thread. */
public final class SnapshotDigest {
    private static final JsonMapper JSON = Json.forPrograms();

    private final MessageDigest sha256;

    /** Of no chunks yet. */
    public SnapshotDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    /** With one more. */
    public SnapshotDigest add(SnapshotChunk chunk) {
        sha256.update(Bodies.write(JSON, chunk, Bodies.MAX_BYTES));
        return this;
    }

    /** In hexadecimal; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
