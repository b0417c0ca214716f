package org.attune.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive that office programs call a document. Only its table of contents is read and two small parts of it, so
 * that nothing unfolds to more than fits.
 */
final class OfficeFile {

    private static final int MOST_PARTS = 20_000;
    private static final int READ = 256 * 1024;

    /** The main part of each, as its kind of document has to have it. */
    private static final Map<String, FileKind> MAIN_PART = Map.of(
            "word/document.xml",
            FileKind.DOCX,
            "xl/workbook.xml",
            FileKind.XLSX,
            "ppt/presentation.xml",
            FileKind.PPTX);

    /** Programs and things that act: macros, controls, and whatever is packed inside that is no document itself. */
    private static final Pattern ACTS = Pattern.compile(
            "(.*/)?(vbaproject\\.bin|vbadata\\.xml|activex/.*|macrosheets/.*|dialogsheets/.*|basic/.*|scripts/.*|customui/.*)"
                    + "|.*/embeddings/.*(?<!\\.docx|\\.xlsx|\\.pptx|\\.png|\\.jpeg|\\.emf|/)");

    private OfficeFile() {}

    /** @throws RuleRefused where it is an archive of something else, or acts */
    static FileKind kind(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setUseUnicodeExtraFields(false)
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw FileCheck.refused("archive");
            }
            FileKind kind = kind(zip, parts).orElseThrow(() -> FileCheck.refused("archive"));
            if (acts(zip, parts)) {
                throw FileCheck.refused("macros");
            }
            return kind;
        } catch (IOException | IllegalArgumentException broken) {
            throw FileCheck.refused("broken");
        }
    }

    private static Optional<FileKind> kind(ZipFile zip, List<ZipArchiveEntry> parts) throws IOException {
        String type = text(zip, "mimetype");
        if (type != null) {
            return FileKind.ofType(type.strip()).filter(kind -> zip.getEntry("content.xml") != null);
        }
        if (zip.getEntry("[Content_Types].xml") == null) {
            return Optional.empty();
        }
        List<FileKind> kinds = new ArrayList<>();
        for (ZipArchiveEntry part : parts) {
            FileKind kind = MAIN_PART.get(part.getName());
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    private static boolean acts(ZipFile zip, List<ZipArchiveEntry> parts) throws IOException {
        String types = text(zip, "[Content_Types].xml");
        return parts.stream()
                        .map(part -> part.getName().replace('\\', '/').toLowerCase(Locale.ROOT))
                        .anyMatch(name -> ACTS.matcher(name).matches())
                || (types != null && types.toLowerCase(Locale.ROOT).contains("macroenabled"));
    }

    private static @Nullable String text(ZipFile zip, String name) throws IOException {
        ZipArchiveEntry part = zip.getEntry(name);
        if (part == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(part)) {
            return new String(in.readNBytes(READ), StandardCharsets.UTF_8);
        }
    }
}
