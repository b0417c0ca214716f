package org.attune.correspondence;

import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Language;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands below somebody's letters, in each language; where there is none it is their name. */
@Component
@Transactional
public class Signatures {

    private static final int LONGEST = 1000;
    private static final Signature NONE = new Signature("", "", 0);

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version counts the changes; 0 before the first */
    public record Signature(String en, String de, int version) {

        String told() {
            return (en + "\n\n" + de).strip();
        }
    }

    @Transactional(readOnly = true)
    public Signature find(Viewer viewer) {
        return jdbc.sql("select en, de, version from letter_signature where user_id = :viewer")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new Signature(row.getString("en"), row.getString("de"), row.getInt("version")))
                .optional()
                .orElse(NONE);
    }

    /** As it goes into a letter. */
    @Transactional(readOnly = true)
    public String of(Viewer viewer, Language language) {
        Signature found = find(viewer);
        String words = language == Language.GERMAN ? found.de() : found.en();
        return words.isEmpty() ? viewer.name() : words;
    }

    /**
     * Says anew what stands there; nothing, and it is the name again.
     *
     * @throws ChangedMeanwhile where it was said anew since the form was opened
     */
    public void keep(Viewer viewer, @Nullable String en, @Nullable String de, int version) {
        Signature typed = new Signature(clean(en, "en"), clean(de, "de"), version);
        Signature now = find(viewer);
        if (now.en().equals(typed.en()) && now.de().equals(typed.de())) {
            return;
        }
        int changed = jdbc.sql("""
                        insert into letter_signature as s (user_id, en, de)
                        select :viewer, :en, :de
                         where :version = 0 or exists (select from letter_signature b where b.user_id = :viewer)
                        on conflict (user_id) do update set en = excluded.en, de = excluded.de, version = s.version + 1
                         where s.version = :version""")
                .param("viewer", viewer.uuid())
                .param("en", typed.en())
                .param("de", typed.de())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new ChangedMeanwhile(now.told(), typed.told(), now.version());
        }
    }

    private static String clean(@Nullable String typed, String field) {
        String words = PlainText.linesOrNothing(typed);
        if (words != null && PlainText.length(words) > LONGEST) {
            throw new RuleRefused("correspondence.signature.long", field, LONGEST);
        }
        return words == null ? "" : words;
    }
}
