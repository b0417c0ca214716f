package org.attune.library.web;

import java.util.List;
import org.attune.access.Viewer;
import org.attune.library.CauseView;
import org.attune.library.LibraryFiles;
import org.attune.library.MaterialCauses;
import org.attune.library.MaterialView;
import org.attune.library.PitchLint;
import org.attune.library.VersionLine;
import org.attune.library.VersionView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a material shows. */
@Component
class MaterialPage {

    private final MaterialCauses causes;
    private final LibraryFiles files;
    private final MaterialChoices choices;

    MaterialPage(MaterialCauses causes, LibraryFiles files, MaterialChoices choices) {
        this.causes = causes;
        this.files = files;
        this.choices = choices;
    }

    String show(Viewer viewer, MaterialView material, Model model) {
        VersionView newest = material.newest();
        VersionView draft = material.draft();
        if (draft != null && !model.containsAttribute("form")) {
            FileForm form = new FileForm();
            form.setMaterial(material.id().value());
            form.setDraft(draft.id().value());
            model.addAttribute("form", form);
        }
        if (draft != null) {
            model.addAttribute(
                    "remarks",
                    PitchLint.of(draft.content().body(), material.details().language()));
        }
        List<CauseView> led = newest == null ? List.of() : causes.of(viewer, newest.id());
        model.addAttribute("causes", led)
                .addAttribute("unread", newest == null ? 0 : unread(material, newest, led))
                .addAttribute("largest", files.largest());
        return page(viewer, material, model);
    }

    String version(Viewer viewer, MaterialView material, VersionView version, Model model) {
        List<CauseView> led = causes.of(viewer, version.id());
        model.addAttribute("version", version)
                .addAttribute("causes", led)
                .addAttribute("unread", unread(material, version, led));
        page(viewer, material, model);
        return "library/version";
    }

    private String page(Viewer viewer, MaterialView material, Model model) {
        model.addAttribute("material", material)
                .addAttribute(
                        "language",
                        choices.nameOfLanguage(viewer, material.details().language()))
                .addAttribute("stage", choices.nameOfStage(material.details().stage()));
        return "library/material";
    }

    /** What led to it as well, but is not for this person to read. */
    private static int unread(MaterialView material, VersionView version, List<CauseView> read) {
        return material.versions().stream()
                .filter(line -> line.id().equals(version.id()))
                .mapToInt(VersionLine::causes)
                .map(all -> all - read.size())
                .findFirst()
                .orElse(0);
    }
}
