package org.attune.people;

/**
 * What goes along, in numbers.
 *
 * @param talks conversations that are planned or not finished
 * @param offers drafts, and offers that wait for an answer
 */
public record HandOverCount(int contacts, int promises, int talks, int offers) {

    public boolean isNothing() {
        return contacts + promises + talks + offers == 0;
    }
}
