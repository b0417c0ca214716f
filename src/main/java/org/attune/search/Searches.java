package org.attune.search;

import java.util.Arrays;
import java.util.List;
import org.attune.access.Viewer;
import org.attune.people.InSight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One box over people, companies, needs and what was said, among what somebody may see. Where nothing at all is called what was
 * typed, it forgives a letter too many or too few.
 */
@Component
@Transactional(readOnly = true)
public class Searches {

    private static final int AT_A_GLANCE = 5;
    private static final int PAGE = 20;

    private final PeopleSearch people;
    private final NameSearch names;
    private final WordSearch words;

    Searches(PeopleSearch people, NameSearch names, WordSearch words) {
        this.people = people;
        this.names = names;
        this.words = words;
    }

    /** A few of each, while somebody types. */
    public Found glance(Viewer viewer, @Nullable String typed) {
        return all(viewer, Query.of(typed), AT_A_GLANCE);
    }

    /** The first page of each. */
    public Found page(Viewer viewer, @Nullable String typed) {
        return all(viewer, Query.of(typed), PAGE);
    }

    /** One group, page by page. */
    public Found page(Viewer viewer, @Nullable String typed, Group group, @Nullable String after) {
        Query query = Query.of(typed);
        if (query.isTooShort()) {
            return new Found(query, List.of());
        }
        How how = how(viewer, query);
        Found.Part named = new Found.Part(group, find(how, group, query, PAGE, after));
        boolean nothing = group.isOfNames() && !named.hits().saysSomething();
        return found(
                query, nothing && how.forgives() ? List.of(alike(how, named, query, PAGE, after)) : List.of(named));
    }

    private Found all(Viewer viewer, Query query, int size) {
        if (query.isTooShort()) {
            return new Found(query, List.of());
        }
        How how = how(viewer, query);
        List<Found.Part> parts = Arrays.stream(Group.values())
                .map(group -> new Found.Part(group, find(how, group, query, size, null)))
                .toList();
        boolean named = parts.stream()
                .anyMatch(part -> part.group().isOfNames() && part.hits().saysSomething());
        return found(
                query,
                parts.stream()
                        .map(part -> how.forgives() && (!named || mayHaveSuchAnAddress(part))
                                ? alike(how, part, query, size, null)
                                : part)
                        .toList());
    }

    /** A part of an address, without a sign that it is one, is looked for only where nobody is called so. */
    private static boolean mayHaveSuchAnAddress(Found.Part part) {
        return part.group() == Group.PEOPLE && !part.hits().saysSomething();
    }

    private static Found found(Query query, List<Found.Part> parts) {
        return new Found(
                query,
                parts.stream().filter(part -> part.hits().saysSomething()).toList());
    }

    /** @param seldom where the words were said; none where that is all the time: then they are spelt right, and nothing merely like them is meant */
    private record How(Viewer viewer, InSight sight, WordSearch.@Nullable Seldom seldom) {

        boolean forgives() {
            return seldom != null;
        }
    }

    private How how(Viewer viewer, Query query) {
        WordSearch.Seldom seldom = words.lookUp(query);
        names.forgive();
        return new How(viewer, people.sight(viewer), seldom);
    }

    private Hits find(How how, Group group, Query query, int size, @Nullable String after) {
        return switch (group) {
            case PEOPLE -> people.find(how.viewer(), how.sight(), query, size, after);
            case WORDS -> words.find(how.viewer(), how.sight(), query, size, after, how.seldom());
            default -> names.find(how.viewer(), group, query, size, after);
        };
    }

    private Found.Part alike(How how, Found.Part part, Query query, int size, @Nullable String after) {
        Group group = part.group();
        return switch (group) {
            case PEOPLE -> new Found.Part(group, people.findAlike(how.viewer(), how.sight(), query, size, after));
            case WORDS -> part;
            default -> new Found.Part(group, names.findAlike(how.viewer(), group, query, size, after));
        };
    }
}
