package org.attune.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.desk.ContactFilter;
import org.attune.desk.ContactOrder;
import org.attune.desk.Heard;
import org.attune.desk.Only;
import org.attune.fields.Field;
import org.attune.fields.FieldFilter;
import org.attune.health.Band;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of contacts as its address has it. Words it does not know are as good as none. */
record ListQuery(
        @Nullable String only,
        @Nullable String q,
        @Nullable String stage,
        @Nullable String owner,
        @Nullable String tag,
        @Nullable String company,
        @Nullable String heard,
        @Nullable String health,
        @Nullable String archived,
        @Nullable String sort,
        @Nullable String view,
        @Nullable String after,
        @Nullable Map<String, String> own) {

    ListQuery {
        own = own == null ? new TreeMap<>() : own;
    }

    private static Map<String, String> filledIn(@Nullable Map<String, @Nullable String> brought) {
        Map<String, String> filled = new TreeMap<>();
        if (brought != null) {
            brought.forEach((field, words) -> {
                String kept = cut(words);
                if (kept != null && OWN.matcher(field).matches()) {
                    filled.put(field, kept);
                }
            });
        }
        return filled;
    }

    /** How the organisation's own fields are called in an address: see {@link Field#key}. */
    private static final Pattern OWN = Pattern.compile("f[0-9a-f]{32}(-from|-to|-none)?");

    private static final int LONGEST = 200;

    /** @param asked those of the organisation's own fields that a list can be narrowed by */
    ContactFilter filter(List<Field> asked, Locale locale) {
        return new ContactFilter(
                one(Only.class, only),
                cut(q),
                cut(stage),
                id(owner),
                cut(tag),
                id(company),
                one(Heard.class, heard),
                one(Band.class, health),
                "true".equals(archived),
                order(),
                after,
                FieldFilter.of(asked, ownFields(), locale));
    }

    private ContactOrder order() {
        ContactOrder chosen = one(ContactOrder.class, sort);
        return chosen == null ? ContactOrder.HEARD : chosen;
    }

    /** The order, as a word. */
    public String sorted() {
        return order().name().toLowerCase(Locale.ROOT);
    }

    /** Whether anything narrows the list beside a view everybody has. */
    public boolean narrowed() {
        return narrowedByOwn()
                || Stream.of(q, stage, owner, tag, company, heard, health, archived)
                        .anyMatch(part -> part != null);
    }

    public boolean narrowedByOwn() {
        return !ownFields().isEmpty();
    }

    /** Looked at each time: what the address has is put in again after the query was made. */
    Map<String, String> ownFields() {
        return filledIn(own);
    }

    /** What a saved view keeps: what narrows and orders the list. */
    public String kept() {
        return address(null, false).substring(1);
    }

    /** The address of this list with another order. */
    public String sortedBy(String order) {
        return "/contacts"
                + new ListQuery(only, q, stage, owner, tag, company, heard, health, archived, order, view, null, own)
                        .address(null, true);
    }

    /** The address of the next page. */
    String next(@Nullable String key) {
        return "/contacts" + address(key, true);
    }

    /** Where this list is to be had as a table. */
    public String export() {
        return "/contacts/export" + address(null, false);
    }

    /** The address of this list, to come back to. */
    public String here() {
        return "/contacts" + address(null, true);
    }

    private String address(@Nullable String key, boolean withView) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        put(address, "only", only);
        put(address, "q", cut(q));
        put(address, "stage", stage);
        put(address, "owner", owner);
        put(address, "tag", tag);
        put(address, "company", company);
        put(address, "heard", heard);
        put(address, "health", health);
        put(address, "archived", archived);
        put(address, "sort", sort);
        ownFields().forEach((field, words) -> address.queryParam("own[" + field + "]", "{" + field + "}")
                .uriVariables(Map.of(field, words)));
        put(address, "view", withView ? view : null);
        put(address, "after", key);
        String query = address.encode().build().toUriString();
        return query.isEmpty() ? "?" : query;
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String cut(@Nullable String typed) {
        return typed == null || typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    private static @Nullable UUID id(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw new NotSeen("id");
        }
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> set, @Nullable String word) {
        return Arrays.stream(set.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }
}
