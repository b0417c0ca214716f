package org.attune.correspondence;

import java.time.Instant;
import java.util.Optional;
import org.attune.mail.Mail;
import org.attune.mail.WaitingLetters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Letters to contacts, for the postman. */
@Component
class LetterCarrier implements WaitingLetters {

    private final LetterBox box;

    /** Asked for when there is a letter: it knows the postman, who knows of this box. */
    private final ObjectProvider<Mail> mail;

    LetterCarrier(LetterBox box, ObjectProvider<Mail> mail) {
        this.box = box;
        this.mail = mail;
    }

    @Override
    public Optional<Carried> carryNext(Instant now) {
        return box.take(now).map(taken -> new Carried(taken.id(), box.carry(taken, mail.getObject()::hand, now)));
    }

    @Override
    public void bringForward(Instant now) {
        box.bringForward(now);
    }
}
