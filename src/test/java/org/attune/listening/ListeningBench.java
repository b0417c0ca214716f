package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.attune.conversations.Mark;
import org.attune.conversations.Signs;
import org.attune.listening.Detected.Sentence;
import org.attune.listening.Dialogue.Confirmed;
import org.attune.listening.Ranks.Estimate;
import org.attune.listening.Ranks.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures what the formula of interest and the lists of words are worth, on public dialogues that do not belong to Attune. No
 * test: run with {@code ./mvnw -Pbench test -Dattune.dialogues=<folder>}. Everything is fixed before; nothing is fitted here.
 */
class ListeningBench {

    private static final Path RESULT = Path.of("target", "bench-listening.md");

    /** What asks, by what whoever labelled the sentences called it. */
    private static final Set<String> ASKS = Set.of(
            "task-related-inquiry",
            "personal-related-inquiry",
            "source-related-inquiry",
            "ask-org-info",
            "ask-donation-procedure",
            "ask-persuader-donation-intention",
            "ask-donation-amount",
            "ask-donate-more",
            "ask-not-donate-reason");

    /** What may ask or not, and the label does not say which. */
    private static final Set<String> UNDECIDED =
            Set.of("greeting", "proposition-of-donation", "confirm-donation", "off-task", "other", "closing");

    private Path folder;
    private final StringBuilder result = new StringBuilder();

    @BeforeEach
    void whereTheDialoguesAre() {
        folder = Path.of(Objects.requireNonNull(
                System.getProperty("attune.dialogues"),
                "-Dattune.dialogues=<folder with casino.jsonl and the others>"));
        assertThat(folder).isDirectory();
    }

    @Test
    void whatTheFormulaAndTheListsAreWorth() throws IOException {
        liking();
        outcomes();
        questions();
        acknowledgements();
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, result);
        System.out.println(result);
    }

    private void liking() {
        List<Dialogue> all = Dialogue.in(folder.resolve("casino.jsonl"));
        say("## Interest and how the other person felt (CaSiNo, rank correlation)");
        say("");
        say("| | outcome | held-out half | both halves | cases (dialogues), held out |");
        say("|---|---|---|---|---|");
        for (Confirmed confirmed : Confirmed.values()) {
            for (String outcome : List.of("partner_likes_me", "partner_satisfied")) {
                row(label(confirmed), outcome, all, confirmed, outcome, Interest::score);
            }
        }
        for (Part part : Part.values()) {
            row(
                    "part: " + part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    "partner_likes_me",
                    all,
                    Confirmed.EVERYTHING,
                    "partner_likes_me",
                    interest -> interest.parts().containsKey(part)
                            ? OptionalDouble.of(
                                    Objects.requireNonNull(interest.parts().get(part)))
                            : OptionalDouble.empty());
        }
        say("");
    }

    private void row(
            String what,
            String called,
            List<Dialogue> all,
            Confirmed confirmed,
            String outcome,
            Function<Interest, OptionalDouble> value) {
        Estimate heldOut = Ranks.spearman(pairs(all, Dialogue::isHeldOut, confirmed, outcome, value));
        Estimate both = Ranks.spearman(pairs(all, any -> true, confirmed, outcome, value));
        say("| %s | %s | %s | %s | %d (%d) |"
                .formatted(what, called, heldOut, both, heldOut.cases(), heldOut.groups()));
    }

    /** Each side of a dialogue once as one of us. */
    private static List<Pair> pairs(
            List<Dialogue> all,
            Predicate<Dialogue> which,
            Confirmed confirmed,
            String outcome,
            Function<Interest, OptionalDouble> value) {
        List<Pair> pairs = new ArrayList<>();
        for (Dialogue dialogue : all.stream().filter(which).toList()) {
            for (String us : List.of("1", "2")) {
                Counts counts = dialogue.counts(us, confirmed);
                var felt = dialogue.outcomes().path(us).path(outcome);
                if (counts.areEnough() && felt.isNumber()) {
                    value.apply(Interest.of(counts, confirmed == Confirmed.EVERYTHING))
                            .ifPresent(score -> pairs.add(new Pair(dialogue.id(), score, felt.asDouble())));
                }
            }
        }
        return pairs;
    }

    private void outcomes() {
        say("## Interest and outcomes (area under the curve; 0.50 is chance)");
        say("");
        say("| | dialogues | held-out half | both halves |");
        say("|---|---|---|---|");
        for (Confirmed confirmed : Confirmed.values()) {
            outcome(confirmed, "persuasion_for_good.jsonl", "donated");
            outcome(confirmed, "craigslist.jsonl", "deal");
        }
        say("");
    }

    private void outcome(Confirmed confirmed, String file, String outcome) {
        List<Dialogue> all = Dialogue.in(folder.resolve(file));
        Function<Predicate<Dialogue>, List<Pair>> pairs = which -> all.stream()
                .filter(which)
                .filter(dialogue -> dialogue.counts("we", confirmed).areEnough())
                .map(dialogue -> new Pair(
                        dialogue.id(),
                        Interest.of(dialogue.counts("we", confirmed), confirmed == Confirmed.EVERYTHING)
                                .score()
                                .orElseThrow(),
                        dialogue.outcomes().path(outcome).asDouble()))
                .toList();
        Estimate heldOut = Ranks.auc(pairs.apply(Dialogue::isHeldOut));
        Estimate both = Ranks.auc(pairs.apply(any -> true));
        say("| %s | %s: %s, %d | %s | %s |"
                .formatted(label(confirmed), file.replace(".jsonl", ""), outcome, both.cases(), heldOut, both));
    }

    private void questions() throws IOException {
        List<CSVRecord> donations = read("p4g_labelled_sentences.csv");
        say("## Finding questions in labelled sentences");
        say("");
        say("| sentences | half | n | precision | recall | F1 |");
        say("|---|---|---|---|---|---|");
        for (boolean heldOut : new boolean[] {true, false}) {
            String half = heldOut ? "held out" : "both";
            List<Sentence> clear = donations.stream()
                    .filter(row -> !heldOut || Dialogue.isHeldOut(row.get("dialogue")))
                    .filter(row -> labels(row).noneMatch(UNDECIDED::contains))
                    .map(ListeningBench::question)
                    .toList();
            List<Sentence> all = donations.stream()
                    .filter(row -> !heldOut || Dialogue.isHeldOut(row.get("dialogue")))
                    .map(ListeningBench::question)
                    .toList();
            say("| PersuasionForGood, labels that say whether it asks | %s | %d | %s |"
                    .formatted(half, clear.size(), Detected.in(clear).row()));
            say("| PersuasionForGood, whatever is labelled otherwise taken for no question | %s | %d | %s |"
                    .formatted(half, all.size(), Detected.in(all).row()));
        }
        preferences();
        say("");
    }

    /** Of these only what was missed can be told: a sentence with another label may ask as well. */
    private void preferences() throws IOException {
        List<CSVRecord> asking = read("casino_labelled_sentences.csv").stream()
                .filter(row -> Set.of(row.get("labels").split(",")).contains("elicit-pref"))
                .toList();
        for (boolean heldOut : new boolean[] {true, false}) {
            List<CSVRecord> half = asking.stream()
                    .filter(row -> !heldOut || Dialogue.isHeldOut(row.get("dialogue")))
                    .toList();
            long found =
                    half.stream().filter(row -> Signs.asks(row.get("sentence"))).count();
            say("| CaSiNo, asks what the other prefers | %s | %d | – | %.2f | – |"
                    .formatted(heldOut ? "held out" : "both", half.size(), (double) found / half.size()));
        }
    }

    private static Sentence question(CSVRecord row) {
        return new Sentence(row.get("dialogue"), labels(row).anyMatch(ASKS::contains), Signs.asks(row.get("sentence")));
    }

    private static Stream<String> labels(CSVRecord row) {
        return Stream.of(row.get("label"), row.get("label2")).filter(label -> !label.isBlank());
    }

    /** The first sentence of a turn after the other side spoke. */
    private void acknowledgements() throws IOException {
        say("## Suggesting what takes up what was said (PersuasionForGood, first sentence of each of our turns)");
        say("");
        say("| half | n | precision | recall | F1 |");
        say("|---|---|---|---|---|");
        Set<String> begun = new HashSet<>();
        List<CSVRecord> first = read("p4g_labelled_sentences.csv").stream()
                .filter(row -> row.get("side").equals("we"))
                .filter(row -> begun.add(row.get("dialogue") + " " + row.get("turn")))
                .toList();
        for (boolean heldOut : new boolean[] {true, false}) {
            List<Sentence> half = first.stream()
                    .filter(row -> !heldOut || Dialogue.isHeldOut(row.get("dialogue")))
                    .map(row -> new Sentence(
                            row.get("dialogue"),
                            labels(row).anyMatch("acknowledgement"::equals),
                            Signs.of(row.get("sentence"), true).contains(Mark.ACKNOWLEDGED)))
                    .toList();
            say("| %s | %d | %s |"
                    .formatted(
                            heldOut ? "held out" : "both",
                            half.size(),
                            Detected.in(half).row()));
        }
        say("");
    }

    private List<CSVRecord> read(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static String label(Confirmed confirmed) {
        return confirmed == Confirmed.NOTHING
                ? "what Attune counts by itself (room, asked, both asked)"
                : "all six parts, as though every suggestion were confirmed";
    }

    private void say(String line) {
        result.append(line).append('\n');
    }
}
