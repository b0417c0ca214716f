package org.attune.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.platform.RuleRefused;

/** Gives each line of a script to the scene that knows its word, and says where it was when a rule says no. */
final class Playing {

    private final Map<String, Consumer<Cue>> scenes = new HashMap<>();

    Playing(List<? extends Scenes> all) {
        all.forEach(some -> scenes.putAll(some.byWord()));
    }

    void play(String word, Cue cue) {
        Consumer<Cue> scene = scenes.get(word);
        if (scene == null) {
            throw cue.line().problem("nobody knows what " + word + " means");
        }
        try {
            scene.accept(cue);
            cue.phrase().end();
        } catch (ScriptProblem said) {
            throw said;
        } catch (RuleRefused refused) {
            throw new ScriptProblem(cue.line(), refused.messageKey(), refused);
        } catch (RuntimeException failed) {
            throw new ScriptProblem(cue.line(), failed.toString(), failed);
        }
    }
}
