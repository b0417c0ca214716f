package org.attune.health;

/**
 * How much each factor takes from a relationship: its weight times what is missing to 100. What is not known takes nothing.
 */
record Lost(int rhythm, int balance, int followThrough, int promises, int needs, int reciprocity) {

    static final Lost NOTHING = new Lost(0, 0, 0, 0, 0, 0);

    /** What this move would give back at the most. */
    int by(NextMove.Kind kind) {
        return switch (kind) {
            case KEEP_PROMISE -> promises;
            case ANSWER, PICK_UP -> followThrough;
            case LISTEN -> balance;
            case HEAR -> rhythm;
            case MEET -> needs;
            case ASK_KINDLY -> reciprocity;
            case LEAVE_ALONE, LEAVE_IN_PEACE, NOTHING -> 0;
        };
    }
}
