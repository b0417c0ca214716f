package org.attune;

import org.springframework.boot.SpringApplication;

/** Attune as it is started by anybody, on ports that are free; says which one its pages are on. */
final class WholeProcess {

    private WholeProcess() {}

    public static void main(String[] arguments) {
        var context = SpringApplication.run(AttuneApplication.class, arguments);
        System.out.println("listening " + context.getEnvironment().getProperty("local.server.port"));
    }
}
