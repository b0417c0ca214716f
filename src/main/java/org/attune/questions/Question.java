package org.attune.questions;

import org.attune.platform.Language;

/** A question as it can be asked today; a person says it in their own words. */
public record Question(Wording wording, QuestionPlace place, Language language, String words) {}
