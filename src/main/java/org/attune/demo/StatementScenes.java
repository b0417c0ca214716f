package org.attune.demo;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.Ids;
import org.attune.voice.Addressee;
import org.attune.voice.AnswerStatement;
import org.attune.voice.AnswerView;
import org.attune.voice.Answerers;
import org.attune.voice.PutStatement;
import org.attune.voice.Resolve;
import org.attune.voice.Statements;
import org.attune.voice.TellAnswer;
import org.attune.voice.Tellings;

/** What was heard is put to those who decide, answered, and told. */
@DemoOnly
class StatementScenes implements Scenes {

    private final Answerers answerers;
    private final Statements statements;
    private final Tellings tellings;

    StatementScenes(Answerers answerers, Statements statements, Tellings tellings) {
        this.answerers = answerers;
        this.statements = statements;
        this.tellings = tellings;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "answerer", this::answerer, "put", this::put, "resolved", this::resolved, "heard-back", this::told);
    }

    /** As in {@code answerer -60 ruth henrik}: for all three, as the admin names them. */
    private void answerer(Cue cue) {
        UUID who = us(cue, "who answers").uuid();
        Viewer admin = us(cue, "who names them");
        Map<Addressee, Set<UUID>> named = Map.of(
                Addressee.MARKETING, Set.of(who), Addressee.PRODUCT, Set.of(who), Addressee.MANAGEMENT, Set.of(who));
        answerers.name(admin, named, answerers.version());
    }

    /** As in {@code put -50 priya product mi-three as counts = They count by hand.} */
    private void put(Cue cue) {
        String name = cue.phrase().after("as");
        Viewer by = us(cue, "who puts it");
        Addressee to = cue.phrase().one(Addressee.class);
        TurnId turn = cue.turnCalled(cue.phrase().next("a turn"));
        UUID id = Ids.next();
        statements.put(by, new PutStatement(id, to, String.valueOf(cue.phrase().text()), null, Set.of(turn)));
        if (name != null) {
            cue.cast().notes.put(cue.line(), name, id);
        }
    }

    /** As in {@code resolved -40 ruth counts will until -10 = It saves them two weeks.} */
    private void resolved(Cue cue) {
        var day = cue.dayAfter("until");
        Viewer by = us(cue, "who answers");
        UUID statement = cue.cast().notes.get(cue.line(), cue.phrase().next("a statement"));
        Resolve resolve = cue.phrase().one(Resolve.class);
        int before = statements.find(by, statement).answers().size();
        statements.answer(
                by,
                new AnswerStatement(
                        Ids.next(),
                        statement,
                        before,
                        resolve,
                        String.valueOf(cue.phrase().text()),
                        day));
    }

    /** As in {@code heard-back -21 priya counts beth}: in what was last had with them. */
    private void told(Cue cue) {
        Viewer by = us(cue, "who tells them");
        UUID statement = cue.cast().notes.get(cue.line(), cue.phrase().next("a statement"));
        Cast.Known whom = cue.contact();
        AnswerView answer = statements.find(by, statement).answer();
        if (answer == null) {
            throw cue.line().problem("nobody has answered it");
        }
        String where = tellings.places(by, statement, whom.id()).stream()
                .findFirst()
                .orElseThrow(() -> cue.line().problem("nothing was had with them since"))
                .code();
        tellings.tell(by, new TellAnswer(Ids.next(), statement, answer.id(), whom.id(), where));
    }

    private static Viewer us(Cue cue, String what) {
        return cue.cast().us.get(cue.line(), cue.phrase().next(what));
    }
}
