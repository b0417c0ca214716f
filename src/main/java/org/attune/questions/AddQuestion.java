package org.attune.questions;

import java.util.UUID;
import org.attune.platform.Language;

/**
 * A question is added to the bank, after those that are there.
 *
 * @param id made beforehand, so that it is added once
 */
public record AddQuestion(UUID id, QuestionPlace place, Language language, String words) {}
