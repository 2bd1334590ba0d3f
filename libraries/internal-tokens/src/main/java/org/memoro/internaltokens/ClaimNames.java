package org.memoro.internaltokens;

/** The names of our own claims, shared by who signs and who reads. */
final class ClaimNames {
    static final String ISSUER = "memoro-gateway";
    static final String ZONE = "zone";
    static final String ENRICHMENT = "enrichment";
    static final String SCOPE = "scope";
    static final String ACTOR = "actor";
    static final String PURPOSE = "purpose";
    static final String SESSION = "sid";

    private ClaimNames() {}
}
