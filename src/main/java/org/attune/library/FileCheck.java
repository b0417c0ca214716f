package org.attune.library;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.apache.tika.detect.Detector;
import org.apache.tika.mime.MimeTypes;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;

/** Says what a file is by its content, and turns away what the library does not take. Its name has to say the same. */
@Component
class FileCheck {

    private static final int NAME = 200;
    private static final int LOOKED_AT = 64 * 1024;
    private static final String FIELD = "file";

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029\"<>|:*?]");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\f]]");

    /** What to do instead, by what such files are called. */
    private static final Map<Pattern, String> OTHERWISE = Map.of(
            Pattern.compile("text/html|application/xhtml.*|image/svg.*|application/xml|text/xml|application/.*\\+xml"),
            "page",
            Pattern.compile(
                    "application/x-(tika-)?msoffice.*|application/(msword|vnd\\.ms-.*)|application/x-tika-ooxml.*"),
            "old-office",
            Pattern.compile("image/(?!svg).*|video/.*|audio/.*"),
            "media",
            Pattern.compile(
                    "application/(zip|gzip|x-.*(zip|compress|tar|rar|xz|archive).*|java-archive|zstd|vnd\\.rar)"),
            "archive",
            Pattern.compile(
                    "application/x-(executable|elf|sharedlib|object|msdownload|dosexec|sh|bat|msi|mach.*)"
                            + "|application/vnd\\.microsoft\\.portable-executable|text/x-.*|application/javascript|text/javascript"),
            "program");

    /** What files look like, by content alone; read when the first one comes. */
    private static final class Looks {

        private static final Detector BY_CONTENT = MimeTypes.getDefaultMimeTypes();
        private static final Tika TIKA = new Tika(BY_CONTENT);
    }

    /** @throws RuleRefused for the field "file", with what helps */
    CheckedFile check(NewFile file, long largest) {
        if (file.content().length == 0) {
            throw refused("empty");
        }
        if (file.content().length > largest) {
            throw new RuleRefused("library.file.large", FIELD, Math.max(1, largest / 1024 / 1024));
        }
        String name = name(file.name());
        FileKind kind = kind(file.content(), name);
        return new CheckedFile(file.id(), named(name, kind), kind, file.content());
    }

    /** A path is nobody's business, and what no eye can see may hide how a name ends. */
    private static String name(String given) {
        String bare = UNSEEN.matcher(PATH.matcher(given).replaceAll(""))
                .replaceAll("")
                .strip();
        int length = bare.codePointCount(0, bare.length());
        int from = Math.max(0, length - NAME + 5); // with room for an ending
        return bare.substring(bare.offsetByCodePoints(0, from));
    }

    private FileKind kind(byte[] content, String name) {
        String type = Looks.TIKA.detect(Arrays.copyOf(content, Math.min(content.length, LOOKED_AT)));
        if (startsAsZip(content)) {
            return OfficeFile.kind(content);
        }
        if (type.equals("text/plain")) {
            return text(content, name);
        }
        Optional<FileKind> known = FileKind.ofType(type).filter(kind -> kind != FileKind.PDF || startsAsPdf(content));
        return known.orElseThrow(() -> OTHERWISE.entrySet().stream()
                .filter(one -> one.getKey().matcher(type).matches())
                .findFirst()
                .map(one -> refused(one.getValue()))
                .orElseGet(() -> refused("unknown")));
    }

    private static boolean startsAsZip(byte[] content) {
        return begins(content, 'P', 'K', 3, 4);
    }

    /** Programs look for the mark further on as well, so that something else could stand before it. */
    private static boolean startsAsPdf(byte[] content) {
        return begins(content, '%', 'P', 'D', 'F', '-');
    }

    private static boolean begins(byte[] content, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (content.length <= at || content[at] != mark[at]) {
                return false;
            }
        }
        return true;
    }

    /** A table is text as well, so here, and only here, the name decides which of the two it is. */
    private static FileKind text(byte[] content, String name) {
        if (NOT_TEXT.matcher(decoded(content)).find()) {
            throw refused("unknown");
        }
        return FileKind.ofEnding(ending(name))
                .filter(kind -> kind == FileKind.CSV)
                .orElse(FileKind.TEXT);
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static String named(String name, FileKind kind) {
        String ending = ending(name);
        if (kind.endings().contains(ending)) {
            return name;
        }
        if (FileKind.ofEnding(ending).isPresent()) {
            throw new RuleRefused("library.file.other." + kind.code(), FIELD, name);
        }
        return (name.isEmpty() ? "file" : name) + "." + kind.endings().get(0);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static RuleRefused refused(String why) {
        return new RuleRefused("library.file." + why, FIELD);
    }
}
