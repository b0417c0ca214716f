package org.attune.library.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.access.Viewer;
import org.attune.library.Step;
import org.attune.platform.Language;
import org.attune.platform.web.Option;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters of the library offer, and what it is called. */
@Component
class MaterialChoices {

    private final Stages stages;
    private final MessageSource messages;

    MaterialChoices(Stages stages, MessageSource messages) {
        this.stages = stages;
        this.messages = messages;
    }

    void offer(Viewer viewer, Model model) {
        model.addAttribute("stages", stages())
                .addAttribute("steps", steps(viewer))
                .addAttribute("languages", languages(viewer));
    }

    private List<Option> stages() {
        return stages.all().stream()
                .map(stage -> new Option(stage.key(), stage.name()))
                .toList();
    }

    private List<Option> steps(Viewer viewer) {
        return Arrays.stream(Step.values())
                .map(step -> new Option(
                        step.code(), messages.getMessage("library.step." + step.code(), null, viewer.locale())))
                .toList();
    }

    private static List<Option> languages(Viewer viewer) {
        return Arrays.stream(Language.values())
                .map(language -> new Option(language.code(), name(language, viewer.locale())))
                .toList();
    }

    private static String name(Language language, Locale locale) {
        return Locale.forLanguageTag(language.tag()).getDisplayLanguage(locale);
    }

    String nameOfLanguage(Viewer viewer, String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(viewer.locale());
    }

    /** None where it is for any, or gone since. */
    @Nullable
    String nameOfStage(@Nullable String key) {
        return stages.all().stream()
                .filter(stage -> stage.key().equals(key))
                .map(Stage::name)
                .findFirst()
                .orElse(null);
    }
}
