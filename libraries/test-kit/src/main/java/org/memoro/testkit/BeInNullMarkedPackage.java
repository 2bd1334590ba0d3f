package org.memoro.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Asks for a {@code package-info.java} that switches null checks on. */
final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {
    static final BeInNullMarkedPackage CONDITION = new BeInNullMarkedPackage();

    private BeInNullMarkedPackage() {
        super("be in a package marked @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        String message = type.getName() + (marked ? " is" : " is not") + " in a package marked @NullMarked";
        events.add(new SimpleConditionEvent(type, marked, message));
    }
}
