package dev.drover.schema.doc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.InvalidValueException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record that is written as the one value inside it: an id or a quantity. Its limits stand in its constructor alone,
 * so they are found out by asking it.
 */
record Scalar(Class<?> type, Class<?> inner, Executable creator) {
    /** The type as one, if it is one. */
    static Optional<Scalar> of(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))
                        .findFirst()
                        .map(part -> new Scalar(type, part.getType(), creator(type, part)))
                : Optional.empty();
    }

    /** What stands for it in JSON. */
    Class<?> written() {
        return creator.getParameterTypes()[0];
    }

    /** Whether the constructor takes {@code value}. */
    boolean takes(Object value) {
        try {
            creator.setAccessible(true);
            if (creator instanceof Method factory) {
                factory.invoke(null, value);
            } else {
                ((Constructor<?>) creator).newInstance(value);
            }
            return true;
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidValueException) {
                return false;
            }
            throw new IllegalStateException(creator + " answers with " + refused.getCause(), refused);
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalStateException(creator + " can't be asked", unreachable);
        }
    }

    private static Executable creator(Class<?> type, RecordComponent value) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(one -> one.isAnnotationPresent(JsonCreator.class))
                .findFirst()
                .orElseGet(() -> Arrays.stream(type.getDeclaredConstructors())
                        .filter(one -> Arrays.equals(one.getParameterTypes(), new Class<?>[] {value.getType()}))
                        .findFirst()
                        .orElseThrow());
    }
}
