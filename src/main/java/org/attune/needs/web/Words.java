package org.attune.needs.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.needs.CostKind;
import org.attune.needs.Ending;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedPersonView;
import org.attune.needs.OurWords;
import org.attune.needs.Per;
import org.attune.needs.PersonRole;
import org.attune.needs.Verdict;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The words for what the forms of a need let one choose from. */
@Component
class Words {

    private static final int SHOWN = 90;

    private final MessageSource messages;
    private final Say say;

    Words(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    void into(Model model) {
        model.addAttribute("needKinds", of("needs.kind.", NeedKind.values()))
                .addAttribute("roleChoices", of("needs.role.", PersonRole.values()))
                .addAttribute("costKinds", of("needs.cost.kind.", CostKind.values()))
                .addAttribute("pers", of("needs.cost.per.", Per.values()))
                .addAttribute("verdicts", of("needs.verdict.", Verdict.values()))
                .addAttribute("endings", explained("needs.ending.", Ending.values()));
    }

    List<Option> people(List<NeedPersonView> people) {
        return people.stream()
                .map(person -> new Option(id(person), person.name()))
                .toList();
    }

    /** Ours, cut to what fits into one line. */
    List<Option> ours(List<OurWords> said) {
        return said.stream()
                .map(turn -> new Option(
                        turn.turn().value().toString(),
                        say("needs.words.ours", say.day(turn.saidAt()), turn.seq(), shown(turn.words()))))
                .toList();
    }

    private static String shown(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static String id(NeedPersonView person) {
        UUID id = person.id().value();
        return id.toString();
    }

    private List<Option> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), say(prefix + word(value))))
                .toList();
    }

    private List<Option> explained(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(value.name(), say(prefix + word(value)), say(prefix + word(value) + ".says"), null))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
