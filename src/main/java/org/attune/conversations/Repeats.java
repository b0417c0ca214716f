package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in a thread more than once, because mails quote those before them: whole, or piece by piece between the
 * answers. Two people may say the same short thing, and one person may say it twice.
 */
final class Repeats {

    private static final int TELLING = 30;
    private static final Pattern ADDRESS = Pattern.compile("<[^>]*>|[\"“”]");

    private final List<Piece> pieces = new ArrayList<>();

    /** A passage, how deep it was quoted, and its words whatever their line ends. */
    private record Piece(int depth, Passage passage, String words) {

        boolean isTelling() {
            return words.length() >= TELLING;
        }

        boolean isOfTheSameMail(Piece other) {
            boolean oneMoment = passage.at() == null
                    || other.passage.at() == null
                    || passage.at().equals(other.passage.at());
            return oneMoment && (passage.part() != Part.SAID || person().equals(other.person()));
        }

        /** "Brandt, Helen" is Helen Brandt. */
        private Set<String> person() {
            String label = passage.label() == null ? "" : passage.label();
            return Set.copyOf(List.of(ADDRESS.matcher(label)
                    .replaceAll("")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .split("[,\\s]+")));
        }
    }

    void add(int depth, Passage passage) {
        pieces.add(new Piece(
                depth, passage, passage.words().replaceAll("\\s+", " ").strip()));
    }

    /** Each once, where it is quoted least. */
    List<Passage> takenOnce() {
        List<Passage> taken = new ArrayList<>();
        for (int n = 0; n < pieces.size(); n++) {
            if (!isRepeated(n)) {
                taken.add(pieces.get(n).passage());
            }
        }
        return taken;
    }

    private boolean isRepeated(int at) {
        Piece piece = pieces.get(at);
        for (int n = 0; n < pieces.size(); n++) {
            Piece other = pieces.get(n);
            boolean nearer = other.depth() < piece.depth() || other.depth() == piece.depth() && n < at;
            if (nearer && holds(other, piece) && (piece.isTelling() || piece.isOfTheSameMail(other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Piece other, Piece piece) {
        return other.words().equals(piece.words())
                || other.depth() < piece.depth()
                        && (other.passage().part() == Part.SAID
                                || other.passage().part() == piece.passage().part())
                        && other.words().contains(piece.words());
    }
}
