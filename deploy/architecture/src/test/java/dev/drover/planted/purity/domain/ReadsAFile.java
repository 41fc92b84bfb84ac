package dev.drover.planted.purity.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReadsAFile {
    String read(Path path) throws IOException {
        return Files.readString(path);
    }
}
