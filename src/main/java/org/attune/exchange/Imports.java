package org.attune.exchange;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody imported, and what became of every line. Reports are for whoever brought the file. */
@Component
public class Imports {

    private final ImportFiles files;
    private final ImportRuns runs;
    private final Owners owners;
    private final MessageSource messages;
    private final Clock clock;

    Imports(ImportFiles files, ImportRuns runs, Owners owners, MessageSource messages, Clock clock) {
        this.files = files;
        this.runs = runs;
        this.owners = owners;
        this.messages = messages;
        this.clock = clock;
    }

    public List<WaitingFile> waiting(Viewer viewer) {
        return files.waiting(viewer);
    }

    /**
     * Says whose the people or the conversation in a file become. Only an admin may; for all others it stays theirs.
     *
     * @throws RuleRefused for the field "owner", where it cannot be theirs
     */
    public void becomes(Viewer viewer, UUID file, @Nullable UserId owner) {
        owners.check(viewer, owner);
        if (owners.chosenBy(viewer)) {
            files.becomes(viewer, file, owner);
        }
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
        if (!report(viewer, run).givesBackTo(viewer, clock.instant())) {
            throw new NotSeen("left over of import " + run);
        }
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
