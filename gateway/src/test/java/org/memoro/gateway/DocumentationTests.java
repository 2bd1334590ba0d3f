package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API's description. */
class DocumentationTests {
    private static final String CONTACTS = """
            {"openapi":"3.1.0","paths":{"/api/v1/contacts":{"get":{"summary":"People <you> know",
              "responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}},
              "/internal/v1/contacts/names":{"get":{"responses":{}}}},
             "components":{"schemas":{"Page":{"type":"object","title":"contacts"}}}}""";
    private static final String SEARCH = """
            {"openapi":"3.1.0","paths":{"/api/v1/search":{"get":{
              "responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
             "components":{"schemas":{"Page":{"type":"object","title":"hits"}}}}""";

    private RunningGateway gateway;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        gateway.contacts.on("GET", "/v3/api-docs", 200, CONTACTS);
        gateway.search.on("GET", "/v3/api-docs", 200, SEARCH);
    }

    @Test
    void mergesWhatEachServiceSaysOfItsPublicPaths() {
        HttpResponse<String> answer = gateway.browser().get("/api/v1/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"openapi\":\"3.1.0\"", "/api/v1/contacts", "/api/v1/search", "/api/v1/account/tokens")
                .contains("\"Page_search-service\"", "#/components/schemas/Page_search-service")
                .doesNotContain("/internal/");
    }

    @Test
    void showsAPageWithoutScriptsOrForeignHosts() {
        HttpResponse<String> page = gateway.browser().get("/api/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("People &lt;you&gt; know", "/api/v1/search")
                .doesNotContain("<script", "http://", "https://", "style=");
        assertThat(gateway.browser().get("/api/docs/plain.css").statusCode()).isEqualTo(200);
    }
}
