package dev.drover.planted.language.event;

import dev.drover.schema.codec.MessageCodec;

/** A fact that writes itself. */
record KnowsTheCodec(MessageCodec codec) {}
