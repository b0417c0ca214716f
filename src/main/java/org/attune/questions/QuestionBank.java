package org.attune.questions;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions of the bank, for the admin who tends them. */
@Component
@Transactional
public class QuestionBank {

    public static final int LONGEST = 200;

    /** In one place and one language: more are not read, and none of them is asked. */
    static final int MOST = 20;

    private final QuestionRows rows;
    private final HowAsked howAsked;
    private final Clock clock;

    QuestionBank(QuestionRows rows, HowAsked howAsked, Clock clock) {
        this.rows = rows;
        this.howAsked = howAsked;
        this.clock = clock;
    }

    /** All of them, also those that are retired, in their places and order. */
    @Transactional(readOnly = true)
    public List<KeptQuestion> all() {
        List<KeptQuestion> all = rows.all();
        var asked = howAsked.of(all.stream().map(KeptQuestion::id).toList());
        return all.stream()
                .map(one -> QuestionRows.asked(one, asked.getOrDefault(one.id(), Asked.NEVER)))
                .toList();
    }

    @Transactional(readOnly = true)
    public KeptQuestion find(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotSeen("question " + id));
    }

    /** Every wording it had, the newest first, and how each was asked and answered. */
    @Transactional(readOnly = true)
    public List<WordingView> wordings(UUID id) {
        var asked = howAsked.wordings(id);
        return rows.wordings(id, asked);
    }

    /**
     * Adds a question at the end of its place. The same id with the same words is the same question.
     *
     * @throws RuleRefused where it is there already, or there are enough
     */
    public void add(Viewer viewer, AddQuestion add) {
        String words = words(add.words());
        Optional<KeptQuestion> before = rows.find(add.id());
        if (before.isPresent()) {
            sameAs(before.get(), add, words);
            return;
        }
        String stage = add.place().stage();
        if (stage != null && !rows.isOnThePath(stage)) {
            throw new RuleRefused("questions.place.gone", "place");
        }
        if (rows.inForce(add.place(), add.language()).size() >= MOST) {
            throw new RuleRefused("questions.many", "words", MOST);
        }
        try {
            rows.add(add, words, viewer.uuid(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("questions.taken", "words");
        }
    }

    private static void sameAs(KeptQuestion before, AddQuestion add, String words) {
        if (!before.words().equals(words)
                || !before.place().equals(add.place())
                || before.language() != add.language()) {
            throw new ChangedMeanwhile(before.words(), words);
        }
    }

    /**
     * Words it anew; the wording it had stays, and with it what was asked.
     *
     * @param version the one the form was opened on
     * @throws ChangedMeanwhile where somebody worded it since
     */
    public void reword(Viewer viewer, UUID id, String typed, int version) {
        String words = words(typed);
        KeptQuestion now = rows.locked(id).orElseThrow(() -> new NotSeen("question " + id));
        if (now.words().equals(words)) {
            return;
        }
        if (now.version() != version) {
            throw new ChangedMeanwhile(now.words(), words, now.version());
        }
        try {
            rows.reword(now, words, viewer.uuid(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("questions.taken", "words");
        }
    }

    /** Puts it at this place among those of its kind; a place beyond the end is the end. */
    public KeptQuestion place(UUID id, int place) {
        KeptQuestion question = find(id);
        List<UUID> order = rows.lockedOrder(question.place(), question.language());
        if (order.remove(id)) {
            order.add(Math.max(0, Math.min(place - 1, order.size())), id);
            rows.order(order);
        }
        return question;
    }

    /** From now on it is not suggested; what was asked of it stays. */
    public KeptQuestion retire(UUID id) {
        KeptQuestion question = rows.locked(id).orElseThrow(() -> new NotSeen("question " + id));
        if (!question.isRetired()) {
            rows.retire(id, clock.instant());
        }
        return question;
    }

    /** @throws RuleRefused where its place is full or its stage is gone */
    public KeptQuestion restore(UUID id) {
        KeptQuestion question = rows.locked(id).orElseThrow(() -> new NotSeen("question " + id));
        if (question.isRetired()) {
            List<UUID> order = rows.lockedOrder(question.place(), question.language());
            if (order.size() >= MOST) {
                throw new RuleRefused("questions.many", null, MOST);
            }
            rows.restore(id, order.size() + 1);
        }
        return question;
    }

    /** One line, without what no eye can see. */
    private static String words(String typed) {
        String words = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cs}\\p{Cn}\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("[\\p{Cc}\\s\\p{Z}]+", " ")
                .strip();
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new RuleRefused("questions.words.missing", "words");
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new RuleRefused("questions.words.long", "words", LONGEST);
        }
        return words;
    }
}
