package org.attune.voice.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.attune.voice.Addressee;
import org.attune.voice.Resolve;
import org.attune.voice.SaidBehind;
import org.attune.voice.ToldIn;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says of statements what can be chosen, who said something, and what is promised. */
@Component
class StatementWords {

    private static final int SHORT = 120;

    private final MessageSource messages;
    private final Say say;

    StatementWords(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    List<Option> addressees() {
        return Arrays.stream(Addressee.values())
                .map(one -> new Option(one.name(), word("voice.to." + one.word())))
                .toList();
    }

    List<Option> resolves() {
        return Arrays.stream(Resolve.values())
                .map(one -> new Option(one.name(), word("voice.resolve." + one.word())))
                .toList();
    }

    List<Option> places(List<ToldIn> places) {
        return places.stream().map(one -> new Option(one.code(), place(one))).toList();
    }

    private String place(ToldIn one) {
        String day = say.day(one.at());
        String what = one.what();
        return switch (one.kind()) {
            case CONVERSATION -> word("voice.place.conversation", word("voice.channel." + what), day);
            case TOUCH -> word("voice.place.touch", word("voice.touched." + what), day);
            case TURN -> word("voice.place.turn", String.valueOf(one.seq()), day, cut(String.valueOf(one.words())));
        };
    }

    /** Who said it, as far as it may be said, and when. */
    public String source(SaidBehind said) {
        String when = said.name() == null ? say.month(say.dayOf(said.saidAt())) : say.day(said.saidAt());
        if (said.name() != null) {
            return word("voice.said.by", said.name(), when);
        }
        return said.role() == null ? word("voice.said.somebody", when) : word("voice.said.by", said.role(), when);
    }

    /** What is promised: to tell somebody of this. */
    String promise(String givenName, String statement) {
        return word("voice.telling.promise.words", givenName, cut(statement));
    }

    private static String cut(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHORT))) + "…";
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key.toLowerCase(Locale.ROOT), arguments, LocaleContextHolder.getLocale());
    }
}
