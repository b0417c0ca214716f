package org.attune.stages;

import java.util.Objects;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.springframework.stereotype.Component;

/**
 * The stages are the same for everybody in the tests' database, so whoever changes them puts them back: the stages Attune came
 * with are in force again and no draft is open.
 */
@Component
public class StagesAsTheyWere {

    private final Somebody somebody;
    private final StageDrafts drafts;
    private final StageChanges changes;
    private final StageVersions versions;

    StagesAsTheyWere(Somebody somebody, StageDrafts drafts, StageChanges changes, StageVersions versions) {
        this.somebody = somebody;
        this.drafts = drafts;
        this.changes = changes;
        this.versions = versions;
    }

    public void comeBack() {
        Viewer admin = somebody.whoAdministers();
        StageDraft draft = drafts.current();
        if (draft.id() != null) {
            drafts.discard(admin, draft.id(), draft.seen());
        }
        if (versions.between(1, drafts.inForce().version()).isEmpty()) {
            return;
        }
        StageDraft back = drafts.restore(admin, Ids.next(), drafts.current().seen(), 1);
        for (Stage gone : drafts.inForce().stages()) {
            if (back.definition().stage(gone.key()).isEmpty()) {
                back = changes.retire(admin, Ids.next(), back.seen(), gone.key(), gone.aside() ? Stage.PARTED : "know");
            }
        }
        versions.publish(admin, Objects.requireNonNull(back.id()), back.seen(), "As it was");
    }
}
