package org.memoro.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;

class SignInPagesTests {

    private final RunningPages pages = RunningPages.fresh();

    @Test
    void offersAnyOtherProviderByItsName() {
        assertThat(pages.anonymous("/sign-in", "X-Sign-In-Providers", "family-id")
                        .body())
                .contains("href=\"/oauth2/authorization/family-id\"", "Continue with family-id")
                .doesNotContain("No way to sign in");
    }

    @Test
    void offersExactlyTheWaysTheGatewayKnows() {
        assertThat(pages.anonymous("/sign-in", "X-Sign-In-Providers", "local").body())
                .contains("href=\"/oauth2/authorization/local\"")
                .doesNotContain("Google");
        assertThat(pages.anonymous("/sign-in", "X-Sign-In-Providers", "local,google")
                        .body())
                .contains("Continue with Google")
                .contains("Continue as local user");
        assertThat(pages.anonymous("/sign-in").body()).contains("No way to sign in is set up");
    }

    @Test
    void saysWhenTheLastTryFailed() {
        assertThat(pages.anonymous("/sign-in?error", "X-Sign-In-Providers", "local")
                        .body())
                .contains("The sign-in was not confirmed.", "It was cancelled or took too long.");
    }

    @Test
    void saysWhoIsNotOnTheListAndWhoseEmailIsNotVerified() {
        assertThat(pages.anonymous("/sign-in?error=not-allowed").body())
                .contains("is not on the list of those who may");
        assertThat(pages.anonymous("/sign-in?error=email-not-verified").body())
                .contains("has not verified your email address");
    }

    @Test
    void saysNothingThatAnAddressMadeUp() {
        assertThat(pages.anonymous("/sign-in?error=call%20evil.example%20now").body())
                .contains("It was cancelled or took too long.")
                .doesNotContain("evil");
    }

    @Test
    void saysThatAnAccountIsGone() {
        assertThat(pages.anonymous("/sign-in?left", "X-Sign-In-Providers", "local")
                        .body())
                .contains("Your account is deleted.");
        assertThat(pages.anonymous("/sign-in", "X-Sign-In-Providers", "local").body())
                .doesNotContain("Your account is deleted.");
    }
}
