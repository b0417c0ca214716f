package org.attune.offers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisation's own part of the gate. A change is published as a whole, with a note; offers recorded before keep the
 * verdict of their day.
 */
@Component
@Transactional(readOnly = true)
public class Policies {

    private static final int NOTE = 500;

    private final PolicyRows rows;
    private final PolicyWords words;
    private final Clock clock;

    Policies(PolicyRows rows, PolicyWords words, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.clock = clock;
    }

    Policy of(OfferKind kind) {
        return rows.of(kind);
    }

    public PolicyVersion inForce() {
        return versions(1).get(0);
    }

    /** @throws NotSeen where there is none of this number */
    public GatePolicy version(int number) {
        return Optional.ofNullable(rows.policies(List.of(number)).get(number))
                .orElseThrow(() -> new NotSeen("version of the policy"));
    }

    /** The newest first, each with what it changed. */
    public List<PolicyVersion> versions(int atMost) {
        List<PolicyRows.Published> published = rows.newest(atMost);
        Map<Integer, GatePolicy> policies = rows.policies(published.stream()
                .flatMap(one -> Stream.of(one.number(), one.number() - 1))
                .distinct()
                .toList());
        List<PolicyVersion> versions = new ArrayList<>();
        for (PolicyRows.Published one : published) {
            GatePolicy policy = Objects.requireNonNull(policies.get(one.number()));
            GatePolicy before = policies.getOrDefault(one.number() - 1, policy);
            versions.add(new PolicyVersion(
                    one.number(), policy, one.note(), one.by(), one.at(), policy.changesFrom(before)));
        }
        return versions;
    }

    /**
     * @return the number of the new version
     * @throws ChangedMeanwhile where somebody else published since these choices began
     * @throws RuleRefused where nothing would change
     */
    @Transactional
    public int publish(Viewer viewer, PublishPolicy publish) {
        PublishPolicy noted = withItsNote(publish);
        rows.oneAfterTheOther();
        Optional<Integer> before = rows.numberOf(noted.id());
        if (before.isPresent()) {
            return sameAsBefore(before.get(), noted);
        }
        PolicyVersion inForce = inForce();
        if (noted.basedOn() != inForce.number()) {
            GatePolicy begun = rows.policies(List.of(noted.basedOn())).getOrDefault(noted.basedOn(), noted.policy());
            throw new ChangedMeanwhile(
                    words.of(inForce, inForce.policy().changesFrom(begun)),
                    words.of(noted.policy().changesFrom(inForce.policy())),
                    inForce.number());
        }
        if (noted.policy().changesFrom(inForce.policy()).isEmpty()) {
            throw new RuleRefused("offers.policy.refused.same");
        }
        int number = inForce.number() + 1;
        rows.insert(viewer, number, noted, clock.instant());
        rows.putInForce(number);
        return number;
    }

    private int sameAsBefore(int number, PublishPolicy again) {
        PolicyVersion before = versions(Math.max(1, rows.newestNumber() - number + 1)).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow();
        if (before.policy().equals(again.policy()) && before.note().equals(again.note())) {
            return number;
        }
        throw new ChangedMeanwhile(
                words.of(before, before.changes()), words.of(again.policy().changesFrom(before.policy())));
    }

    private static PublishPolicy withItsNote(PublishPolicy publish) {
        String note = publish.note().strip();
        if (note.isEmpty()) {
            throw new RuleRefused("offers.policy.refused.note", "note");
        }
        if (note.codePointCount(0, note.length()) > NOTE) {
            throw new RuleRefused("offers.refused.too-long", "note", NOTE);
        }
        return new PublishPolicy(publish.id(), publish.basedOn(), publish.policy(), note);
    }
}
