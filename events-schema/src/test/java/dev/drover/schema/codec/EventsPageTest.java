package dev.drover.schema.codec;

import dev.drover.schema.doc.EventsPage;
import dev.drover.schema.doc.Schemas;
import org.junit.jupiter.api.Test;

class EventsPageTest {
    @Test
    void the_page_in_the_docs_shows_every_type_as_it_is() {
        new EventsPage(new Schemas(Json.forPrograms())).file().check();
    }
}
