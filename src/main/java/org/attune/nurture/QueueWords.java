package org.attune.nurture;

import java.util.Locale;
import java.util.UUID;
import org.attune.platform.Ids;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why somebody should hear from us now, and what would help. */
@Component
public class QueueWords {

    private final Say say;
    private final MessageSource messages;

    QueueWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** Why now. */
    public String why(QueueLine line) {
        return word("nurture.queue.why." + line.why().word(), say.day(line.factOn()));
    }

    /** What was last done for them. */
    public String touch(QueueLine.LastTouch touch) {
        String how = touch.reaction() == null ? "" : "." + touch.reaction().word();
        return word("nurture.queue.touch" + how, word("nurture.kind." + touch.kind()), say.day(touch.at()));
    }

    /** What would help, in one sentence; what is given is a link behind it. */
    public String suggestion(Suggestion one) {
        String key = "nurture.queue.help." + one.kind().name().toLowerCase(Locale.ROOT);
        return switch (one.kind()) {
            case ANSWER, FIND_OUT -> word(key, one.about());
            case HEARD, THEME -> word(told(key, one), together(one), say.day(one.saidAt()));
            case NEED -> word(told(key, one), together(one), one.about());
            case ASK, HOW_IT_WENT -> word(key, say.day(one.saidAt()));
            case HELLO -> word(key);
        };
    }

    private static String told(String key, Suggestion one) {
        return one.isStory() ? key + ".story" : key;
    }

    private String together(Suggestion one) {
        return String.join(word("nurture.queue.help.and"), one.matched());
    }

    /** For what is done with one key. */
    public UUID fresh() {
        return Ids.next();
    }

    private String word(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
