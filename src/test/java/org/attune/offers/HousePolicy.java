package org.attune.offers;

import org.attune.Somebody;
import org.attune.platform.Ids;
import org.springframework.stereotype.Component;

/** Publishes policies, and puts back the one Attune came with: it is everybody's, in other tests too. */
@Component
public class HousePolicy {

    private final Policies policies;
    private final Somebody somebody;

    HousePolicy(Policies policies, Somebody somebody) {
        this.policies = policies;
        this.somebody = somebody;
    }

    public void demands(OfferKind kind, Rule rule, Demand demand) {
        publish(GatePolicyTests.and(policies.inForce().policy(), kind, rule, demand));
    }

    public void publish(GatePolicy policy) {
        PolicyVersion inForce = policies.inForce();
        if (!policy.changesFrom(inForce.policy()).isEmpty()) {
            policies.publish(
                    somebody.whoAdministers(), new PublishPolicy(Ids.next(), inForce.number(), policy, "For a test"));
        }
    }

    public void asItCame() {
        publish(policies.version(1));
    }
}
