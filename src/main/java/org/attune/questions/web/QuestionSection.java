package org.attune.questions.web;

import java.util.List;
import org.attune.questions.KeptQuestion;

/**
 * The questions of one place, in their order.
 *
 * @param code of the place, as a form sends it
 */
record QuestionSection(String code, String title, String says, List<KeptQuestion> questions) {

    QuestionSection {
        questions = List.copyOf(questions);
    }

    /** As part of an id on the page. */
    public String anchor() {
        return code.replace(':', '-');
    }
}
