package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.drover.schema.id.InvalidValueException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Jackson objects to, in this project's words: the field as it stands in the JSON, and what it must be. */
final class BodyErrors {
    /** Advice about Jackson's settings, and where in its redacted source: no use to whoever wrote the record. */
    private static final Pattern JACKSONS_OWN = Pattern.compile("(, from|: enable) `[^`]*`( to allow)?"
            + "| \\((start marker|for \\w+ starting) at .*"
            + "| \\((not recognized as one since|consider enabling) .*");

    private BodyErrors() {}

    static DecodeError of(JacksonException problem) {
        if (!(problem instanceof JsonMappingException mapping) || isSyntax(problem.getCause())) {
            return new DecodeError.Malformed(syntax(problem));
        }
        return new DecodeError.InvalidValue(field(mapping), words(mapping));
    }

    private static boolean isSyntax(@Nullable Throwable cause) {
        return cause instanceof JacksonException && !(cause instanceof InputCoercionException);
    }

    private static String words(JsonMappingException problem) {
        if (problem.getCause() instanceof InvalidValueException refused) {
            return refused.problem();
        }
        if (problem.getCause() instanceof InputCoercionException tooLong) {
            return "is out of range; it must be " + Expected.of(tooLong.getTargetType());
        }
        return switch (problem) {
            case UnrecognizedPropertyException unknown -> "is not a known field; known are " + known(unknown);
            case InvalidTypeIdException kind -> kind(kind);
            case MismatchedInputException mismatch when isMissing(mismatch) -> "is missing";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be " + Expected.of(mismatch.getTargetType());
            default -> problem.getOriginalMessage();
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String kind(InvalidTypeIdException problem) {
        return problem.getTypeId() == null
                ? "must be an object that names its 'kind'"
                : "is of kind '" + Excerpt.of(problem.getTypeId(), 40) + "', which is not known here";
    }

    /** Jackson says it in words only. */
    private static boolean isMissing(MismatchedInputException problem) {
        return problem.getOriginalMessage().startsWith("Missing required creator property");
    }

    /** A record with several fields names the one at fault, which Jackson's path leads up to. */
    private static String field(JsonMappingException problem) {
        String path = path(problem);
        return part(problem)
                .map(part -> path.isEmpty() ? part : path + "." + part)
                .orElse(path.isEmpty() ? "the record" : path);
    }

    private static Optional<String> part(JsonMappingException problem) {
        return problem instanceof ValueInstantiationException made
                        && problem.getCause() instanceof InvalidValueException refused
                        && made.getType().getRawClass().isRecord()
                ? Stream.of(made.getType().getRawClass().getRecordComponents())
                        .filter(component -> component.getName().equals(refused.field()))
                        .map(component -> component.getName() + UnitsInNames.unit(component.getType()))
                        .findFirst()
                : Optional.empty();
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String syntax(JacksonException problem) {
        return JACKSONS_OWN.matcher(problem.getOriginalMessage()).replaceAll("");
    }
}
