package org.attune.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts or companies a list shows by what their fields hold, as conditions for its query, in which they are called
 * {@code c}. Only fixed pieces of SQL are put together; what was typed travels beside them.
 */
public record FieldFilter(List<Part> parts, Map<String, Object> parameters) {

    /**
     * One thing that is asked of a field.
     *
     * @param owners who fits, as a query of their ids, for when these are few; none where it is a value that is missing
     */
    public record Part(String condition, @Nullable String owners) {}

    /** Asks for those who have no value: beside the field, or instead of one of its choices. */
    public static final String NONE = "none";

    public static final String WITHOUT = "-none";

    public static final String FROM = "-from";
    public static final String TO = "-to";

    public List<String> conditions() {
        return parts.stream().map(Part::condition).toList();
    }

    public static FieldFilter none() {
        return new FieldFilter(List.of(), Map.of());
    }

    /**
     * Reads a filter as an address has it. What is no value of its field is as good as nothing.
     *
     * @param typed by the key of the field, for figures and days by that and {@link #FROM} or {@link #TO}
     */
    public static FieldFilter of(List<Field> fields, Map<String, String> typed, Locale locale) {
        FieldFilter filter = new FieldFilter(new ArrayList<>(), new HashMap<>());
        fields.forEach(field -> filter.add(field, typed, new FieldReading(locale)));
        return new FieldFilter(List.copyOf(filter.parts()), Map.copyOf(filter.parameters()));
    }

    private void add(Field field, Map<String, String> typed, FieldReading reading) {
        String value = typed.get(field.key());
        boolean none = "true".equals(typed.get(field.key() + WITHOUT));
        if (none || NONE.equals(value) && !field.kind().isWords()) {
            without(field);
        } else if (field.kind().isRange()) {
            range(field, ">=", read(field, typed.get(field.key() + FROM), reading));
            range(field, "<=", read(field, typed.get(field.key() + TO), reading));
        } else if (value != null && field.kind().isWords()) {
            having(field, "folded(v.words) like '%' || folded(:value) || '%'", literal(value));
        } else {
            chosen(field, read(field, value, reading));
        }
    }

    private void without(Field field) {
        String id = parameter(field.id());
        parts.add(new Part(
                "not exists (select from %s v where v.%s = c.id and v.field_id = :%s)"
                        .formatted(field.holder().table(), field.holder().column(), id),
                null));
    }

    private void range(Field field, String compared, @Nullable String value) {
        if (value != null && field.kind() == FieldKind.DAY) {
            having(field, "v.day " + compared + " :value", LocalDate.parse(value));
        } else if (value != null) {
            having(field, "v.amount " + compared + " :value", new BigDecimal(value));
        }
    }

    private void chosen(Field field, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (field.kind() == FieldKind.YES_NO) {
            having(field, "v.yes = :value", Boolean.valueOf(value));
        } else {
            having(field, "v.choice_id = :value", UUID.fromString(value));
        }
    }

    private void having(Field field, String condition, Object value) {
        String id = parameter(field.id());
        String holds = "v.field_id = :" + id + " and " + condition.replace(":value", ":" + parameter(value));
        String table = field.holder().table();
        String column = "v." + field.holder().column();
        parts.add(new Part(
                "exists (select from %s v where %s = c.id and %s)".formatted(table, column, holds),
                "select %s as id from %s v where %s".formatted(column, table, holds)));
    }

    private String parameter(Object value) {
        String name = "field" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    /** A choice that is offered no more can be looked for all the same. */
    private static @Nullable String read(Field field, @Nullable String typed, FieldReading reading) {
        Answers any = new Answers(Map.of(
                field.id(),
                field.choices().stream().map(choice -> choice.id().toString()).toList()));
        try {
            List<String> values = reading.read(field, typed, any);
            return values.isEmpty() ? null : values.get(0);
        } catch (RuleRefused noValue) {
            return null;
        }
    }

    private static String literal(String words) {
        return words.replaceAll("([%_\\\\])", "\\\\$1");
    }
}
