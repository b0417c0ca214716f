package org.attune.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.library.Consents;
import org.attune.library.NoteConsent;
import org.attune.library.Scope;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.WriteStory;
import org.attune.platform.Ids;

/** Stories, and what those they are about allowed. */
@DemoOnly
class ToldScenes implements Scenes {

    private final Stories stories;
    private final Consents consents;
    private final Names<StoryId> known = new Names<>("story");

    ToldScenes(Stories stories, Consents consents) {
        this.stories = stories;
        this.consents = consents;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("story", this::story, "agreed", this::agreed);
    }

    /** As in {@code story -20 17:00 as once to greta = Title}, with its parts and the turns that were heard indented below. */
    private void story(Cue cue) {
        String name = cue.phrase().after("as");
        Cast.Known contact = cue.contact();
        Viewer writer = cue.viewer(contact);
        Map<String, String> said = new HashMap<>();
        for (Line line : cue.body()) {
            String[] parts = line.text().split(" ", 2);
            said.put(parts[0], parts.length == 1 ? "" : parts[1].replaceFirst("^= ", ""));
        }
        StoryWords words = new StoryWords(
                cue.phrase().needsText(),
                said.getOrDefault("situation", ""),
                said.getOrDefault("found", ""),
                said.getOrDefault("result", ""),
                said.getOrDefault("language", Locale.ENGLISH.getLanguage()),
                said.getOrDefault("speaks", ""),
                list(said, "themes"));
        List<UUID> heard = list(said, "heard").stream()
                .map(turn -> cue.cast().turns.get(cue.line(), turn).value())
                .toList();
        StoryId id = new StoryId(Ids.next());
        stories.write(writer, new WriteStory(id, contact.id(), null, words, heard));
        if (name != null) {
            known.put(cue.line(), name, id);
        }
    }

    private static List<String> list(Map<String, String> said, String word) {
        return Arrays.stream(said.getOrDefault(word, "").split(", *"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** As in {@code agreed -18 09:00 maya once written named = By letter, with her signature}. */
    private void agreed(Cue cue) {
        Viewer viewer = cue.cast().us.get(cue.line(), cue.phrase().next("a colleague"));
        StoryId story = known.get(cue.line(), cue.phrase().next("a story"));
        Scope scope = cue.phrase().one(Scope.class);
        boolean named = cue.phrase().take("named");
        consents.note(
                viewer,
                new NoteConsent(
                        Ids.next(),
                        story,
                        scope,
                        named,
                        cue.cast().now().atZone(viewer.zone()).toLocalDate(),
                        null,
                        cue.phrase().needsText(),
                        null));
    }
}
