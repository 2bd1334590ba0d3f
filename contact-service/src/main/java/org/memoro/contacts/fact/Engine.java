package org.memoro.contacts.fact;

/** What read a note: the provider and its model. */
public record Engine(String provider, String model) {}
