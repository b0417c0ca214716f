package org.attune.library;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At most three materials and stories that fit what was heard, each with the words that led to it: in a conversation, or from
 * people who have not been spoken to for a while. Nothing before something was heard, under either hat. Two statements, however
 * much was said and for however many.
 */
@Component
@Transactional
public class Fitting {

    private static final Set<Channel> WRITTEN = Set.of(Channel.EMAIL, Channel.CHAT, Channel.LETTER, Channel.DOCUMENT);

    /** As many of each kind are weighed. */
    private static final int AT_MOST_HERE = 60;

    private static final int AT_MOST_OF_MANY = 20;

    private final HeardRows heardRows;
    private final FittingRows rows;
    private final Clock clock;

    Fitting(HeardRows heardRows, FittingRows rows, Clock clock) {
        this.heardRows = heardRows;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Fit> to(Viewer viewer, ConversationView conversation) {
        List<HeardHere> heard = List.of(heardRows.in(viewer, conversation.id()));
        return fits(viewer, heard, isWritten(conversation), AT_MOST_HERE).get(0);
    }

    /** What could be sent to each of them; nothing that they were given before, and no story of their own. */
    @Transactional(readOnly = true)
    public Map<ContactId, List<Fit>> toEach(Viewer viewer, List<WhomToHelp> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        List<List<Fit>> fits = fits(viewer, heardRows.from(viewer, people), true, AT_MOST_OF_MANY);
        Map<ContactId, List<Fit>> byPerson = new HashMap<>();
        for (int n = 0; n < people.size(); n++) {
            byPerson.put(people.get(n).contact(), fits.get(n));
        }
        return byPerson;
    }

    private List<List<Fit>> fits(Viewer viewer, List<HeardHere> heard, boolean written, int most) {
        if (heard.stream().allMatch(HeardHere::isNothing)) {
            return heard.stream().map(nothing -> List.<Fit>of()).toList();
        }
        List<List<Candidate>> found = rows.candidates(viewer, heard, written, clock.instant(), most);
        return IntStream.range(0, heard.size())
                .mapToObj(n -> heard.get(n).isNothing() ? List.<Fit>of() : Weighing.best(found.get(n), heard.get(n)))
                .toList();
    }

    /** It is not suggested again in this conversation. Once more changes nothing. */
    public void waveAway(Viewer viewer, ConversationId conversation, UUID item) {
        if (!rows.waveAway(viewer, conversation, item, clock.instant())) {
            throw new NotSeen("conversation " + conversation);
        }
    }

    /** What is said in writing needs a consent to writing. */
    static boolean isWritten(ConversationView conversation) {
        return WRITTEN.contains(conversation.channel());
    }
}
