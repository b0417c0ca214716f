package org.attune.scenes;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, started once; where there is none, scenes are skipped, and on CI they fail. */
final class Chromium {

    private static final String HOW_TO_GET_ONE =
            "No Chromium found. Install one (Debian: apt-get install chromium-headless-shell) or name it in CHROMIUM_PATH.";

    /** The one without windows comes first, since it opens a page at half the cost. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            Path executable = executable().orElseGet(Chromium::none);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    // Pages come one after the other and are ours; processes of their own cost a tenth.
                                    "--renderer-process-limit=1",
                                    "--disable-site-isolation-trials",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> executable() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM_PATH")).map(Path::of);
        List<Path> folders = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        Stream<Path> onPath = NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    private static Path none() {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(HOW_TO_GET_ONE);
        }
        Assumptions.abort(HOW_TO_GET_ONE);
        throw new IllegalStateException(HOW_TO_GET_ONE);
    }
}
