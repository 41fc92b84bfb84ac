package dev.drover.bench.predict;

import dev.drover.schema.id.InvalidValueException;
import java.util.Map;
import java.util.Optional;

/**
 * One line.
 *
 * @param where file and line, for messages
 */
record CsvLine(String where, Map<Column, String> cells) {
    /** What stands there, if anything does. */
    Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isBlank());
    }

    /** The number that stands there, if anything does; what is no such number throws {@link InvalidValueException}. */
    Optional<Double> number(Column column) {
        return text(column).map(cell -> column.number(where, cell));
    }

    /** The number that must stand there. */
    double required(Column column) {
        return number(column)
                .orElseThrow(() -> new InvalidValueException(
                        where + " column " + column.header(), "is empty; give " + column.meaning()));
    }
}
