package org.attune;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Attune, the CRM that listens first. Beans go by their full names, since two modules may use the same word. */
@Modulithic(systemName = "Attune")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AttuneApplication {

    public static void main(String[] args) {
        SpringApplication.run(AttuneApplication.class, args);
    }
}
