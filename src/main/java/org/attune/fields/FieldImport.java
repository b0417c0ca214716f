package org.attune.fields;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * Reads the organisation's own fields from a table whose columns are called like them.
 *
 * @param columns which field each column holds, by its place
 * @param required those every line should say something of
 * @param locale how numbers are written in it
 */
public record FieldImport(Map<Integer, Field> columns, List<Field> required, Locale locale) {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "ja", "j", "wahr");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "nein", "falsch");
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu"));

    /** @param headings those of the columns that may hold one, the others empty */
    public static FieldImport of(List<Field> asked, List<String> headings, Locale locale) {
        Map<Integer, Field> columns = new LinkedHashMap<>();
        for (int at = 0; at < headings.size(); at++) {
            int column = at;
            named(asked, headings.get(at))
                    .filter(field -> !columns.containsValue(field))
                    .ifPresent(field -> columns.put(column, field));
        }
        return new FieldImport(columns, asked.stream().filter(Field::required).toList(), locale);
    }

    /** Whether a column of this heading would hold one of them. */
    public static Optional<Field> named(List<Field> asked, String heading) {
        String bare = bare(heading);
        return bare.isEmpty()
                ? Optional.empty()
                : asked.stream()
                        .filter(field -> bare(field.name()).equals(bare))
                        .findFirst();
    }

    /** Without capitals, accents and whatever is no letter and no digit. */
    private static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** @param leftOut hears of each cell that is no value of its field */
    public Answers read(List<String> cells, BiConsumer<Field, String> leftOut) {
        Map<UUID, List<String>> values = new LinkedHashMap<>();
        columns.forEach((column, field) -> {
            String cell = column < cells.size() ? cells.get(column) : "";
            try {
                values.put(field.id(), new FieldReading(locale).read(field, typed(field, cell), Answers.none()));
            } catch (RuleRefused noValue) {
                leftOut.accept(field, cell);
            }
        });
        return new Answers(values).answered();
    }

    /** What a line does not say though it should; whoever edits the contact next is asked for it. */
    public List<Field> missing(Answers answers) {
        return required.stream()
                .filter(field -> !answers.isAnswered(field.id()))
                .toList();
    }

    /** As a form would have it: ids for names, and one way to write days, yes and no. */
    private static String typed(Field field, String cell) {
        return switch (field.kind()) {
            case CHOICE -> choice(field, cell);
            case CHOICES ->
                Arrays.stream(cell.split("[,;|]"))
                        .filter(part -> !part.isBlank())
                        .map(part -> choice(field, part))
                        .collect(Collectors.joining(","));
            case YES_NO -> yesNo(cell);
            case DAY -> Objects.requireNonNullElse(day(cell.strip()), cell);
            case TEXT, LINK, NUMBER -> cell;
        };
    }

    private static String choice(Field field, String name) {
        return field.offered().stream()
                .filter(choice -> bare(choice.name()).equals(bare(name)))
                .map(choice -> choice.id().toString())
                .findFirst()
                .orElse(name);
    }

    private static String yesNo(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        return NO.contains(word) ? "false" : cell;
    }

    private static @Nullable String day(String cell) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(cell, format).toString();
            } catch (DateTimeException another) {
                // the next may fit
            }
        }
        return null;
    }
}
