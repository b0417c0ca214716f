package org.attune.desk.web;

import java.util.function.Supplier;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;

/** The page of one conversation: the dialogue, the box to write in, and a line for each thing that is prepared. */
@Component
class ConversationPage {

    static final String ASSUME = "assume";
    static final String HUNCH = "hunch";
    static final String LOOKED_UP = "lookedUp";

    private final Workspace workspace;

    ConversationPage(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * With forms that are empty, or hold what came back with errors.
     *
     * @param before the number of the first turn shown already; none for the end of the conversation
     */
    String show(Viewer viewer, ConversationId id, @Nullable Integer before, ModelMap model) {
        WorkspaceView view = workspace.page(viewer, id, before);
        model.addAttribute("view", view);
        if (view.talk().open()) {
            // While it goes on, the switch at the top is about this conversation.
            model.addAttribute("hatHere", view.talk().hat());
            model.addAttribute("hatAt", "/conversations/" + id.value() + "/hat");
        }
        form(model, "form", () -> ComposerForm.fresh(workspace.lastSpeaker(view)));
        form(model, ASSUME, GuessForm::fresh);
        form(model, HUNCH, GuessForm::fresh);
        form(model, LOOKED_UP, LookedUpForm::fresh);
        return "desk/conversation/page";
    }

    private static void form(ModelMap model, String name, Supplier<Object> fresh) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, fresh.get());
        }
    }
}
