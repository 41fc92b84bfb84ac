package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * Writes the unit that a field has in its type into its name, for readers who see only JSON: {@code Bytes memory} is
 * {@code memoryBytes}, {@code BitsPerSecond rate} is {@code rateBitsPerSecond}, {@code Duration elapsed} is
 * {@code elapsedMillis}; an {@code Optional} of one likewise.
 */
final class UnitsInNames extends PropertyNamingStrategy {
    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
        return name + suffix(field.getType());
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return name + suffix(method.getType());
    }

    @Override
    public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
        return name + suffix(parameter.getType());
    }

    private static String suffix(JavaType type) {
        JavaType inner = type.isReferenceType() ? type.getReferencedType() : type;
        return unit(inner.getRawClass());
    }

    /** The unit that stands behind the name of a field of this type; empty where there is none. */
    static String unit(Class<?> type) {
        if (type == Bytes.class) {
            return "Bytes";
        }
        if (type == BitsPerSecond.class) {
            return "BitsPerSecond";
        }
        return type == Duration.class ? "Millis" : "";
    }
}
