package org.attune.demo;

import java.util.Map;
import java.util.function.Consumer;

/** Knows how to play what scripts call by certain words, through the front doors of a module or two. */
interface Scenes {

    Map<String, Consumer<Cue>> byWord();
}
