package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.attune.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At most three questions, each following something that was just heard: a thread that is open, a figure, a person, a
 * problem or a wish in their words. Nothing before something was heard, and no list that is worked through.
 */
@Component
@Transactional(readOnly = true)
public class SuggestedQuestions {

    private static final int MOST = 3;
    private static final int LATEST = 12;

    private static final Map<String, Pattern> FOLLOWING = Map.of(
            "conversations.suggest.cost",
                    words(
                            "lose|losing|lost|cost|costs|late|delay|delays|waste|wasted|hours|days|weeks|retype|manual|manually"
                                    + "|expensive|overtime|teuer|verlieren|verloren|stunden"),
            "conversations.suggest.who-else",
                    words(
                            "my team|my people|our team|colleagues|colleague|department|everybody|everyone|nobody|they all|kollegen"),
            "conversations.suggest.decides",
                    words(
                            "approve|approval|budget|sign off|decide|decides|decision|board|owner|boss|cfo|ceo|chef|freigabe"),
            "conversations.suggest.last-time",
                    words(
                            "problem|problems|trouble|struggle|struggling|hard|difficult|wrong|fails|failed|stuck|mistakes|errors|ärger"),
            "conversations.suggest.what-then",
                    words("want|wants|would like|wish|hope|need|needs|plan|plans|want to|möchte|brauchen|wollen"));

    private static final List<String> ORDER = List.of(
            "conversations.suggest.last-time",
            "conversations.suggest.cost",
            "conversations.suggest.who-else",
            "conversations.suggest.decides",
            "conversations.suggest.what-then");

    private final TurnsSeen turns;

    SuggestedQuestions(TurnsSeen turns) {
        this.turns = turns;
    }

    public List<SuggestedQuestion> of(Viewer viewer, ConversationId conversation) {
        return following(turns.page(viewer, conversation, null, LATEST).turns());
    }

    /** @param latest the latest turns, oldest first */
    static List<SuggestedQuestion> following(List<TurnView> latest) {
        List<SuggestedQuestion> suggested = new ArrayList<>();
        for (int n = latest.size() - 1; n >= 0 && suggested.size() < MOST; n--) {
            TurnView turn = latest.get(n);
            if (turn.kind().isTheirs() && turn.words() != null && turn.exactness() != Exactness.DID) {
                add(turn, latest, suggested);
            }
        }
        return suggested.stream().limit(MOST).toList();
    }

    private static void add(TurnView turn, List<TurnView> latest, List<SuggestedQuestion> suggested) {
        boolean followed = latest.stream()
                .anyMatch(
                        other -> other.follows() != null && other.follows().id().equals(turn.id()));
        if (followed || turn.isWaiting()) {
            return;
        }
        String key = turn.thread() != null && turn.thread().isOpen()
                ? "conversations.suggest.thread"
                : ORDER.stream()
                        .filter(question -> isAbout(question, turn) && !isSuggested(question, suggested))
                        .findFirst()
                        .orElse("");
        if (!key.isEmpty()) {
            suggested.add(new SuggestedQuestion(key, turn.ref()));
        }
    }

    private static boolean isAbout(String question, TurnView turn) {
        String words = turn.words() == null ? "" : turn.words().toLowerCase(Locale.ROOT);
        Pattern about = FOLLOWING.get(question);
        return about != null && about.matcher(words).find();
    }

    private static boolean isSuggested(String question, List<SuggestedQuestion> suggested) {
        return suggested.stream().anyMatch(other -> other.messageKey().equals(question));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
    }
}
