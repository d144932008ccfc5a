package dev.afterglow.intake.files;

import dev.afterglow.intake.web.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A file of bounded size; what was recorded before the bound stays. */
final class LimitedStream extends FilterInputStream {

    private static final long LONGEST = 50L * 1024 * 1024;

    private long read;

    LimitedStream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        return count(super.read() < 0 ? -1 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return count(super.read(buffer, offset, length));
    }

    private int count(int bytes) {
        read += Math.max(0, bytes);
        if (read > LONGEST) {
            throw Refusal.of(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "file-too-large",
                    "The file is too large",
                    "At most 50 MiB are read. Split the file; what came before the limit is recorded and counts once.");
        }
        return bytes;
    }
}
