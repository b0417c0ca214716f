package org.attune.demo;

import java.time.Instant;
import java.util.List;

/**
 * Something that happens in a script: a line at the margin, and what belongs to it indented below.
 *
 * @param word what happens
 * @param at when
 * @param rest what stands behind the time
 */
record Block(Line head, String word, Instant at, String rest, List<Line> body) {

    Block {
        body = List.copyOf(body);
    }
}
