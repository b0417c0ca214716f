package org.attune;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** How many bytes something is when it is sent compressed, as {@code server.compression} has it. */
final class Weight {

    private Weight() {}

    static int of(byte[] content) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream compressing = new GZIPOutputStream(sent)) {
            compressing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.size();
    }
}
