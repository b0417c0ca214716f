package org.attune.nurture.web;

import java.util.regex.Pattern;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.MailThreads;
import org.attune.correspondence.Letters;
import org.attune.people.ContactId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A letter that goes on from a thread of mail, under its subject. */
@Component
class ThreadLetter {

    private static final Pattern ANSWERED = Pattern.compile("(?i)^(re|aw|antw|sv)\\s*:.*");
    private static final int LONGEST = 200;

    private final MailThreads mails;
    private final Letters letters;
    private final MessageSource messages;

    ThreadLetter(MailThreads mails, Letters letters, MessageSource messages) {
        this.mails = mails;
        this.letters = letters;
        this.messages = messages;
    }

    TouchForm begin(Viewer viewer, ContactId contact, ConversationId conversation, TouchForm form) {
        String subject = mails.with(viewer, conversation, contact)
                .map(MailThreads.Thread::subject)
                .map(last -> answering(viewer, last))
                .orElse(null);
        return form.in(conversation, subject, letters.arePossible());
    }

    private String answering(Viewer viewer, String last) {
        if (last.isBlank() || ANSWERED.matcher(last).matches()) {
            return last;
        }
        String subject = messages.getMessage("nurture.letter.answering", new Object[] {last}, viewer.locale());
        return subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
    }
}
