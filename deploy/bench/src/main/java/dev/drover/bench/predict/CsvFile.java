package dev.drover.bench.predict;

import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The columns that are known, of the lines that hold something; others may stand beside them, in any order. */
final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<String> lines;
    private final Map<Column, Integer> places;

    private CsvFile(String name, List<String> lines, Map<Column, Integer> places) {
        this.name = name;
        this.lines = lines;
        this.places = places;
    }

    /** Throws {@link InvalidValueException}, naming file and line, for what is no such file. */
    static CsvFile read(Path path) {
        List<String> lines = lines(path);
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new InvalidValueException(path + " line 1", "is empty; name the columns there, " + known());
        }
        return new CsvFile(path.toString(), lines, places(path + " line 1", cells(lines.getFirst())));
    }

    /** Whether the file has this column. */
    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** Where it names its columns, for messages. */
    String header() {
        return name + " line 1";
    }

    /** The lines below the header, without blank ones. */
    List<CsvLine> rows() {
        List<CsvLine> rows = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                rows.add(row(at));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private CsvLine row(int at) {
        String where = name + " line " + (at + 1);
        List<String> cells = cells(lines.get(at));
        int columns = cells(lines.getFirst()).size();
        if (cells.size() != columns) {
            throw new InvalidValueException(
                    where, "has " + cells.size() + " columns, the header " + columns + "; give it as many");
        }
        Map<Column, String> known = new EnumMap<>(Column.class);
        places.forEach((column, place) -> known.put(column, cells.get(place)));
        return new CsvLine(where, known);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException binary) {
            throw new InvalidValueException(path.toString(), "is no text in UTF-8; give a CSV file");
        } catch (IOException unreadable) {
            throw new InvalidValueException(
                    path.toString(),
                    "can't be read (" + unreadable.getClass().getSimpleName() + "); give a CSV file that can");
        }
    }

    private static Map<Column, Integer> places(String where, List<String> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            long times =
                    header.stream().filter(column.header()::equalsIgnoreCase).count();
            if (times > 1) {
                throw new InvalidValueException(where, "names column " + column.header() + " twice; keep one");
            }
            if (times == 1) {
                places.put(column, lowerCase(header).indexOf(column.header()));
            }
        }
        return places;
    }

    private static List<String> lowerCase(List<String> header) {
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Cells hold numbers and names: a quote may stand around them, but no comma within. */
    private static List<String> cells(String line) {
        return Stream.of(line.replace(BYTE_ORDER_MARK, "").split(",", -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }

    private static String known() {
        return String.join(", ", Stream.of(Column.values()).map(Column::header).toList());
    }
}
