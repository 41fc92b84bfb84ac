package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Optional;

/** Makes a record's type say what may be missing: only an {@code Optional} may. */
final class RequiredUnlessOptional extends JacksonAnnotationIntrospector {
    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        return !Optional.class.isAssignableFrom(member.getRawType());
    }
}
