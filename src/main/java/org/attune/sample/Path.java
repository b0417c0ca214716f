package org.attune.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** The stages somebody went through, in their order. */
final class Path {

    static final String PARTED = "parted";
    static final String NOT_NOW = "not_now";
    private static final String TRUST = "trust";
    private static final List<String> ORDER =
            List.of("know", "like", TRUST, "exploring", "weighing", "deciding", "customer", "advocate");

    /**
     * @param evidence the turn it stands on; none where it stands on nothing that was said
     * @param until a day since 1970; 0: none
     */
    record Move(
            long at,
            @Nullable String from,
            String to,
            String how,
            long until,
            @Nullable String check,
            @Nullable UUID evidence) {}

    final List<Move> moves = new ArrayList<>();

    /** Whom they brought to us; 0: nobody. */
    final int introduced;

    private final Person person;
    private final Dice dice;

    Path(Person person) {
        this.person = person;
        this.dice = person.house.dice(Of.PATH, person.number);
        this.introduced = introduced();
        if (person.talks.length == 0) {
            imported();
        } else {
            talked();
        }
        moves.sort(Comparator.comparingLong(Move::at));
        linked();
    }

    UUID idOf(int move) {
        return person.house
                .dice(Of.PATH, person.number, move)
                .id(moves.get(move).at());
    }

    boolean endsIn(String stage) {
        return !moves.isEmpty() && moves.get(moves.size() - 1).to().equals(stage);
    }

    long lastUntil() {
        return moves.isEmpty() ? 0 : moves.get(moves.size() - 1).until();
    }

    /** Somebody who came later, so that introductions lead in no circle; those who are glad of us do it more often. */
    private int introduced() {
        int later = person.number + dice.between(1, 60);
        boolean glad = person.stories.stream().anyMatch(story -> story.reach == Story.Reach.YES);
        boolean does = person.talks.length > 0 && dice.chance(glad ? 0.8 : 0.05);
        return does && later < person.house.contacts ? later : 0;
    }

    private void imported() {
        if (dice.chance(0.15)) {
            add(person.created, dice.one("know", "like", TRUST, "customer"), "imported", null, null);
        }
    }

    private void talked() {
        int talks = person.talks.length;
        if (dice.chance(0.9)) {
            add(after(0), "know", "entered", "heard_turns", person.turnId(0, person.firstHeard(0)));
        }
        if (talks >= 2 && dice.chance(0.7)) {
            add(after(1), "like", "forward", "heard_on_days", person.turnId(1, person.firstHeard(1)));
        }
        if (talks >= 3 && dice.chance(0.6)) {
            add(after(2), TRUST, "forward", "started_conversation", null);
        }
        person.stories.stream().filter(story -> story.problem).forEach(this::sold);
        aside();
    }

    /** The newest need says where somebody stands, until they are a customer. */
    private void sold(Story story) {
        if (moves.stream().anyMatch(move -> move.to().equals("customer"))) {
            return;
        }
        long heard = after(story.talk) + 60;
        moves.removeIf(move -> move.at() >= heard);
        add(heard, "exploring", "forward", "need_heard", story.states());
        if (story.reach.atLeast(Story.Reach.CONFIRMED)) {
            add(after(story.talk + 1) + 60, "weighing", "forward", "need_confirmed", story.confirmed());
        }
        if (story.reach.atLeast(Story.Reach.AGREED)) {
            add(after(story.talk + 1) + 120, "deciding", "forward", "solution_agreed", story.agreed());
        }
        switch (story.reach) {
            case YES -> bought(story);
            case NO -> add(story.decidedAt() + 60, TRUST, "back", null, null);
            case NOT_NOW ->
                moves.add(new Move(
                        story.decidedAt() + 60, null, NOT_NOW, "aside", askAgain(story.decidedAt()), null, null));
            default -> {}
        }
    }

    private void bought(Story story) {
        add(story.decidedAt() + 60, "customer", "forward", "decision_yes", null);
        if (introduced > 0) {
            long came = Math.max(person.house.createdAt(introduced), story.decidedAt()) + House.HOUR;
            if (came < person.house.horizon) {
                add(came, "advocate", "forward", "introduced_someone", null);
            }
        }
    }

    private void aside() {
        long end = after(person.talks.length - 1) + 180;
        if (moves.stream().anyMatch(move -> move.at() > end)) {
            return;
        }
        if (dice.chance(0.04)) {
            moves.add(new Move(end, null, PARTED, "aside", 0, null, null));
        } else if (dice.chance(0.05)) {
            moves.add(new Move(end, null, NOT_NOW, "aside", askAgain(end), null, null));
        }
    }

    long askAgain(long from) {
        return from / House.DAY + 30 + Math.floorMod(person.id.getLeastSignificantBits(), 200);
    }

    /** When the conversation is over and written down. */
    private long after(int talk) {
        return person.talks[talk] + House.HOUR;
    }

    private void add(long at, String to, String how, @Nullable String check, @Nullable UUID evidence) {
        moves.add(new Move(at, null, to, how, 0, check, evidence));
    }

    private void linked() {
        List<Move> all = List.copyOf(moves);
        moves.clear();
        String from = null;
        for (Move move : all) {
            if (!move.to().equals(from)) {
                moves.add(new Move(
                        move.at(), from, move.to(), how(from, move), move.until(), move.check(), move.evidence()));
                from = move.to();
            }
        }
    }

    private static String how(@Nullable String from, Move move) {
        if (!move.how().equals("forward")) {
            return move.how();
        }
        return from == null ? "entered" : ORDER.indexOf(move.to()) < ORDER.indexOf(from) ? "back" : "forward";
    }
}
