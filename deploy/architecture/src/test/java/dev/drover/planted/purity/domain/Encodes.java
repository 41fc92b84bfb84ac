package dev.drover.planted.purity.domain;

import dev.drover.schema.codec.MessageCodec;

record Encodes(MessageCodec codec) {}
