package org.attune.library;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.ThemeView;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is given to people so that they understand something. Everybody who sells reads what was published and may draft the
 * next version; a draft is its author's and the managers'. A published version is never changed.
 */
@Component
@Transactional
public class Materials {

    private final MaterialRows rows;
    private final MaterialReading reading;
    private final MaterialLists lists;
    private final Stages stages;
    private final Clock clock;

    Materials(MaterialRows rows, MaterialReading reading, MaterialLists lists, Stages stages, Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.lists = lists;
        this.stages = stages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public KeysetPage<MaterialLine> list(Viewer viewer, MaterialFilter filter, @Nullable String after) {
        return lists.page(viewer, filter, after);
    }

    /** @throws NotSeen where there is none, or nothing of it the viewer may see */
    @Transactional(readOnly = true)
    public MaterialView find(Viewer viewer, MaterialId id) {
        return reading.find(viewer, id).orElseThrow(() -> new NotSeen("material " + id));
    }

    /** One of its versions, also an old one. */
    @Transactional(readOnly = true)
    public VersionView version(Viewer viewer, MaterialId id, int number) {
        return reading.version(viewer, id, number).orElseThrow(() -> new NotSeen("version " + number + " of " + id));
    }

    /** The material a version belongs to. */
    @Transactional(readOnly = true)
    public MaterialView of(Viewer viewer, MaterialVersionId version) {
        return find(viewer, rows.of(viewer, version).orElseThrow(() -> new NotSeen("version " + version)));
    }

    @Transactional(readOnly = true)
    public VersionView version(Viewer viewer, MaterialVersionId id) {
        return reading.version(viewer, id).orElseThrow(() -> new NotSeen("version " + id));
    }

    /**
     * What somebody was or is to be given, retired or not.
     *
     * @throws NotSeen where there is no such version, or it is still a draft
     */
    @Transactional(readOnly = true)
    public GivenMaterial given(MaterialVersionId id) {
        return reading.given(id).orElseThrow(() -> new NotSeen("version " + id));
    }

    /** What can be given now: of each material that is not retired the newest version, by title. */
    @Transactional(readOnly = true)
    public List<MaterialChoice> choices(Viewer viewer) {
        return lists.choices(viewer);
    }

    /** Themes that stand beside some material, by name; for filters. */
    @Transactional(readOnly = true)
    public List<ThemeView> themes() {
        return lists.themes();
    }

    /**
     * Begins a material with the draft of its first version. The same one twice is one.
     *
     * @throws ChangedMeanwhile where the id stands for other words already
     */
    public MaterialView write(Viewer viewer, WriteMaterial write) {
        MaterialDetails details = MaterialRules.checked(write.details(), stageKeys());
        MaterialContent content = MaterialRules.checked(write.content());
        List<UUID> themes = themes(details);
        if (rows.add(viewer, write.id(), details, clock.instant())) {
            rows.speaksOf(write.id(), themes);
            rows.draft(viewer, new MaterialVersionId(Ids.next()), write.id(), content, clock.instant());
            return find(viewer, write.id());
        }
        MaterialView before = find(viewer, write.id());
        VersionView first = version(viewer, write.id(), 1);
        if (!MaterialWords.same(before.details(), details) || !first.content().equals(content)) {
            throw new ChangedMeanwhile(
                    MaterialWords.of(before.details(), first.content()), MaterialWords.of(details, content));
        }
        return before;
    }

    /**
     * Says anew what it is for.
     *
     * @param version the one the form was opened on
     * @throws ChangedMeanwhile where somebody said it anew since
     */
    public void change(Viewer viewer, MaterialId id, MaterialDetails typed, int version) {
        MaterialView now = tended(viewer, id);
        MaterialDetails details =
                MaterialRules.checked(typed, stageKeys(now.details().stage()));
        if (MaterialWords.same(now.details(), details)) {
            return;
        }
        if (now.version() != version) {
            throw new ChangedMeanwhile(MaterialWords.of(now.details()), MaterialWords.of(details), now.version());
        }
        List<UUID> themes = themes(details);
        rows.change(id, details);
        rows.speaksOf(id, themes);
    }

    /** It is not suggested or given from now on; what was given stays as it was. Once more changes nothing. */
    public MaterialView retire(Viewer viewer, MaterialId id) {
        MaterialView material = tended(viewer, id);
        rows.retire(viewer, id, clock.instant());
        return material;
    }

    public MaterialView restore(Viewer viewer, MaterialId id) {
        MaterialView material = tended(viewer, id);
        rows.restore(id);
        return material;
    }

    private MaterialView tended(Viewer viewer, MaterialId id) {
        if (!rows.lock(viewer, id)) {
            throw new NotSeen("material " + id);
        }
        MaterialView material = find(viewer, id);
        if (!material.tended()) {
            throw new NotSeen("material " + id);
        }
        return material;
    }

    private Set<String> stageKeys() {
        return stages.all().stream().map(Stage::key).collect(Collectors.toSet());
    }

    /** One that is gone since may stay where it was. */
    private Set<String> stageKeys(@Nullable String before) {
        Set<String> keys = stageKeys();
        if (before != null) {
            keys.add(before);
        }
        return keys;
    }

    private List<UUID> themes(MaterialDetails details) {
        List<MaterialRows.NamedTheme> named = rows.themes(details.themes());
        Set<String> known =
                named.stream().map(one -> MaterialWords.folded(one.typed())).collect(Collectors.toSet());
        details.themes().stream()
                .filter(name -> !known.contains(MaterialWords.folded(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleRefused("library.refused.theme", "themes", name);
                });
        return named.stream().map(MaterialRows.NamedTheme::id).distinct().toList();
    }
}
