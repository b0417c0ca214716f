package org.attune.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets PostgreSQL answer with the plans it keeps, until the end of a transaction. Left alone it compares the cost of a plan it keeps
 * with what it hopes of one made for these very values, and for statements that name who asks in many places it goes on
 * making one each time, which takes longer than the answer. Only for statements whose kept plan was looked at (decision 0051).
 */
@Component
public class KeptPlans {

    private final JdbcClient jdbc;
    private final HouseRules house;

    KeptPlans(JdbcClient jdbc, HouseRules house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    /** The number under which the rules of the house are kept comes with it: whoever begins a page asks for that as well. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void forThisTransaction() {
        house.know(jdbc.sql("select number from house_rules, set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query(Long.class)
                .single());
    }
}
