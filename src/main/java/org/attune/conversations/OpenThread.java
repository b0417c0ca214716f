package org.attune.conversations;

/** An open thread and the words it hangs on. */
public record OpenThread(ThreadView thread, Heard heard) {}
