package org.attune.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.attune.platform.RuleRefused;

/** The text of a file, whatever program wrote it. */
record TextFile(String text, Encoding encoding) {

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\f]]");

    /** How letters stood in the file. */
    enum Encoding {
        UTF_8,
        UTF_16,
        WINDOWS_1252
    }

    /** @throws RuleRefused for the field "file", where there is no text to be read */
    static TextFile read(byte[] bytes) {
        TextFile file = decoded(bytes);
        if (NOT_TEXT.matcher(file.text).find()) {
            throw new RuleRefused("exchange.file.not-text", "file");
        }
        if (file.text.isBlank()) {
            throw new RuleRefused("exchange.file.empty", "file");
        }
        return file;
    }

    /** UTF-8 is recognised by itself: no other encoding of a text looks like it by accident. */
    private static TextFile decoded(byte[] bytes) {
        try {
            if (begins(bytes, 0xFE, 0xFF)) {
                return new TextFile(strictly(bytes, 2, StandardCharsets.UTF_16BE), Encoding.UTF_16);
            }
            if (begins(bytes, 0xFF, 0xFE)) {
                return new TextFile(strictly(bytes, 2, StandardCharsets.UTF_16LE), Encoding.UTF_16);
            }
            int mark = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            return new TextFile(strictly(bytes, mark, StandardCharsets.UTF_8), Encoding.UTF_8);
        } catch (CharacterCodingException notThis) {
            return older(bytes);
        }
    }

    private static TextFile older(byte[] bytes) {
        try {
            return new TextFile(strictly(bytes, 0, Charset.forName("windows-1252")), Encoding.WINDOWS_1252);
        } catch (CharacterCodingException norThat) {
            throw new RuleRefused("exchange.file.encoding", "file");
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int at = 0; at < mark.length; at++) {
            if ((bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
