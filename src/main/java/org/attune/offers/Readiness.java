package org.attune.offers;

import java.util.List;
import org.attune.needs.NeedId;

/** The gate's answer for one need, rule by rule. */
public record Readiness(NeedId need, String title, OfferKind kind, List<Finding> findings) {

    public Readiness {
        findings = List.copyOf(findings);
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
}
