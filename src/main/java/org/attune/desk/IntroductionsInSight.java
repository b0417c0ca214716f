package org.attune.desk;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where to look for those who bring us others, and for those who could be asked to: a piece of an index for each team and each owner; of
 * companions, who are few, all. None stands in two of them. Kept by triggers; here it is made from nothing, and read.
 */
@Component
class IntroductionsInSight implements Rebuildable {

    private static final String SIGHT = "sight_of_contacts(:viewer) s";

    /** The contacts of the teams they lead, of whom they work for, and of whom they are companion. */
    private static final String TENDED = """
            (select array(select works_as(:viewer)) as owners, array(select overseen_team(:viewer)) as teams, s.companions
               from sight_of_contacts(:viewer) s) s""";

    private static final String PIECES = """
            select k.*
              from %1$s
             cross join lateral (
               select p.* from unnest(s.teams) t cross join lateral (%2$s k.team_id = t %3$s) p
               union all
               select p.* from unnest(s.owners) u cross join lateral (%2$s k.owner_id = u and k.team_id <> all (s.teams) %3$s) p
               union all
               (%2$s k.contact_id = any (s.companions) and k.owner_id <> all (s.owners) and k.team_id <> all (s.teams) %3$s)) k
             order by %4$s limit :most""";

    private static final String ROWS = "select k.contact_id, k.sort_name, k.would_at from introducing k %s where";

    private static final String BY_NAME = "k.sort_name, k.contact_id";

    static final String BY_OTHERS = """
            select count(*)
              from sight_of_contacts(:viewer) s
             cross join lateral (
               select k.* from unnest(s.teams) t join introduction_card k on k.introduced_team = t
               union all
               select k.* from unnest(s.owners) u join introduction_card k on k.introduced_owner = u and k.introduced_team <> all (s.teams)
               union all
               select k.* from introduction_card k
                where k.introduced_id = any (s.companions) and k.introduced_owner <> all (s.owners) and k.introduced_team <> all (s.teams)) k
             where not coalesce(k.introducer_team = any (s.teams) or k.introducer_owner = any (s.owners), false)
               and (k.introducer_id <> all (s.companions) or k.introducer_team is null)""";

    private final JdbcClient jdbc;

    IntroductionsInSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "introductions";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_introducing()").query(Integer.class).single();
    }

    /** Whom somebody sees, by name. */
    static String seen(String condition) {
        return pieces(SIGHT, "", "k.there and " + condition, BY_NAME);
    }

    /**
     * Whom somebody works with, by name or by something before it.
     *
     * @param asked of each of them, in their order, until enough are found
     */
    static String tended(String before, String condition, String asked) {
        return pieces(TENDED, asked, "k.listed and " + condition, before + BY_NAME);
    }

    private static String pieces(String sight, String asked, String condition, String order) {
        return PIECES.formatted(
                sight, ROWS.formatted(asked), "and " + condition + " order by " + order + " limit :most", order);
    }
}
