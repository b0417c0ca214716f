package org.attune.exchange;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody imported, and what became of every line. Reports are for whoever brought the file. */
@Component
public class Imports {

    private final ImportFiles files;
    private final ImportRuns runs;
    private final MessageSource messages;

    Imports(ImportFiles files, ImportRuns runs, MessageSource messages) {
        this.files = files;
        this.runs = runs;
        this.messages = messages;
    }

    public List<WaitingFile> waiting(Viewer viewer) {
        return files.waiting(viewer);
    }

    /** Lays a file aside that was handed over and is not to be taken. */
    public void layAside(Viewer viewer, UUID file) {
        files.forget(viewer, file);
    }

    public List<RunView> latest(Viewer viewer) {
        return runs.latest(viewer);
    }

    public RunView report(Viewer viewer, UUID run) {
        return runs.find(viewer, run).orElseThrow(() -> new NotSeen("import " + run));
    }

    /** @param after the line with which the page before ended */
    public KeysetPage<LineView> lines(Viewer viewer, UUID run, @Nullable LineResult only, int after) {
        return runs.lines(viewer, run, only, after);
    }

    /** The lines of which something was not taken as a file, to be put right and handed over again. */
    public String leftOver(Viewer viewer, UUID run) {
        report(viewer, run);
        String why = messages.getMessage("exchange.report.reason", null, viewer.locale());
        Stream<String> headings = Stream.of(withReason(runs.headings(viewer, run), why));
        Stream<String> lines = runs.leftOver(viewer, run).stream().map(line -> withReason(line.get(0), line.get(1)));
        return Stream.concat(headings, lines).collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String withReason(String line, String reason) {
        return SafeCsv.safeLine(
                Stream.concat(SafeCsv.cells(line).stream(), Stream.of(reason)).toList());
    }
}
