package org.attune.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.desk.ListNarrowing.Sieve;
import org.jspecify.annotations.Nullable;

/**
 * The statements with which a page of a list can be found.
 *
 * @param beyond where the page before ended
 * @param most rows that are looked at
 */
record ListSearch(
        Sighted sight,
        ContactFilter filter,
        ListNarrowing narrowing,
        String beyond,
        int most,
        Map<String, @Nullable Object> parameters) {

    List<Sieve> sieves() {
        return narrowing.sieves();
    }

    ListSearch ofNamesLikeIt() {
        return new ListSearch(sight, filter, narrowing.ofNamesLikeIt(), beyond, most, parameters);
    }

    /** Whoever was put away stands in an index by when they were heard, and is put in any other order by hand. */
    boolean isOrderedByHand() {
        return filter.archived() && !filter.order().byHeard();
    }

    /** As the index has them. */
    String along() {
        return "%s from (%s) c order by %s limit :rows".formatted(picked(), inOrder(), order());
    }

    /** Who passes a sieve, of everybody or of those in sight. */
    String those(Sieve sieve) {
        String onCard = sieve.onCard();
        return onCard == null ? Objects.requireNonNull(sieve.those()) : cards(onCard);
    }

    /** All of those few, put in order. */
    String among(Sieve sieve) {
        return """
                with few as materialized (%s)
                %s from few join (%s) c on c.id = few.id where %s order by %s limit :rows""".formatted(
                        those(sieve),
                        picked(),
                        sight.anyCard(owner(), narrowing.alongWith(beyond), parameters),
                        narrowing.sieved(),
                        order());
    }

    /** One after the other, until the page is full or enough were looked at. */
    String lookingThrough() {
        return "%s from (%s) c where %s order by %s limit :rows"
                .formatted(picked(), atMost(inOrder()), narrowing.sieved(), order());
    }

    String lastLookedAt() {
        return "%s from (%s) c order by %s offset %d limit 1".formatted(picked(), inOrder(), order(), most - 1);
    }

    String ofThoseHeardLast() {
        return "%s from (select * from (%s) c order by %s limit %d) c where %s and %s order by %s limit :rows"
                .formatted(
                        picked(), heardLast(), ContactOrder.HEARD.orderBy(), most, beyond, narrowing.sieved(), order());
    }

    String lastHeardAt() {
        return "%s from (%s) c order by %s offset %d limit 1"
                .formatted(picked(), heardLast(), ContactOrder.HEARD.orderBy(), most);
    }

    private String atMost(String cards) {
        return "select * from (%s) c order by %s limit %d".formatted(cards, order(), most);
    }

    private String picked() {
        return "select c.id, " + filter.order().key() + " as key";
    }

    private String order() {
        return filter.order().orderBy();
    }

    private String inOrder() {
        return sight.inOrder(owner(), narrowing.alongWith(beyond), filter.order(), most + 1, parameters);
    }

    private String heardLast() {
        return sight.inOrder(owner(), narrowing.alongWith("true"), ContactOrder.HEARD, most + 1, parameters);
    }

    private String cards(String more) {
        return sight.cards(owner(), narrowing.alongWith(more), parameters);
    }

    private @Nullable UUID owner() {
        return filter.only() == Only.MINE ? (UUID) parameters.get("viewer") : filter.owner();
    }
}
