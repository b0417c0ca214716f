package org.attune.stages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of the stages: what a draft would change, publishing it, and what was before. Nothing that was published is ever
 * changed, and every move keeps pointing to the version that was in force when it was made.
 */
@Component
@Transactional
public class StageVersions {

    private static final int LONGEST_NOTE = 500;

    private final DraftRows drafts;
    private final DefinitionRows definitions;
    private final Soundness soundness;
    private final Effects effects;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StageVersions(
            DraftRows drafts,
            DefinitionRows definitions,
            Soundness soundness,
            Effects effects,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.definitions = definitions;
        this.soundness = soundness;
        this.effects = effects;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @Transactional(readOnly = true)
    public List<VersionView> all() {
        return definitions.versions();
    }

    /** @throws NotSeen when there is no such version */
    @Transactional(readOnly = true)
    public Definition version(int version) {
        return definitions.version(version);
    }

    /** What is different in the second. */
    @Transactional(readOnly = true)
    public List<Difference> between(int was, int becomes) {
        return Difference.between(definitions.version(was), definitions.version(becomes));
    }

    /** What is different in the draft. */
    @Transactional(readOnly = true)
    public List<Difference> ofDraft() {
        return drafts.last()
                .map(step ->
                        Difference.between(definitions.inForce(), step.content().definition()))
                .orElse(List.of());
    }

    /** What publishing the draft would mean today; reads a lot, and only when asked to. */
    @Transactional(readOnly = true)
    public EffectView effect() {
        Definition inForce = definitions.inForce();
        return effects.of(
                drafts.last().map(DraftRows.Step::content).orElseGet(() -> StageDraft.Content.of(inForce)), inForce);
    }

    /** The viewer's own contacts whom the draft concerns; none where there is no draft. */
    @Transactional(readOnly = true)
    public List<ConcernedView> concerned(Viewer viewer) {
        Optional<DraftRows.Step> draft = drafts.last();
        return draft.isEmpty() ? List.of() : effects.mine(viewer, draft.get().content(), definitions.inForce());
    }

    /** The viewer's own contacts who do not meet what their stage asks for as things are. */
    @Transactional(readOnly = true)
    public List<ConcernedView> unmet(Viewer viewer) {
        return effects.mineUnmet(viewer, definitions.inForce());
    }

    /** How many contacts stand in each stage, by its key. */
    @Transactional(readOnly = true)
    public Map<String, Long> standing() {
        Map<String, Long> standing = new TreeMap<>();
        jdbc.sql("""
                        select s.stage_key, count(*) as many
                          from contact_stage s join contact c on c.id = s.contact_id
                         where c.merged_into is null and c.archived_at is null
                         group by s.stage_key
                        """).query(row -> {
            standing.put(row.getString("stage_key"), row.getLong("many"));
        });
        return standing;
    }

    /**
     * Puts the draft in force. Who stands in a retired stage goes where the draft says, by a move that says who and why; nobody
     * else moves.
     *
     * @param seen the step the person saw
     * @return the new version
     * @throws Unsound when something in the draft is wrong
     */
    public int publish(Viewer viewer, UUID draft, String seen, String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new RuleRefused("stages.publish.note.needed", "note", LONGEST_NOTE);
        }
        Definition inForce = definitions.heldAlone();
        Optional<Integer> done = drafts.published(draft);
        if (done.isPresent()) {
            return sameAsBefore(done.get(), note);
        }
        DraftRows.Step step = drafts.last()
                .filter(last -> last.draft().equals(draft))
                .orElseThrow(() -> new NotSeen("draft " + draft));
        if (!step.id().toString().equals(seen)) {
            throw new ChangedMeanwhile(step.by() + ": " + step.content().names(), note);
        }
        refuseUnsound(step, inForce);
        try {
            return enforce(viewer, step, inForce, note);
        } catch (DuplicateKeyException sameName) { // in a script whose letters only the database knows to be the same
            throw new RuleRefused("stages.publish.name-taken", "note");
        }
    }

    private int sameAsBefore(int version, String note) {
        for (VersionView published : definitions.versions()) {
            if (published.version() == version && !published.note().equals(note)) {
                throw new ChangedMeanwhile(published.note(), note);
            }
        }
        return version;
    }

    private void refuseUnsound(DraftRows.Step step, Definition inForce) {
        List<Problem> problems = soundness.of(step.content(), inForce);
        if (!problems.isEmpty()) {
            throw new Unsound(problems);
        }
        if (Difference.between(inForce, step.content().definition()).isEmpty()) {
            throw new RuleRefused("stages.publish.same", "note");
        }
    }

    private int enforce(Viewer viewer, DraftRows.Step step, Definition inForce, String note) {
        Instant now = clock.instant();
        Definition becomes = Definition.inOrder(
                definitions.nextVersion(), step.content().definition().stages());
        definitions.keep(becomes, viewer, now, note, step.restores());
        definitions.enforce(becomes);
        for (Stage gone : inForce.stages()) {
            if (becomes.stage(gone.key()).isEmpty()) {
                String to = step.content().goesTo().getOrDefault(gone.key(), "");
                definitions.retire(gone.key(), to, becomes.version(), viewer.uuid(), now, note);
                definitions.forget(gone.key());
            }
        }
        drafts.end(step.draft(), becomes.version(), viewer, now);
        events.publishEvent(new StagesPublished(becomes.version()));
        return becomes.version();
    }
}
