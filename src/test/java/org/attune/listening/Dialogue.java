package org.attune.listening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.conversations.CountedWords;
import org.attune.conversations.Mark;
import org.attune.conversations.Signs;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.platform.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the public dialogues the formula is measured on, with what came of it. */
record Dialogue(String id, List<Line> lines, JsonNode outcomes) {

    private static final JsonMapper JSON = new JsonMapper();

    record Line(String by, String words) {}

    /** How much of what a person would say is taken for said. */
    enum Confirmed {
        /** What Attune counts by itself: no mark, and no response that names what it answers. */
        NOTHING,
        /** As though every suggestion were right, and whatever of our next go is no question answered theirs. */
        EVERYTHING
    }

    static List<Dialogue> in(Path file) {
        try (Stream<String> all = Files.lines(file)) {
            return all.map(JSON::readTree).map(Dialogue::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dialogue of(JsonNode node) {
        List<Line> lines = new ArrayList<>();
        node.get("turns")
                .forEach(turn -> lines.add(
                        new Line(turn.get("s").asString(), turn.get("text").asString())));
        return new Dialogue(node.get("id").asString(), lines, node.get("outcomes"));
    }

    /** Half of all dialogues, by a hash of what they are called. Nothing is fitted to either half. */
    boolean isHeldOut() {
        return isHeldOut(id);
    }

    static boolean isHeldOut(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 1) == 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is counted when this speaker is one of us. */
    Counts counts(String ours, Confirmed confirmed) {
        List<SpokenTurn> turns = new ArrayList<>();
        Set<TurnId> waiting = new HashSet<>();
        boolean afterTheirs = false;
        for (Line line : lines) {
            boolean theirs = !line.by().equals(ours);
            SpokenTurn turn = spoken(line, theirs, turns.size(), afterTheirs, confirmed, waiting);
            if (theirs && turn.asks()) {
                waiting.add(turn.id());
            } else if (!theirs) {
                waiting.clear();
            }
            turns.add(turn);
            afterTheirs = theirs;
        }
        Counts counts = Listened.to(turns).counts();
        return confirmed == Confirmed.EVERYTHING ? counts : withoutAnswers(counts);
    }

    private static SpokenTurn spoken(
            Line line, boolean theirs, int seq, boolean afterTheirs, Confirmed confirmed, Set<TurnId> waiting) {
        boolean all = !theirs && confirmed == Confirmed.EVERYTHING;
        Set<Mark> marks = all ? Signs.of(line.words(), afterTheirs) : Set.of();
        Set<TurnId> answers = all && saysMoreThanAQuestion(line.words()) ? Set.copyOf(waiting) : Set.of();
        return new SpokenTurn(
                new TurnId(Ids.next()),
                seq,
                theirs ? TurnKind.HEARD : TurnKind.TOLD,
                CountedWords.in(line.words()),
                Signs.asks(line.words()),
                marks,
                answers);
    }

    private static boolean saysMoreThanAQuestion(String words) {
        return Stream.of(words.split("(?<=[.!?])\\s+")).anyMatch(sentence -> !Signs.asks(sentence));
    }

    /** Nobody said what answers what, so that part is not computed. */
    private static Counts withoutAnswers(Counts counts) {
        return new Counts(
                counts.ourGoes(),
                counts.theirGoes(),
                counts.ourWords(),
                counts.theirWords(),
                counts.ourAsking(),
                counts.theirAsking(),
                0,
                0,
                counts.replies(),
                0,
                0,
                0,
                0,
                counts.longestRun());
    }
}
