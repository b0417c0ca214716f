package org.attune.stages.web;

import java.util.List;
import org.attune.stages.Definition;
import org.attune.stages.Stage;

/** A stage to read, with what it asks for in a sentence. */
record StageShown(Stage stage, String asks) {

    static List<StageShown> of(Definition definition, AskWords words) {
        return definition.stages().stream()
                .map(stage -> new StageShown(stage, words.of(stage.asks())))
                .toList();
    }
}
