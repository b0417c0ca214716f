package org.attune.mail;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writing to people by e-mail, and what became of it. Where no mail server is set nothing is ever written. */
@Component
@Transactional
public class Mail {

    private final Outbox outbox;
    private final Letters letters;
    private final LetterWords words;
    private final Post post;
    private final Postman postman;
    private final Clock clock;

    Mail(Outbox outbox, Letters letters, LetterWords words, Post post, Postman postman, Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.words = words;
        this.post = post;
        this.postman = postman;
        this.clock = clock;
    }

    /** Whether there is a mail server. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isConfigured() {
        return post.isThere();
    }

    /**
     * Writes a letter in the transaction that is running, and sends it once that is done. The same one is written once.
     *
     * @return whether it was written: not where it was before, and not without a mail server
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(Letter letter) {
        if (!post.isThere() || !outbox.put(letter, words.of(letter), clock.instant())) {
            return false;
        }
        goesAfterwards();
        return true;
    }

    /** Whatever waits by then is sent once the running transaction is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goesAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                postman.setOut();
            }
        });
    }

    /**
     * Hands a letter to the mail server now, and waits for what it says. Whoever asks for it keeps it until then, and sees to
     * it that it may be sent.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Handed hand(PersonalLetter letter) {
        return post.hand(letter);
    }

    /** Keeps letters of these kinds to somebody from being sent that are not yet; what they say no longer holds. */
    public void withdraw(UUID user, String... kinds) {
        outbox.withdraw(user, kinds, clock.instant());
    }

    /** How it stands with mail; two statements, whatever there is. */
    @Transactional(readOnly = true)
    public MailStatus status() {
        return letters.status(post, clock.instant());
    }

    /** The letter of these kinds that was last written to somebody. */
    @Transactional(readOnly = true)
    public Optional<LetterView> last(UUID user, String... kinds) {
        return letters.last(user, kinds);
    }

    /** A letter somebody has written, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<LetterView> find(UUID letter) {
        return letters.find(letter);
    }
}
