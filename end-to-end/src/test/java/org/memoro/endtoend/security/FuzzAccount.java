package org.memoro.endtoend.security;

/** An account to be used hard; a new one takes its place when it is gone. */
final class FuzzAccount {
    private final SecurityInstance memoro;
    private final int number;
    private final KnownThings known = new KnownThings();
    private int life;
    private Who who;

    FuzzAccount(SecurityInstance memoro, int number) {
        this.memoro = memoro;
        this.number = number;
        this.who = next();
    }

    KnownThings known() {
        return known;
    }

    synchronized Who who() {
        return who;
    }

    /** After a 401, which only a deleted account or a revoked token explains. */
    synchronized void replace(Who refused) {
        if (refused == who) {
            who = next();
        }
    }

    private Who next() {
        String email = "sender-" + number + "-" + life++ + "@memoro.test";
        return Who.withToken(email, memoro.tokenOf(email));
    }
}
