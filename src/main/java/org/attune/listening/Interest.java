package org.attune.listening;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How interested we were in one conversation, from the words alone: the mean of the parts that can be computed. The same formula
 * that was measured on conversations whose outcome is known; it is not tuned here. One conversation is too noisy to judge
 * anybody, so this number is never shown by itself: see {@link Trend}.
 *
 * @param parts what each is worth, 0 to 100; those that cannot be computed are not in it
 */
record Interest(Map<Part, Double> parts) {

    private static final double WHOLE = 100;

    Interest {
        parts = Map.copyOf(parts);
    }

    /** @param goneThrough somebody said which of our turns acknowledge and which push, so that those not marked do not */
    static Interest of(Counts counts, boolean goneThrough) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        if (counts.ourWords() + counts.theirWords() > 0) {
            double room = (double) counts.theirWords() / (counts.ourWords() + counts.theirWords());
            parts.put(Part.ROOM, between(room, 0.31, 0.61));
        }
        if (counts.ourGoes() > 0) {
            parts.put(Part.ASKED, between((double) counts.ourAsking() / counts.ourGoes(), 0, 0.60));
        }
        if (counts.ourAsking() + counts.theirAsking() > 0) {
            parts.put(Part.BOTH_ASKED, bothAsked(counts));
        }
        if (counts.theirQuestions() > 0) {
            parts.put(Part.ANSWERED, between((double) counts.takenUp() / counts.theirQuestions(), 0.33, 1));
        }
        if (goneThrough) {
            confirmed(counts, parts);
        }
        return new Interest(parts);
    }

    private static void confirmed(Counts counts, Map<Part, Double> parts) {
        if (counts.replies() > 0) {
            parts.put(Part.ACKNOWLEDGED, between((double) counts.acknowledged() / counts.replies(), 0, 0.40));
        }
        if (counts.ourGoes() > 0) {
            parts.put(Part.NO_PRESSURE, between((double) counts.pushes() / counts.ourGoes(), 0.25, 0));
        }
    }

    private static double bothAsked(Counts counts) {
        double ours = counts.ourGoes() == 0 ? 0 : (double) counts.ourAsking() / counts.ourGoes();
        double theirs = counts.theirGoes() == 0 ? 0 : (double) counts.theirAsking() / counts.theirGoes();
        return WHOLE * (1 - Math.abs(ours - theirs) / (ours + theirs));
    }

    /** 0 at one end, 100 at the other, and nothing beyond either. */
    private static double between(double value, double none, double all) {
        return WHOLE * Math.max(0, Math.min(1, (value - none) / (all - none)));
    }

    /** None where no part can be computed. */
    OptionalDouble score() {
        return parts.values().stream().mapToDouble(part -> part).average();
    }
}
