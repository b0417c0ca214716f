package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.attune.offers.Readiness;
import org.attune.platform.web.Option;
import org.attune.platform.web.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * The conversation's page in finished words.
 *
 * @param earlier the address of the turns before those shown; none where there are none
 * @param changed turns on the page that the last action changed
 * @param fitting for the whole page; what was logged is answered without, and the page asks for them then
 * @param offerPath where the offer is recorded, once everything is there and they asked
 */
public record WorkspaceView(
        TalkView talk,
        @Nullable String earlier,
        List<TurnLine> turns,
        List<TurnLine> changed,
        String listenHint,
        String listenSubmit,
        List<String> exactnesses,
        Opened opening,
        List<Answerable> answerable,
        BalanceFigures balance,
        List<Question> questions,
        List<Fitting> fitting,
        PreparedView prepared,
        List<Readiness> readiness,
        boolean askedToBuy,
        boolean readyToOffer,
        @Nullable String offerPath,
        List<Option> visibilities) {

    /** A question of the bank that could be asked now, in its wording, and the heard turn it picks up. */
    public record Question(String words, String wording, UUID follows) {}

    /**
     * Something of the library that may help.
     *
     * @param code as the form sends it
     * @param why which words led to it, and where they were said
     */
    public record Fitting(String code, UUID id, String title, String href, boolean story, String why) {}

    /** Whether a response can be logged, and what it waits for. */
    public record Opened(boolean open, boolean heard, boolean answered, String name) {}

    /** A heard turn that a response could name. */
    public record Answerable(
            UUID id,
            String label,
            String speaker,
            String words,
            boolean quoted,
            boolean question,
            boolean chosen,
            boolean folded) {}

    /** @param shown whether the viewer may see figures about whose conversation it is; what they wait for is shown anyway */
    public record BalanceFigures(
            boolean shown,
            int words,
            int theirShare,
            boolean complete,
            int asked,
            int answered,
            int followUps,
            int theirQuestions,
            int waiting,
            int longestRun,
            Waveform wave,
            Waveform small) {}

    /** What a question may pick up: the last things heard. */
    public List<Answerable> followable() {
        return answerable.stream().filter(heard -> !heard.folded()).toList();
    }

    public long foldedAnswers() {
        return answerable.stream().filter(Answerable::folded).count();
    }
}
