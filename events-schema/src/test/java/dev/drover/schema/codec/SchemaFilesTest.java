package dev.drover.schema.codec;

import dev.drover.schema.doc.GeneratedFile;
import dev.drover.schema.doc.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFilesTest {
    private static final Schemas SCHEMAS = new Schemas(Json.forPrograms());

    static List<MessageType> types() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_schema_in_the_docs_is_that_of_the_record(MessageType type) {
        SCHEMAS.file(type).check();
    }

    @Test
    void every_schema_in_the_docs_belongs_to_a_type() {
        GeneratedFile.checkThatOnly(
                types().stream().map(type -> type.name() + ".json").toList(), "schema");
    }
}
