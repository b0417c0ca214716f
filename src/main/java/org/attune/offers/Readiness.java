package org.attune.offers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.needs.NeedId;
import org.attune.platform.Language;
import org.attune.questions.Gap;
import org.attune.questions.Question;

/**
 * The gate's answer for one need, rule by rule.
 *
 * @param asks for what is missing, a question that could bring it
 * @param speaks the language in which its people are asked
 */
public record Readiness(
        NeedId need, String title, OfferKind kind, List<Finding> findings, Map<Rule, Question> asks, Language speaks) {

    public Readiness {
        findings = List.copyOf(findings);
        asks = Map.copyOf(asks);
    }

    Readiness(NeedId need, String title, OfferKind kind, List<Finding> findings) {
        this(need, title, kind, findings, Map.of(), Language.ENGLISH);
    }

    Readiness asking(Map<Rule, Question> questions, Language language) {
        return new Readiness(need, title, kind, findings, questions, language);
    }

    /** Whether an offer can be recorded as far as this need is concerned. */
    public boolean isOpen() {
        return findings.stream().noneMatch(Finding::closes);
    }

    public List<Finding> always() {
        return findings.stream().filter(finding -> finding.rule().isHard()).toList();
    }

    public List<Finding> policy() {
        return findings.stream().filter(finding -> !finding.rule().isHard()).toList();
    }

    /** Those that are asked for at all. */
    public List<Finding> askedFor() {
        return findings.stream().filter(finding -> !finding.isOff()).toList();
    }

    public List<Finding> missing() {
        return askedFor().stream()
                .filter(finding -> finding.state() == Finding.State.NOT_YET)
                .toList();
    }

    public int of() {
        return askedFor().size();
    }

    public int here() {
        return of() - missing().size();
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    public Finding finding(Rule rule) {
        return findings.get(rule.ordinal());
    }

    /** Whether they asked, so that an offer would be pulled. */
    public boolean isPulled() {
        return finding(Rule.ASKED_FOR).isHere();
    }

    /** What is not known yet and could be asked for. */
    public List<Gap> gaps() {
        return missing().stream()
                .map(finding -> finding.rule().gap())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** One or two questions that would bring what is missing, for a reply to "send me a price". */
    public List<Rule> questionsToAsk() {
        return missing().stream()
                .map(Finding::rule)
                .filter(rule -> rule == Rule.NEED_HEARD
                        || rule == Rule.QUESTION_ANSWERED
                        || rule == Rule.NEED_CONFIRMED
                        || rule == Rule.COST_KNOWN
                        || rule == Rule.SOLUTION_AGREED)
                .limit(2)
                .toList();
    }

    /** The same as words of the bank. */
    public List<String> wordsToAsk() {
        return questionsToAsk().stream()
                .map(asks::get)
                .filter(Objects::nonNull)
                .map(Question::words)
                .toList();
    }
}
