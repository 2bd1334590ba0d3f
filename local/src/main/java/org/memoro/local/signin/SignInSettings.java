package org.memoro.local.signin;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs in and on behalf of which client.
 *
 * @param publicPort of the gateway, the only door a browser sees
 * @param email of the local user; their subject is made of it
 * @param registration the gateway's name for this provider, which its address to come back to ends with
 * @param clientId of the gateway
 * @param clientSecret of the gateway
 */
@Validated
@ConfigurationProperties("memoro.sign-in")
record SignInSettings(
        @Min(1) @Max(65535) int publicPort,
        @NotBlank @Email String email,
        @DefaultValue("local") @NotBlank String registration,
        @NotBlank String clientId,
        @NotBlank String clientSecret) {

    String issuer() {
        return "http://localhost:" + publicPort + LocalSignIn.PATH;
    }

    String subject() {
        return "local:" + email.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "SignInSettings[" + issuer() + "]";
    }
}
