package org.memoro.endtoend.security;

import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;

/** Sends one generated call after another and judges every answer. */
final class Sender {
    private final Http http;
    private final String url;
    private final FuzzAccount account;
    private final Contract contract;
    private final CallGenerator generator;
    private final int number;
    private final FuzzReport report;

    Sender(Http http, String url, ApiDescription api, FuzzAccount account, int number, FuzzReport report) {
        this.http = http;
        this.url = url;
        this.account = account;
        this.number = number;
        this.report = report;
        this.contract = new Contract(api);
        RandomGenerator random = Run.random("generated calls", number);
        this.generator = new CallGenerator(api.operations(), account.known(), random);
    }

    Runnable sending(int calls) {
        return () -> {
            for (int i = 0; i < calls; i++) {
                send(i);
            }
        };
    }

    private void send(int place) {
        GeneratedCall call = generator.next();
        Who who = account.who();
        String name = "sender " + number + ", call " + place;
        try {
            Answer answer = http.send(call.request(url, who));
            report.answered(call, answer);
            contract.breaches(call.operation(), answer, call.headers().contains("Idempotency-Key"))
                    .forEach(breach -> report.breach(call, breach, name, answer));
            if (answer.isSuccess()) {
                account.known().learn(call.operation(), call.path(), answer);
            } else if (answer.status() == 401) {
                account.replace(who);
            }
        } catch (UncheckedIOException e) {
            if (call.operation().isFile()) {
                return; // its account was deleted meanwhile: it must break off
            }
            report.unanswered(call, name, e);
        }
    }
}
