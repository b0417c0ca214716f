package org.attune.stages;

import org.attune.access.SettlesIn;
import org.attune.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stages Attune brings along, in the language of the house. */
@Component
class DefaultStages implements SettlesIn {

    private final JdbcClient jdbc;

    DefaultStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void speaking(Language language) {
        if (language == Language.GERMAN) {
            jdbc.sql("select default_stages_in_german()").query().singleRow();
        }
    }
}
