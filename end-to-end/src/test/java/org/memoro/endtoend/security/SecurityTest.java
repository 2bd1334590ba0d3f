package org.memoro.endtoend.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.memoro.endtoend.SharedBrowser;

/** A class of attacks; its tests take the {@link SecurityInstance} and the browser as parameters. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("security")
@ExtendWith({SharedInstance.class, SharedBrowser.class})
@interface SecurityTest {}
