package org.attune.stages;

import java.util.List;
import java.util.Map;
import org.attune.access.Viewer;
import org.attune.people.ContactId;

/** What is worth asking somebody in a stage. Whoever keeps the questions says so. */
public interface WorthAsking {

    /** For somebody where they are today, in their language. */
    List<String> of(Viewer viewer, ContactId contact);

    /** By the key of the stage, in the language of the house. */
    Map<String, List<String>> everywhere();
}
