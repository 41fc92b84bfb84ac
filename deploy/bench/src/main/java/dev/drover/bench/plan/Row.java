package dev.drover.bench.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.schema.id.InvalidValueException;

/** A row of a table in an instance: cells by their places, each with a name for messages. */
final class Row {
    private static final double MOST = 1e9;

    private final String name;
    private final JsonNode cells;

    private Row(String name, JsonNode cells) {
        this.name = name;
        this.cells = cells;
    }

    /** The row must have at least {@code width} cells. */
    static Row of(String table, int index, JsonNode cells, int width) {
        String name = table + "[" + index + "]";
        if (!cells.isArray() || cells.size() < width) {
            throw new InvalidValueException(name, "is not a row of " + width + " cells; see " + table + "Columns");
        }
        return new Row(name, cells);
    }

    String text(int column, String columnName) {
        JsonNode cell = cells.get(column);
        if (!cell.isTextual() || cell.textValue().isEmpty()) {
            throw wrong(columnName, cell, "give a name");
        }
        return cell.textValue();
    }

    /** From 0 to a thousand million. */
    double number(int column, String columnName) {
        JsonNode cell = cells.get(column);
        if (!cell.isNumber() || !(cell.doubleValue() >= 0 && cell.doubleValue() <= MOST)) {
            throw wrong(columnName, cell, "give a number from 0 to 1e9");
        }
        return cell.doubleValue();
    }

    /** From 0 to a thousand million. */
    long whole(int column, String columnName) {
        double number = number(column, columnName);
        if (number != Math.rint(number)) {
            throw wrong(columnName, cells.get(column), "give a whole number");
        }
        return (long) number;
    }

    InvalidValueException wrong(String columnName, JsonNode cell, String cure) {
        return wrong(columnName, "is " + cell + "; " + cure);
    }

    InvalidValueException wrong(String columnName, String problem) {
        return new InvalidValueException(name + "." + columnName, problem);
    }
}
