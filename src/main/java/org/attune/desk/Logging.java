package org.attune.desk;

import java.util.List;
import org.attune.access.Viewer;
import org.attune.conversations.LogTurn;
import org.attune.conversations.LoggedTurn;
import org.attune.conversations.Turns;
import org.attune.library.LibraryItem;
import org.attune.library.ResponseUses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs a turn together with what it used of the library: both, or nothing. */
@Component
@Transactional
public class Logging {

    private final Turns turns;
    private final ResponseUses uses;

    Logging(Turns turns, ResponseUses uses) {
        this.turns = turns;
        this.uses = uses;
    }

    public LoggedTurn log(Viewer viewer, LogTurn turn, List<LibraryItem> used) {
        LoggedTurn logged = turns.log(viewer, turn);
        uses.note(viewer, logged.id(), used);
        return logged;
    }
}
