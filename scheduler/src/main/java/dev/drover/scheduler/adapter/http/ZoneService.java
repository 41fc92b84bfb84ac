package dev.drover.scheduler.adapter.http;

import dev.drover.scheduler.engine.Answer;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.codec.PlainJson;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What a node says of zones over HTTP. Every node answers for every zone: from its own fold as owner or standby, by the
 * owner otherwise; for a time of the past from the log. The header {@code Drover-Node} names whose answer it is.
 */
public final class ZoneService implements AutoCloseable {
    static final String ANSWERED_BY = "Drover-Node";

    private static final PlainJson<ZoneSummary> SUMMARY = new PlainJson<>(ZoneSummary.class);
    private static final PlainJson<Names> NAMES = new PlainJson<>(Names.class);
    private static final PlainJson<Problem> PROBLEM = new PlainJson<>(Problem.class);

    /** The zones there are. */
    public record Names(List<ZoneId> zones) {}

    private final ZoneReader zones;
    private final Forwarding forwarding;
    private final Listen listen;
    private final Javalin server;

    /** Listens; throws {@link ZoneLogException} when it can't. */
    public ZoneService(Listen listen, ZoneReader zones) {
        this.zones = zones;
        this.listen = listen;
        this.forwarding = new Forwarding(zones);
        this.server = Javalin.create(this::configure);
        try {
            server.start(listen.host(), listen.port());
        } catch (RuntimeException taken) {
            throw new ZoneLogException(
                    "nothing can be served at " + listen.host() + ":" + listen.port() + ": " + taken.getMessage()
                            + "; choose another port with --http, or 0 for any that is free",
                    taken);
        }
    }

    /** Where it can be asked. */
    public URI address() {
        return listen.address(server.port());
    }

    @Override
    public void close() {
        server.stop();
        forwarding.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.routes.get("/v1/zones", this::names);
        config.routes.get("/v1/zones/{zone}", this::zone);
        config.routes.exception(Problem.Thrown.class, (thrown, request) -> tell(request, thrown.problem()));
        config.routes.exception(
                InvalidValueException.class,
                (wrong, request) -> tell(request, Problem.wrong(String.valueOf(wrong.getMessage()))));
        config.routes.exception(
                ZoneLogException.class,
                (silent, request) -> tell(request, Problem.unavailable(String.valueOf(silent.getMessage()))));
        config.routes.exception(
                ZoneHaltedException.class,
                (halted, request) -> tell(request, Problem.halted(String.valueOf(halted.getMessage()))));
        config.routes.exception(
                NotFoundResponse.class,
                (nothing, request) ->
                        tell(request, Problem.notFound("there is nothing at " + request.path() + "; try /v1/zones")));
        config.routes.exception(
                MethodNotAllowedResponse.class,
                (refused, request) -> tell(
                        request,
                        Problem.notAllowed(
                                request.method() + " is not possible for " + request.path() + "; possible: GET")));
    }

    private void names(Context request) {
        List<ZoneId> names =
                zones.table().layouts().stream().map(ZoneLayout::zone).toList();
        answer(request, NAMES.write(new Names(names)));
    }

    private void zone(Context request) {
        ZoneLayout zone = layout(new ZoneId(request.pathParam("zone")));
        Optional<Instant> at = Optional.ofNullable(request.queryParam("at")).map(ZoneService::time);
        if (at.isPresent()) {
            answer(request, SUMMARY.write(ZoneSummary.of(zones.at(zone, at.get()))));
            return;
        }
        switch (zones.ask(zone, ZoneSummary::of)) {
            case Answer.Here<ZoneSummary>(ZoneSummary summary) -> answer(request, SUMMARY.write(summary));
            case Answer.Elsewhere<ZoneSummary>(List<NodeId> nodes) -> forwarding.pass(request, nodes);
            case Answer.Nobody<ZoneSummary> nobody ->
                throw Problem.unavailable("nobody owns zone " + zone.zone() + " at the moment; ask again in a second")
                        .thrown();
        }
    }

    private ZoneLayout layout(ZoneId zone) {
        var table = zones.table();
        return table.find(zone)
                .orElseThrow(() -> Problem.notFound(table.absence(zone)).thrown());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException other) {
            throw new InvalidValueException("at", "is '" + text + "'; it must be a time like 2026-11-24T12:00:00Z");
        }
    }

    private void answer(Context request, byte[] json) {
        request.header(ANSWERED_BY, zones.node().value())
                .contentType("application/json")
                .result(json);
    }

    private void tell(Context request, Problem problem) {
        request.status(problem.status())
                .header(ANSWERED_BY, zones.node().value())
                .contentType(Problem.TYPE)
                .result(PROBLEM.write(problem));
        if (problem.status() == 503) {
            request.header("Retry-After", "1");
        }
    }
}
