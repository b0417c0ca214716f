package org.attune.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.conversations.Exactness;
import org.attune.conversations.TurnKind;
import org.jspecify.annotations.Nullable;

/**
 * A line of dialogue: {@code helen: …} was heard word for word, {@code helen~: …} from memory, {@code helen=: …} in
 * essence, {@code helen*: …} is what she did; {@code ? …} was asked, {@code ! …} responded, {@code - …} told. Braces hold
 * the very words that matter, brackets at the end what is noted about it, with semicolons between.
 *
 * @param excerpt what stands in braces
 */
record SaidLine(
        Line line,
        TurnKind kind,
        @Nullable String speaker,
        @Nullable Exactness exactness,
        String words,
        @Nullable String excerpt,
        List<String> notes) {

    private static final Map<Character, TurnKind> OURS =
            Map.of('?', TurnKind.ASKED, '!', TurnKind.RESPONDED, '-', TurnKind.TOLD);
    private static final Map<String, Exactness> THEIRS = Map.of(
            "", Exactness.WORD_FOR_WORD, "~", Exactness.FROM_MEMORY, "=", Exactness.IN_ESSENCE, "*", Exactness.DID);
    private static final Pattern HEARD = Pattern.compile("(?<who>[a-z]+)(?<how>[~=*]?): (?<said>.+)");
    private static final Pattern NOTED = Pattern.compile("(?<said>.+?) +\\[(?<notes>[^\\[\\]]+)]");
    private static final Pattern MARKED = Pattern.compile("\\{(?<very>[^{}]+)}");

    SaidLine {
        notes = List.copyOf(notes);
    }

    static SaidLine read(Line line) {
        Matcher noted = NOTED.matcher(line.text());
        boolean has = noted.matches();
        String said = has ? noted.group("said") : line.text();
        List<String> notes = has
                ? Arrays.stream(noted.group("notes").split(";"))
                        .map(String::strip)
                        .toList()
                : List.of();
        TurnKind ours = said.length() > 2 && said.charAt(1) == ' ' ? OURS.get(said.charAt(0)) : null;
        return ours == null ? heard(line, said, notes) : of(line, ours, null, null, said.substring(2), notes);
    }

    private static SaidLine heard(Line line, String said, List<String> notes) {
        Matcher heard = HEARD.matcher(said);
        if (!heard.matches()) {
            throw line.problem("neither a line of dialogue nor one that begins with >");
        }
        return of(line, TurnKind.HEARD, heard.group("who"), THEIRS.get(heard.group("how")), heard.group("said"), notes);
    }

    private static SaidLine of(
            Line line,
            TurnKind kind,
            @Nullable String speaker,
            @Nullable Exactness exactness,
            String said,
            List<String> notes) {
        Matcher marked = MARKED.matcher(said);
        String excerpt = marked.find() ? marked.group("very") : null;
        return new SaidLine(
                line, kind, speaker, exactness, marked.replaceAll("${very}").strip(), excerpt, notes);
    }
}
