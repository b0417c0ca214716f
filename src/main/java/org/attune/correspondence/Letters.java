package org.attune.correspondence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.mail.Mail;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writing to contacts by e-mail. Each letter is written by a person, to one person; where no mail server is set there is none. */
@Component
@Transactional
public class Letters {

    private static final int LONGEST_SUBJECT = 200;

    private final LetterRows rows;
    private final LetterText text;
    private final ContactSight sight;
    private final Mail mail;
    private final Clock clock;

    Letters(LetterRows rows, LetterText text, ContactSight sight, Mail mail, Clock clock) {
        this.rows = rows;
        this.text = text;
        this.sight = sight;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether letters can be sent at all. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean arePossible() {
        return mail.isConfigured();
    }

    /** Where a contact can be written to, and where not. */
    @Transactional(readOnly = true)
    public List<AddressView> addresses(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        return rows.addresses(contact);
    }

    /**
     * Writes a letter in the transaction that is running, and sends it once that is done. The same one is written once; one that
     * could not be sent is tried anew, and is the same message for whoever gets it.
     *
     * @throws RuleRefused where there is no mail server, the address is not theirs, or they want no letters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Viewer viewer, WriteLetter write) {
        sight.stillKnown(viewer, write.contact());
        if (!mail.isConfigured()) {
            throw new RuleRefused("correspondence.impossible", "send");
        }
        String subject = subject(write.subject());
        if (write.words().isBlank()) {
            throw new RuleRefused("correspondence.words.needed", "words");
        }
        if (write.enclosure() != null && write.enclosure().content().length > WriteLetter.LARGEST_ENCLOSURE) {
            throw new RuleRefused("correspondence.enclosure.large", "material");
        }
        AddressView address = address(write.contact(), write.address());
        UUID answers =
                write.answers() == null ? rows.answeredBy(write.id()) : rows.answered(write.contact(), write.answers());
        UUID row = rows.wanted(address.address())
                .orElseThrow(() -> new RuleRefused("correspondence.unwanted", "address", address.address()));
        LetterRows.Draft draft =
                new LetterRows.Draft(write.id(), write.contact(), row, subject, answers, thread(write, answers));
        if (rows.put(viewer, draft, text.of(viewer, write, address.address(), draft), clock.instant())) {
            mail.goesAfterwards();
        }
    }

    private List<String> thread(WriteLetter write, @Nullable UUID answers) {
        if (!write.thread().isEmpty()) {
            return write.thread();
        }
        return rows.begunWith(answers == null ? write.id() : answers);
    }

    /** The address of theirs a letter was written to; none where it is theirs no longer. */
    @Transactional(readOnly = true)
    public Optional<String> writtenTo(Viewer viewer, UUID id) {
        return rows.writtenTo(viewer, id);
    }

    /**
     * Keeps a letter from being sent, if it has not left yet.
     *
     * @return whether there is none that has left; whoever is sending it at this moment is waited for
     */
    public boolean takeBack(UUID id) {
        return rows.takeBack(id, clock.instant());
    }

    /** A letter came back, as somebody noted by hand. */
    public ContactId cameBack(Viewer viewer, UUID id) {
        ContactId contact = rows.seenContact(viewer, id).orElseThrow(() -> new NotSeen("letter " + id));
        rows.cameBack(id, clock.instant());
        return contact;
    }

    /** An address works after all. */
    public void works(Viewer viewer, ContactId contact, @Nullable String address) {
        sight.stillKnown(viewer, contact);
        rows.works(address(contact, address).address());
    }

    private AddressView address(ContactId contact, @Nullable String typed) {
        String wanted = PlainText.line(typed);
        return rows.addresses(contact).stream()
                .filter(one -> one.address().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new RuleRefused("correspondence.address.unknown", "address"));
    }

    private static String subject(@Nullable String typed) {
        String subject = PlainText.line(typed);
        if (subject.isEmpty()) {
            throw new RuleRefused("correspondence.subject.needed", "subject");
        }
        if (PlainText.length(subject) > LONGEST_SUBJECT) {
            throw new RuleRefused("correspondence.subject.long", "subject", LONGEST_SUBJECT);
        }
        return subject;
    }
}
