package org.attune.stages;

import java.util.List;
import java.util.Map;

/** What every stage of a definition asks for, and what of it stands for one contact. */
record Criteria(Map<String, List<CriterionView>> byStage) {

    List<CriterionView> of(String stage) {
        return byStage.getOrDefault(stage, List.of());
    }
}
