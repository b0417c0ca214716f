package org.attune.needs;

import java.time.Instant;
import org.attune.conversations.TurnId;

/** A turn of ours, to choose where something was said to them. */
public record OurWords(TurnId turn, int seq, Instant saidAt, String words) {}
