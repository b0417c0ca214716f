package org.attune.conversations;

import java.time.Instant;

/** What was meant, added beside words that stand. */
public record CorrectionView(String words, String by, Instant at) {}
