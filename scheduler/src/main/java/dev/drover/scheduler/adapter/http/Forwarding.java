package dev.drover.scheduler.adapter.http;

import dev.drover.schema.id.NodeId;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passes a question on to a node that knows, and its answer back as it is. A question is passed on once: two nodes that
 * disagree about who owns a zone must not send it back and forth.
 */
final class Forwarding implements AutoCloseable {
    private static final String PASSED_ON = "Drover-Passed-On-By";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ZoneReader zones;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Forwarding(ZoneReader zones) {
        this.zones = zones;
    }

    /** Answers {@code request} by what the first of {@code nodes} says that can. */
    void pass(Context request, List<NodeId> nodes) {
        if (request.header(PASSED_ON) != null) {
            throw Problem.unavailable(
                            "node " + zones.node() + " was asked by another one, but those that know by now are "
                                    + nodes + "; ask again in a second")
                    .thrown();
        }
        List<String> silent = new ArrayList<>();
        for (NodeId node : nodes) {
            try {
                answer(request, ask(request, node));
                return;
            } catch (IOException why) {
                silent.add("node " + node + " knows, but " + why.getMessage());
            }
        }
        throw Problem.unavailable(String.join(", ", silent) + "; ask again in a second")
                .thrown();
    }

    /** What is being asked is not waited for. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Throws {@link IOException} with what is the matter with the node. */
    private HttpResponse<byte[]> ask(Context request, NodeId node) throws IOException {
        URI address = zones.address(node).orElseThrow(() -> new IOException("has not said where it can be asked"));
        String query = Optional.ofNullable(request.queryString())
                .map(text -> "?" + text)
                .orElse("");
        HttpRequest passed = HttpRequest.newBuilder(URI.create(address + request.path() + query))
                .timeout(PATIENCE)
                .header(PASSED_ON, zones.node().value())
                .GET()
                .build();
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(passed, BodyHandlers.ofByteArray());
        } catch (IOException dead) {
            throw new IOException("does not answer at " + address, dead);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("node " + zones.node() + " is closing", closing);
        }
        String whose = answer.headers().firstValue(ZoneService.ANSWERED_BY).orElse("somebody else");
        if (!whose.equals(node.value())) {
            throw new IOException("at " + address + " answers " + whose);
        }
        if (answer.statusCode() != 200) {
            throw new IOException("can't answer now");
        }
        return answer;
    }

    private static void answer(Context request, HttpResponse<byte[]> answer) {
        copy(answer, request, "Content-Type");
        copy(answer, request, ZoneService.ANSWERED_BY);
        request.result(answer.body());
    }

    private static void copy(HttpResponse<byte[]> from, Context to, String header) {
        from.headers().firstValue(header).ifPresent(value -> to.header(header, value));
    }
}
