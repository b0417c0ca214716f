package org.attune.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attune.conversations.Labels.Labelled;
import org.attune.conversations.Passage.Source;
import org.jspecify.annotations.Nullable;

/**
 * A transcript or a chat: lines with names before them. Lines without one go on with whoever spoke; a ruled-off part
 * above or below is not part of what was said.
 */
final class Transcript {

    private static final Pattern RULE = Pattern.compile("^\\s*(-{3,}|\\*{3,}|_{3,}|={3,})\\s*$");

    private final Labels labels;
    private final Around around;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private @Nullable Labelled speaking;
    private boolean ruledOff = true;
    private boolean paragraphEnded;

    private Transcript(Labels labels, Around around) {
        this.labels = labels;
        this.around = around;
    }

    static List<Passage> passages(List<String> lines, Labels labels, Around around) {
        Transcript transcript = new Transcript(labels, around);
        lines.forEach(transcript::read);
        transcript.finish();
        return transcript.passages;
    }

    private void read(String line) {
        Optional<Labelled> labelled = labels.of(line);
        Optional<Passage> marked = Jotting.marked(line);
        if (RULE.matcher(line).matches()) {
            finish();
            ruledOff = true;
        } else if (labelled.isPresent()) {
            finish();
            begin(labelled.get());
        } else if (marked.isPresent()) {
            finish();
            passages.add(marked.get());
        } else if (line.isBlank()) {
            paragraphEnded = true;
        } else {
            goOn(line);
        }
    }

    private void begin(Labelled labelled) {
        speaking = labelled;
        ruledOff = false;
        if (!labelled.words().isEmpty()) {
            words.add(labelled.words());
        }
    }

    private void goOn(String line) {
        if (paragraphEnded && (speaking == null || isNoted(speaking))) {
            finish();
        }
        paragraphEnded = false;
        words.add(line.strip());
    }

    /** One or two letters are how one notes who said it; a full name comes from a transcript. */
    private static boolean isNoted(Labelled labelled) {
        return labelled.label().length() <= 2;
    }

    private void finish() {
        if (!words.isEmpty()) {
            passages.add(passage(String.join("\n", words)));
        }
        words.clear();
        speaking = null;
        paragraphEnded = false;
    }

    private Passage passage(String said) {
        Labelled by = speaking;
        if (by == null) {
            return ruledOff ? Passage.leftOut(said, Part.HEADING) : Jotting.passage(said);
        }
        Instant at = by.when().isBlank() ? null : Moments.in(by.when(), around);
        return new Passage(by.label(), said, Part.SAID, isNoted(by) ? Source.NOTED : Source.SPOKEN, at);
    }
}
