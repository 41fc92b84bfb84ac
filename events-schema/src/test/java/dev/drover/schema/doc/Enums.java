package dev.drover.schema.doc;

import dev.drover.schema.codec.Catalogue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The enums that stand anywhere inside the types of the wire. */
final class Enums {
    private final Set<Class<?>> seen = new HashSet<>();

    Enums() {
        Catalogue.all().forEach(type -> visit(type.body()));
    }

    Optional<Class<?>> named(String simpleName) {
        return seen.stream()
                .filter(type -> type.isEnum() && type.getSimpleName().equals(simpleName))
                .findFirst();
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                visit(argument);
            }
        } else if (type instanceof Class<?> raw && Docstrings.covers(raw) && seen.add(raw)) {
            if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    visit(component.getGenericType());
                }
            }
            if (raw.isSealed()) {
                for (Class<?> permitted : raw.getPermittedSubclasses()) {
                    visit(permitted);
                }
            }
        }
    }
}
