package org.attune.desk.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.desk.ContactFilter;
import org.attune.desk.ContactOrder;
import org.attune.desk.Heard;
import org.attune.desk.Only;
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
        @Nullable String archived,
        @Nullable String sort,
        @Nullable String view,
        @Nullable String after) {

    private static final int LONGEST = 200;

    ContactFilter filter() {
        return new ContactFilter(
                one(Only.class, only),
                cut(q),
                cut(stage),
                id(owner),
                cut(tag),
                id(company),
                one(Heard.class, heard),
                "true".equals(archived),
                order(),
                after);
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
        return Stream.of(q, stage, owner, tag, company, heard, archived).anyMatch(part -> part != null);
    }

    /** What a saved view keeps: what narrows and orders the list. */
    public String kept() {
        return address(null, false).substring(1);
    }

    /** The address of this list with another order. */
    public String sortedBy(String order) {
        return "/contacts"
                + new ListQuery(only, q, stage, owner, tag, company, heard, archived, order, view, null)
                        .address(null, true);
    }

    /** The address of the next page. */
    String next(@Nullable String key) {
        return "/contacts" + address(key, true);
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
        put(address, "archived", archived);
        put(address, "sort", sort);
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
