package org.attune.questions.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.Language;
import org.attune.platform.web.Option;
import org.attune.questions.Gap;
import org.attune.questions.KeptQuestion;
import org.attune.questions.QuestionPlace;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lays the questions out by what they could bring and by stage, under the names people know. */
@Component
class QuestionShelves {

    private final Stages stages;
    private final MessageSource messages;

    QuestionShelves(Stages stages, MessageSource messages) {
        this.stages = stages;
        this.messages = messages;
    }

    /** @param gone what is not asked today: retired, or of a stage that is */
    record Shelves(List<QuestionSection> gaps, List<QuestionSection> stages, List<Gone> gone, List<Option> places) {}

    /** @param restorable it can be brought back */
    record Gone(KeptQuestion question, String place, boolean restorable) {}

    Shelves of(List<KeptQuestion> all, Language language) {
        List<Stage> path = stages.all();
        Set<String> keys = path.stream().map(Stage::key).collect(Collectors.toSet());
        List<KeptQuestion> spoken =
                all.stream().filter(one -> one.language() == language).toList();
        return new Shelves(
                Arrays.stream(Gap.values()).map(gap -> gap(gap, spoken)).toList(),
                path.stream().map(stage -> stage(stage, spoken)).toList(),
                spoken.stream()
                        .filter(one -> one.isRetired() || isOfAGoneStage(one, keys))
                        .map(one -> new Gone(one, name(one.place(), path), !isOfAGoneStage(one, keys)))
                        .toList(),
                places(path));
    }

    /** What the place of a question is called. */
    String name(QuestionPlace place) {
        return name(place, stages.all());
    }

    private String name(QuestionPlace place, List<Stage> path) {
        Gap gap = place.gap();
        String key = place.stage();
        return gap != null
                ? word("questions.gap." + gap.code())
                : path.stream()
                        .filter(stage -> stage.key().equals(key))
                        .map(Stage::name)
                        .findFirst()
                        .orElseGet(() -> word("questions.stage.gone"));
    }

    private QuestionSection gap(Gap gap, List<KeptQuestion> all) {
        QuestionPlace place = QuestionPlace.of(gap);
        return new QuestionSection(
                place.code(),
                word("questions.gap." + gap.code()),
                word("questions.gap." + gap.code() + ".says"),
                asked(place, all));
    }

    private static QuestionSection stage(Stage stage, List<KeptQuestion> all) {
        QuestionPlace place = QuestionPlace.at(stage.key());
        return new QuestionSection(place.code(), stage.name(), stage.meaning(), asked(place, all));
    }

    private static List<KeptQuestion> asked(QuestionPlace place, List<KeptQuestion> all) {
        return all.stream()
                .filter(one -> !one.isRetired() && one.place().equals(place))
                .toList();
    }

    private static boolean isOfAGoneStage(KeptQuestion question, Set<String> keys) {
        String stage = question.place().stage();
        return stage != null && !keys.contains(stage);
    }

    private List<Option> places(List<Stage> path) {
        Stream<Option> gaps = Arrays.stream(Gap.values())
                .map(gap -> new Option(QuestionPlace.of(gap).code(), word("questions.gap." + gap.code())));
        Stream<Option> ofStages = path.stream()
                .map(stage ->
                        new Option(QuestionPlace.at(stage.key()).code(), word("questions.place.stage", stage.name())));
        return new ArrayList<>(Stream.concat(gaps, ofStages).toList());
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
