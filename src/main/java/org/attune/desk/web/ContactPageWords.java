package org.attune.desk.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.conversations.Channel;
import org.attune.desk.ContactPageTalk;
import org.attune.offers.Readiness;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words and signs for what happened together. */
@Component
class ContactPageWords {

    private final Say say;
    private final MessageSource messages;

    ContactPageWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** The icon of a way to talk. */
    public String icon(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> "coffee";
            case CALL -> "phone";
            case VIDEO -> "video";
            case EMAIL -> "at";
            case CHAT -> "message-2";
            case LETTER -> "mail";
            case DOCUMENT -> "file-text";
        };
    }

    /** What stands beside a conversation: how long, who talked more, who of us it was. */
    public String aside(ContactPageTalk talk) {
        List<String> parts = new ArrayList<>();
        if (talk.minutes() != null) {
            parts.add(word("desk.contact.minutes", talk.minutes()));
        }
        if (talk.talkedMore() != null) {
            parts.add(word("desk.contact.talked." + talk.talkedMore().name().toLowerCase(Locale.ROOT)));
        }
        if (!talk.mine()) {
            parts.add(talk.ownerName());
        }
        return String.join(", ", parts);
    }

    /** How many days ago, where the person is. */
    public long days(Instant moment) {
        return ChronoUnit.DAYS.between(say.dayOf(moment), say.today());
    }

    /** Whether an offer can be recorded for one of these needs. */
    public boolean offerable(List<Readiness> readinesses) {
        return readinesses.stream().anyMatch(Readiness::isOpen);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
