package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox on Linux
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 | Chrome on Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 | Edge on Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15 | Safari on Mac
            Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1 | Chrome on iPhone
            Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36 | Samsung Internet on Android
            Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0 | Firefox on Android
            curl/8.5.0 | curl
            python-requests/2.32.3 | python-requests
            Mozilla/5.0 (Something Else) | Unknown browser
            <img src=x onerror=alert(1)>/1.0 | Unknown browser
            """)
    void isWhatPeopleCallIt(String userAgent, String words) {
        assertThat(Device.of(userAgent).words()).isEqualTo(words);
    }

    @Test
    void isUnknownWithoutAUserAgent() {
        assertThat(Device.of(null)).isEqualTo(new Device("Unknown browser", false));
        assertThat(Device.of("")).isEqualTo(new Device("Unknown browser", false));
    }

    @Test
    void knowsAPhoneFromADesk() {
        assertThat(Device.of("Mozilla/5.0 (iPhone; …) Version/19.1 Mobile/15E148 Safari/604.1")
                        .isPhone())
                .isTrue();
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")
                        .isPhone())
                .isFalse();
    }
}
