package org.attune.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.library.MaterialCauses;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialVersionId;
import org.attune.library.Materials;
import org.attune.library.NewFile;
import org.attune.library.Step;
import org.attune.library.VersionView;
import org.attune.library.WriteDraft;
import org.attune.library.WriteMaterial;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Materials and their versions. */
@DemoOnly
class LibraryScenes implements Scenes {

    private final Materials materials;
    private final MaterialDrafts drafts;
    private final MaterialCauses causes;
    private final Names<MaterialId> known = new Names<>("material");

    LibraryScenes(Materials materials, MaterialDrafts drafts, MaterialCauses causes) {
        this.materials = materials;
        this.drafts = drafts;
        this.causes = causes;
    }

    /** What stands indented below, by its first word; the text is what stands behind each bar. */
    private record Written(Map<String, String> said, String text) {

        static Written of(Cue cue) {
            Map<String, String> said = new HashMap<>();
            List<String> text = new ArrayList<>();
            for (Line line : cue.body()) {
                String[] parts = line.text().split(" ", 2);
                String rest = parts.length == 1 ? "" : parts[1];
                if (parts[0].equals("|")) {
                    text.add(rest);
                } else {
                    said.put(parts[0], rest.replaceFirst("^= ", ""));
                }
            }
            return new Written(said, String.join("\n", text));
        }

        List<String> list(String word) {
            return Arrays.stream(said.getOrDefault(word, "").split(", *"))
                    .filter(one -> !one.isEmpty())
                    .toList();
        }

        MaterialContent content(@Nullable String news) {
            return new MaterialContent(text, said.get("link"), news);
        }
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("material", this::material, "version", this::version, "draft", this::draft);
    }

    /** As in {@code material -60 10:00 maya as twice = Title | What somebody understands afterwards}. */
    private void material(Cue cue) {
        String name = Objects.requireNonNull(cue.phrase().after("as"));
        Viewer writer = cue.cast().us.get(cue.line(), cue.phrase().next("a colleague"));
        List<String> words = cue.phrase().parts(2);
        Written written = Written.of(cue);
        MaterialId id = known.put(cue.line(), name, new MaterialId(Ids.next()));
        MaterialDetails details = new MaterialDetails(
                words.get(0),
                words.get(1),
                written.said().get("stage"),
                Step.of(Objects.requireNonNullElse(written.said().get("step"), "")
                                .replace('-', '_'))
                        .orElse(null),
                written.said().getOrDefault("language", Locale.ENGLISH.getLanguage()),
                written.said().getOrDefault("speaks", ""),
                written.list("themes"));
        materials.write(writer, new WriteMaterial(id, details, written.content(null)));
        finish(cue, writer, id, written);
    }

    /** As in {@code version -30 11:00 maya twice = What is new in it}. */
    private void version(Cue cue) {
        Viewer writer = cue.cast().us.get(cue.line(), cue.phrase().next("a colleague"));
        finish(cue, writer, next(cue, writer), Written.of(cue));
    }

    private void draft(Cue cue) {
        next(cue, cue.cast().us.get(cue.line(), cue.phrase().next("a colleague")));
    }

    private MaterialId next(Cue cue, Viewer writer) {
        MaterialId id = known.get(cue.line(), cue.phrase().next("a material"));
        MaterialContent content = Written.of(cue).content(cue.phrase().needsText());
        drafts.write(writer, new WriteDraft(new MaterialVersionId(Ids.next()), id, content, null));
        return id;
    }

    private void finish(Cue cue, Viewer writer, MaterialId id, Written written) {
        MaterialVersionId draft = draft(writer, id).id();
        String file = written.said().get("file");
        if (file != null) {
            drafts.attach(writer, id, draft, new NewFile(Ids.next(), file, bytes(file)));
        }
        written.list("because")
                .forEach(turn -> causes.name(writer, draft, cue.cast().turns.get(cue.line(), turn)));
        drafts.publish(writer, id, draft, draft(writer, id).version());
    }

    private VersionView draft(Viewer writer, MaterialId id) {
        return Objects.requireNonNull(materials.find(writer, id).draft());
    }

    private static byte[] bytes(String file) {
        try {
            return new ClassPathResource("demo/house/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
