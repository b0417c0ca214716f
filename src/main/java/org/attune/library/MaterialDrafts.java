package org.attune.library;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The next version of a material: one at a time, seen by who writes it and by managers, until it is published. */
@Component
@Transactional
public class MaterialDrafts {

    private final MaterialRows rows;
    private final MaterialReading reading;
    private final LibraryFiles files;
    private final Clock clock;

    MaterialDrafts(MaterialRows rows, MaterialReading reading, LibraryFiles files, Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Begins the next version or writes on it. The same twice is once.
     *
     * @throws RuleRefused where somebody else is writing one
     * @throws ChangedMeanwhile where it was written on since the form was opened, or the id stands for other words already
     */
    public void write(Viewer viewer, WriteDraft write) {
        MaterialContent content = MaterialRules.checked(write.content());
        MaterialView material = locked(viewer, write.material());
        VersionView draft = reading.version(viewer, write.id())
                .filter(one -> isOf(viewer, one, write.material()))
                .orElse(null);
        if (draft == null) {
            begin(viewer, write, material, content);
        } else if (!draft.content().equals(content)) {
            if (!draft.isDraft() || !Objects.equals(write.version(), draft.version())) {
                Integer version = draft.isDraft() ? draft.version() : null;
                throw new ChangedMeanwhile(MaterialWords.of(draft.content()), MaterialWords.of(content), version);
            }
            rows.write(draft.id(), content);
        }
    }

    private void begin(Viewer viewer, WriteDraft write, MaterialView material, MaterialContent content) {
        if (material.drafting() != null) {
            throw new RuleRefused("library.refused.drafting", null, material.drafting());
        }
        if (!rows.draft(viewer, write.id(), write.material(), content, clock.instant())) {
            throw new NotSeen("version " + write.id());
        }
    }

    /**
     * From now on this is what is given. Once more changes nothing.
     *
     * @param version of the draft that was looked at
     * @throws RuleRefused where it says nothing yet
     */
    public void publish(Viewer viewer, MaterialId id, MaterialVersionId draft, int version) {
        locked(viewer, id);
        VersionView now = of(viewer, id, draft);
        if (!now.isDraft()) {
            return;
        }
        if (now.version() != version) {
            throw new ChangedMeanwhile(MaterialWords.of(now.content()), "", now.version());
        }
        if (!now.saysSomething()) {
            throw new RuleRefused("library.refused.empty", "body");
        }
        rows.publish(draft, clock.instant());
    }

    /** Nothing of it stays; a material of which nothing was published goes with it. */
    public void throwAway(Viewer viewer, MaterialId id, MaterialVersionId draft) {
        locked(viewer, id);
        if (!of(viewer, id, draft).isDraft()) {
            throw new RuleRefused("library.refused.published");
        }
        rows.throwAway(draft, id);
    }

    /**
     * Adds a file to the draft, in place of the one it had. The same file under the same id is added once.
     *
     * @throws RuleRefused where it is not of a kind the library takes
     * @throws ChangedMeanwhile where the id stands for another file already
     */
    public void attach(Viewer viewer, MaterialId id, MaterialVersionId draft, NewFile file) {
        CheckedFile checked = files.checked(file);
        locked(viewer, id);
        VersionView now = writable(viewer, id, draft);
        files.keep(viewer, checked);
        if (now.file() == null || !now.file().id().equals(file.id())) {
            rows.carry(draft, file.id());
        }
    }

    public void detach(Viewer viewer, MaterialId id, MaterialVersionId draft) {
        locked(viewer, id);
        if (writable(viewer, id, draft).file() != null) {
            rows.carry(draft, null);
        }
    }

    private VersionView writable(Viewer viewer, MaterialId id, MaterialVersionId draft) {
        VersionView now = of(viewer, id, draft);
        if (!now.mayWrite()) {
            throw new RuleRefused("library.refused.published");
        }
        return now;
    }

    private VersionView of(Viewer viewer, MaterialId id, MaterialVersionId version) {
        return reading.version(viewer, version)
                .filter(one -> isOf(viewer, one, id))
                .orElseThrow(() -> new NotSeen("version " + version));
    }

    private boolean isOf(Viewer viewer, VersionView version, MaterialId material) {
        return rows.of(viewer, version.id()).equals(Optional.of(material));
    }

    private MaterialView locked(Viewer viewer, MaterialId id) {
        if (!rows.lock(viewer, id)) {
            throw new NotSeen("material " + id);
        }
        return reading.find(viewer, id).orElseThrow(() -> new NotSeen("material " + id));
    }
}
