package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what is in it, and its name has to say the same. */
class FileCheckTests {

    private static final long MEGABYTE = 1024 * 1024;

    private final FileCheck check = new FileCheck();

    private CheckedFile check(String name, byte[] content) {
        return check.check(new NewFile(Ids.next(), name, content), 10 * MEGABYTE);
    }

    private void assertRefused(String why, String name, byte[] content) {
        assertThatThrownBy(() -> check(name, content)).as(name).isInstanceOfSatisfying(RuleRefused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("library.file." + why);
            assertThat(refused.field()).isEqualTo("file");
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip(String... namesAndContents) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int at = 0; at < namesAndContents.length; at += 2) {
            parts.put(namesAndContents[at], namesAndContents[at + 1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] aPdf(String more) {
        return bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + more + "\ntrailer\n%%EOF\n");
    }

    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0");
    private static final byte[] JPEG = bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0");
    private static final byte[] WEBP = bytes("RIFF\u0024\0\0\0WEBPVP8 \u0018\0\0\0");

    @Test
    void takesWhatPeopleRead() {
        assertThat(check("month-end.pdf", aPdf("")).kind()).isEqualTo(FileKind.PDF);
        assertThat(check("Scan.JPEG", JPEG).kind()).isEqualTo(FileKind.JPEG);
        assertThat(check("a.png", PNG).kind()).isEqualTo(FileKind.PNG);
        assertThat(check("a.webp", WEBP).kind()).isEqualTo(FileKind.WEBP);
        assertThat(check("a.txt", "Zählen Sie, was es kostet.".getBytes(StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(FileKind.TEXT);
        assertThat(check("a.csv", bytes("month;hours\nMay;14\n")).kind()).isEqualTo(FileKind.CSV);
        assertThat(check("a.docx", ooxml("word/document.xml")).kind()).isEqualTo(FileKind.DOCX);
        assertThat(check("a.xlsx", ooxml("xl/workbook.xml")).kind()).isEqualTo(FileKind.XLSX);
        assertThat(check("a.pptx", ooxml("ppt/presentation.xml")).kind()).isEqualTo(FileKind.PPTX);
        assertThat(check("a.odt", odf("application/vnd.oasis.opendocument.text"))
                        .kind())
                .isEqualTo(FileKind.ODT);
        assertThat(check("a.ods", odf("application/vnd.oasis.opendocument.spreadsheet"))
                        .kind())
                .isEqualTo(FileKind.ODS);
    }

    private static byte[] ooxml(String main, String... more) {
        String[] parts = new String[4 + more.length];
        parts[0] = "[Content_Types].xml";
        parts[1] = "<Types/>";
        parts[2] = main;
        parts[3] = "<x/>";
        System.arraycopy(more, 0, parts, 4, more.length);
        return zip(parts);
    }

    private static byte[] odf(String type, String... more) {
        String[] parts = new String[4 + more.length];
        parts[0] = "mimetype";
        parts[1] = type;
        parts[2] = "content.xml";
        parts[3] = "<x/>";
        System.arraycopy(more, 0, parts, 4, more.length);
        return zip(parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "page | report.pdf | <!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
                "page | report.txt | <html><head><title>x</title></head></html>",
                "page | drawing.svg | <?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "page | drawing.png | <svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "page | feed.xml | <?xml version=\"1.0\"?><a/>",
                "program | run.txt | #!/bin/sh\\nrm -rf /",
                "old-office | old.doc | \u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "media | a.gif | GIF89a\u0001\u0000\u0001\u0000",
            })
    void turnsAwayWhatItIsNotWhateverItsName(String why, String name, String content) {
        assertRefused(why, name, bytes(content.replace("\\n", "\n")));
    }

    @Test
    void whatCannotBeReadIsNoText() {
        assertRefused("unknown", "a.txt", bytes("\1\2\3 what"));
    }

    @Test
    void turnsAwayPrograms() {
        assertRefused(
                "program",
                "report.pdf",
                bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0" + "\0".repeat(200) + "PE\0\0"));
        assertRefused(
                "program", "report.pdf", bytes("\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0\1\0\0\0" + "\0".repeat(64)));
    }

    @Test
    void turnsAwayArchivesAndDocumentsThatAct() {
        assertRefused("archive", "a.docx", zip("a.txt", "x"));
        assertRefused("archive", "a.zip", zip("word/document.xml", "<x/>"));
        assertRefused(
                "archive",
                "a.docx",
                zip("[Content_Types].xml", "<Types/>", "word/document.xml", "", "xl/workbook.xml", ""));
        assertRefused("archive", "a.odt", zip("mimetype", "text/html", "content.xml", "<x/>"));
        assertRefused("macros", "a.docx", ooxml("word/document.xml", "word/vbaProject.bin", "x"));
        assertRefused("macros", "a.docx", ooxml("word/document.xml", "word\\VBAPROJECT.BIN", "x"));
        assertRefused("macros", "a.pptx", ooxml("ppt/presentation.xml", "ppt/activeX/activeX1.xml", "x"));
        assertRefused("macros", "a.xlsx", ooxml("xl/workbook.xml", "xl/embeddings/oleObject1.bin", "x"));
        assertRefused(
                "macros", "a.odt", odf("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "x"));
        assertRefused(
                "macros",
                "a.docx",
                zip(
                        "[Content_Types].xml",
                        "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>",
                        "word/document.xml",
                        "<x/>"));
        assertThat(check("a.pptx", ooxml("ppt/presentation.xml", "ppt/embeddings/sheet1.xlsx", "x"))
                        .kind())
                .isEqualTo(FileKind.PPTX);
    }

    @Test
    void turnsAwayWhatIsDamagedEmptyOrTooLarge() {
        byte[] whole = ooxml("word/document.xml");
        assertRefused("broken", "a.docx", Arrays.copyOf(whole, whole.length / 2));
        assertRefused("empty", "a.pdf", new byte[0]);
        assertRefused("large", "a.pdf", new byte[(int) (10 * MEGABYTE + 1)]);
        assertRefused("unknown", "a.pdf", bytes("\n\n junk %PDF-1.7\n1 0 obj\n<< >>\nendobj"));
    }

    @Test
    void anUnfoldingArchiveIsNotUnfolded() {
        byte[] bomb = zip("[Content_Types].xml", "A".repeat((int) (40 * MEGABYTE)), "word/document.xml", "<x/>");
        assertThat(bomb).hasSizeLessThan((int) MEGABYTE);
        assertThat(check("a.docx", bomb).kind()).isEqualTo(FileKind.DOCX);
    }

    @Test
    void aNameThatSaysSomethingElseIsPointedOut() {
        assertRefused("other.png", "report.pdf", PNG);
        assertRefused("other.pdf", "report.docx", aPdf(""));
        assertRefused("other.text", "report.pdf", bytes("Only words."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/month end.pdf | month end.pdf",
                "C:\\\\files\\\\a.pdf | a.pdf",
                "a\u202Efdp.pdf | afdp.pdf",
                "no ending | no ending.pdf",
                "a.exe | a.exe.pdf",
            })
    void namesAreBareAndEndAsTheyShould(String given, String kept) {
        assertThat(check(given.replace("\\\\", "\\"), aPdf("")).name()).isEqualTo(kept);
    }

    @Test
    void aNameWithoutEndIsShortened() {
        assertThat(check("x".repeat(5000) + ".pdf", aPdf("")).name())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("x.pdf");
        assertThat(check("a\"\r\nX: y.pdf", aPdf("")).name()).isEqualTo("aX y.pdf");
        assertThat(check("", aPdf("")).name()).isEqualTo("file.pdf");
        assertThat(check("\ud83d\ude00".repeat(400), aPdf("")).name()).endsWith(".pdf");
    }
}
