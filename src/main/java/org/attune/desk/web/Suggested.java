package org.attune.desk.web;

import java.util.List;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationView;
import org.attune.desk.web.WorkspaceView.Fitting;
import org.attune.library.Fit;
import org.attune.library.LibraryItem;
import org.attune.library.StoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What of the library fits what was heard, in words, while the conversation goes on. */
@Component
class Suggested {

    private final org.attune.library.Fitting fitting;
    private final MessageSource messages;

    Suggested(org.attune.library.Fitting fitting, MessageSource messages) {
        this.fitting = fitting;
        this.messages = messages;
    }

    List<Fitting> of(Viewer viewer, ConversationView conversation) {
        return conversation.goesOn()
                ? fitting.to(viewer, conversation).stream().map(this::line).toList()
                : List.of();
    }

    private Fitting line(Fit fit) {
        LibraryItem item = fit.version() == null ? new StoryId(fit.id()) : fit.version();
        return new Fitting(item.code(), fit.id(), fit.title(), fit.path(), fit.isStory(), why(fit));
    }

    /** Which words matched, and where they were said. */
    private String why(Fit fit) {
        String words = String.join(word("desk.fitting.and"), fit.words());
        return switch (fit.why()) {
            case HEARD -> word("desk.fitting.heard", words, fit.speaker(), String.valueOf(fit.seq()));
            case THEME -> word("desk.fitting.theme", words, String.valueOf(fit.seq()));
            case NEED -> word("desk.fitting.need", words, fit.need());
        };
    }

    private String word(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
