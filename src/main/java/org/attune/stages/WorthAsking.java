package org.attune.stages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is worth asking somebody in a stage. Whoever keeps the questions says so. */
public interface WorthAsking {

    /**
     * Of somebody in this stage.
     *
     * @param language what they speak, where that is known
     */
    List<String> of(String stage, @Nullable String language);

    /** By the key of the stage, in the language of the house. */
    Map<String, List<String>> everywhere();
}
