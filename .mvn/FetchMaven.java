import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Fetches Maven's archive, checks its SHA-512 and unpacks it; run by mvnw. Arguments: address, sum, directory. */
class FetchMaven {

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.net.useSystemProxies", "true");
        try {
            install(URI.create(arguments[0]), arguments[1], Path.of(arguments[2]).toAbsolutePath());
        } catch (IOException e) {
            System.err.println("mvnw: Maven could not be fetched from " + arguments[0] + ": " + e);
            System.err.println("mvnw: install Maven yourself, or name a mirror of that file in MAVEN_ARCHIVE_URL.");
            System.exit(1);
        }
    }

    private static void install(URI address, String sum, Path wanted) throws Exception {
        Files.createDirectories(wanted.getParent());
        Path archive = Files.createTempFile(wanted.getParent(), "maven", ".zip");
        try {
            fetch(address, archive);
            check(archive, sum);
            // Beside its place first, so that an interrupted start leaves no half of it.
            Path draft = Files.createTempDirectory(wanted.getParent(), "unpacking");
            unpack(archive, draft);
            move(draft, wanted);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static void fetch(URI address, Path archive) throws IOException, InterruptedException {
        System.err.println("mvnw: fetching " + address);
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<Path> answer = client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(archive));
        if (answer.statusCode() != 200) {
            throw new IOException("the server answered " + answer.statusCode());
        }
    }

    private static void check(Path archive, String expected) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
        if (!HexFormat.of().formatHex(sum).equals(expected)) {
            throw new IOException("the file is not the expected one (its SHA-512 differs)");
        }
    }

    /** Without the archive's top directory. */
    private static void unpack(Path archive, Path directory) throws IOException {
        try (InputStream in = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = directory.resolve(name).normalize();
                if (!entry.isDirectory() && target.startsWith(directory)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static void move(Path draft, Path wanted) throws IOException {
        try {
            Files.move(draft, wanted);
        } catch (FileSystemException e) {
            // Unless somebody else was quicker.
            if (!Files.isDirectory(wanted)) {
                throw e;
            }
        }
    }
}
