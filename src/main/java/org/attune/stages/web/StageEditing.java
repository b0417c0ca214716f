package org.attune.stages.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attune.platform.Ids;
import org.attune.stages.Ask;
import org.attune.stages.Catalogue;
import org.attune.stages.Definition;
import org.attune.stages.Stage;
import org.attune.stages.StageDraft;
import org.attune.stages.StageDrafts;
import org.attune.stages.StageVersions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the draft show: the path at the left, and one stage of it. */
@Component
class StageEditing {

    private final StageDrafts drafts;
    private final StageVersions versions;
    private final Catalogue catalogue;

    StageEditing(StageDrafts drafts, StageVersions versions, Catalogue catalogue) {
        this.drafts = drafts;
        this.versions = versions;
        this.catalogue = catalogue;
    }

    /** The path, those beside it and those that go, with how many stand in each. */
    void path(Model model, StageDraft draft) {
        Definition inForce = drafts.inForce();
        model.addAttribute("draft", draft)
                .addAttribute("inForce", inForce)
                .addAttribute("id", Ids.next())
                .addAttribute("standing", versions.standing())
                .addAttribute("gone", gone(draft, inForce));
    }

    static List<Stage> gone(StageDraft draft, Definition inForce) {
        return inForce.stages().stream()
                .filter(stage -> draft.definition().stage(stage.key()).isEmpty())
                .toList();
    }

    void lines(Model model, StageForm form) {
        model.addAttribute("lines", lines(form.asked())).addAttribute("catalogue", catalogue.keys());
    }

    private List<LineShown> lines(List<AskLine> lines) {
        List<LineShown> shown = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            AskLine line = lines.get(at);
            String check = Objects.requireNonNullElse(line.kind(), "");
            int next = AskLine.after(lines, at);
            shown.add(new LineShown(
                    at,
                    line.deep(),
                    check,
                    line.group(),
                    catalogue.counts(check),
                    catalogue.looksBack(check),
                    AskLine.before(lines, at).isPresent(),
                    next < lines.size() && lines.get(next).deep() == line.deep(),
                    line.deep() + 2 < Ask.DEEPEST));
        }
        return shown;
    }
}
