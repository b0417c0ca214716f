package org.attune.conversations;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a text can hold: the participants' and ours.
 *
 * @param ours our names, as they may stand in a text
 */
record Voices(List<Voice> theirs, List<String> ours) {

    private static final Set<String> WE = Set.of("we", "us", "me", "i", "ourselves", "wir", "uns", "ich");
    private static final Pattern ASIDE = Pattern.compile("<[^>]*>|\\([^)]*\\)|\"|“|”|mailto:\\S+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    /** One of the participants. */
    record Voice(ContactId id, String name, String givenName) {}

    /**
     * Whose a label is.
     *
     * @param speaker one of them; none: ours, or not known
     */
    record Whose(@Nullable ContactId speaker, boolean ours) {

        static final Whose UNKNOWN = new Whose(null, false);
        static final Whose OURS = new Whose(null, true);

        boolean isKnown() {
            return ours || speaker != null;
        }
    }

    /** Where a person has said whose the names in a text are, nothing else is guessed about these people. */
    Voices with(Map<String, ContactId> named, Set<String> also) {
        Stream<Voice> unnamed = theirs.stream().filter(voice -> !named.containsValue(voice.id()));
        Stream<Voice> said =
                named.entrySet().stream().map(name -> new Voice(name.getValue(), name.getKey(), name.getKey()));
        return new Voices(
                Stream.concat(unnamed, said).toList(),
                Stream.concat(ours.stream(), also.stream()).toList());
    }

    Whose of(String label) {
        String wanted = givenNameFirst(folded(label));
        if (wanted.isEmpty()) {
            return Whose.UNKNOWN;
        }
        if (WE.contains(wanted)) {
            return Whose.OURS;
        }
        List<Voice> theirs = this.theirs.stream()
                .filter(voice -> isCalled(voice.name(), voice.givenName(), wanted))
                .toList();
        boolean ours = this.ours.stream().anyMatch(name -> isCalled(name, first(name), wanted));
        if (theirs.size() == 1 && !(ours && wanted.length() <= 2)) {
            return new Whose(theirs.get(0).id(), false);
        }
        return ours && theirs.isEmpty() ? Whose.OURS : Whose.UNKNOWN;
    }

    /** Whoever a jotted line begins with: "petra wants to start on 1 Dec". */
    Whose beginning(String line) {
        String words = folded(line);
        List<Voice> named = theirs.stream()
                .filter(voice -> begins(words, folded(voice.givenName())) || begins(words, folded(voice.name())))
                .toList();
        return named.size() == 1 ? new Whose(named.get(0).id(), false) : Whose.UNKNOWN;
    }

    Whose onlyOne() {
        return theirs.size() == 1 ? new Whose(theirs.get(0).id(), false) : Whose.UNKNOWN;
    }

    private static boolean begins(String words, String name) {
        return !name.isEmpty() && (words.startsWith(name + " ") || words.startsWith(name + ","));
    }

    private static boolean isCalled(String name, String givenName, String wanted) {
        String full = folded(name);
        String given = folded(givenName);
        return wanted.equals(full)
                || wanted.equals(given)
                || full.endsWith(" " + wanted)
                || wanted.equals(initials(full))
                || wanted.length() == 1 && !given.isEmpty() && given.startsWith(wanted);
    }

    /** Many a mail header says "Brandt, Helen". */
    private static String givenNameFirst(String folded) {
        String[] parts = folded.split(",\\s*", 3);
        return parts.length == 2 ? parts[1] + " " + parts[0] : folded;
    }

    private static String initials(String full) {
        StringBuilder letters = new StringBuilder();
        for (String part : full.split(" ")) {
            letters.append(part, 0, Math.min(1, part.length()));
        }
        return letters.toString();
    }

    private static String first(String name) {
        return name.strip().split("\\s+")[0];
    }

    /** Without case, accents and what stands in brackets: ł and ß have no accent to take away. */
    private static String folded(String name) {
        String bare = ASIDE.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        String plain =
                MARK.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace('ł', 'l').replace("ß", "ss").replaceAll("\\s+", " ");
    }
}
