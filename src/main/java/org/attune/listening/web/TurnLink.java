package org.attune.listening.web;

import org.attune.conversations.TurnRef;

/** A turn behind a figure, and where it is read. */
public record TurnLink(int seq, String href) {

    /** How many turns the conversation's page shows at once. */
    private static final int AT_ONCE = 60;

    /** How many turns stand after it on the page it is shown on. */
    private static final int AROUND = 20;

    /** @param last the number of the conversation's last turn */
    static TurnLink to(TurnRef turn, int last) {
        String page = "/conversations/" + turn.conversation().value();
        boolean onTheFirst = turn.seq() > last - AT_ONCE;
        return new TurnLink(
                turn.seq(), page + (onTheFirst ? "" : "?before=" + (turn.seq() + AROUND)) + "#t" + turn.seq());
    }
}
