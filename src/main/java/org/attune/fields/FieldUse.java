package org.attune.fields;

/**
 * How many have a value, of all who are not put away.
 *
 * @param values of those and of others: as long as there is one, its kind stays
 */
public record FieldUse(long having, long all, long values) {

    public long lacking() {
        return all - having;
    }
}
