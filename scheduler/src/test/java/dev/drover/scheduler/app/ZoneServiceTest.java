package dev.drover.scheduler.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.adapter.http.Listen;
import dev.drover.scheduler.adapter.http.ZoneService;
import dev.drover.scheduler.adapter.kafka.KafkaBroker;
import dev.drover.scheduler.adapter.kafka.NodeDirectory;
import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.engine.Answer;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.report.InventoryReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nodes answer over HTTP, on a real broker: one zone, of which node-1 is the owner, node-2 the standby. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoneServiceTest {
    private static final ZoneLayout ZONE = ZoneLayout.only(Fleet.ZONE);

    private final String bootstrap;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SchedulerNode> nodes = new ArrayList<>();

    ZoneServiceTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeAll
    void threeNodesThatKnowOfTwoHosts() {
        ZoneTopics.removeAll(bootstrap);
        start("node-1");
        Await.until("an owner", () -> nodes.getFirst().zones().ask(ZONE, Folded::position) instanceof Answer.Here);
        start("node-2");
        start("node-3");
        Messages messages = new Messages();
        try (ZoneTopics topics = new ZoneTopics(bootstrap, ZONE)) {
            for (String host : List.of("h1", "h2")) {
                topics.tell(messages.report(Fleet.id(host), new InventoryReport(Fleet.host(host, 64))));
            }
        }
        nodes.forEach(node -> Await.until(
                node.name() + " to tell of both hosts",
                () -> get(node, "/v1/zones/" + Fleet.ZONE) instanceof HttpResponse<String> said
                        && said.statusCode() == 200
                        && body(said).path("hosts").asInt() == 2));
    }

    @AfterAll
    void closeAll() {
        nodes.forEach(SchedulerNode::close);
    }

    @Test
    void every_node_says_the_same_of_a_zone_and_whose_answer_it_is() {
        List<HttpResponse<String>> said =
                nodes.stream().map(node -> get(node, "/v1/zones/z1")).toList();
        assertThat(said.stream().map(ZoneServiceTest::answeredBy)).containsExactly("node-1", "node-2", "node-1");
        assertThat(said.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(said.getFirst().headers().firstValue("Content-Type")).contains("application/json");
        assertThat(body(said.getFirst()).path("zone").asText()).isEqualTo("z1");
        assertThat(body(said.getFirst()).path("events").asLong()).isEqualTo(log().size());
    }

    @Test
    void every_node_lists_the_zones() {
        for (SchedulerNode node : nodes) {
            assertThat(get(node, "/v1/zones").body().replaceAll("\\s", "")).isEqualTo("{\"zones\":[\"z1\"]}");
        }
    }

    @Test
    void every_node_tells_the_past_from_the_log() {
        EventMessage taken = log().getFirst();
        for (SchedulerNode node : nodes) {
            HttpResponse<String> said =
                    get(node, "/v1/zones/z1?at=" + taken.head().at());
            assertThat(answeredBy(said)).isEqualTo(node.name().value());
            assertThat(body(said).path("epoch").asLong()).isEqualTo(1);
            assertThat(body(said).path("hosts").asInt()).isZero();
            assertThat(body(get(node, "/v1/zones/z1?at=1999-12-31T23:59:59Z"))
                            .path("events")
                            .asLong(-1))
                    .isZero();
        }
    }

    @Test
    void where_the_owner_does_not_answer_its_standby_does_and_where_nobody_does_both_are_named() {
        SchedulerNode third = nodes.getLast();
        unreachable("node-1", 1);
        assertThat(answeredBy(get(third, "/v1/zones/z1"))).isEqualTo("node-2");

        unreachable("node-2", 2);
        HttpResponse<String> said = get(third, "/v1/zones/z1");
        assertProblem(
                said,
                503,
                "not-now",
                "node node-1 knows, but does not answer at http://127.0.0.1:1, node node-2 knows, but does not answer at"
                        + " http://127.0.0.1:2; ask again in a second");
        assertThat(said.headers().firstValue("Retry-After")).contains("1");

        announceAll();
        assertThat(answeredBy(get(third, "/v1/zones/z1"))).isEqualTo("node-1");
    }

    @Test
    void an_answer_of_another_node_than_the_one_asked_is_none() {
        URI second = nodes.get(1).address();
        NodeDirectory.announce(bootstrap, new NodeEntry(new NodeId("node-1"), second));
        unreachable("node-2", 2);
        assertProblem(
                get(nodes.getLast(), "/v1/zones/z1"),
                503,
                "not-now",
                "node node-1 knows, but at " + second + " answers node-2, node node-2 knows, but does not answer at");
        announceAll();
    }

    @Test
    void what_was_passed_on_once_is_not_passed_on_again() {
        HttpRequest passed = request(nodes.getLast(), "/v1/zones/z1")
                .header("Drover-Passed-On-By", "node-9")
                .build();
        assertProblem(
                send(passed),
                503,
                "not-now",
                "node node-3 was asked by another one, but those that know by now are [node-1, node-2]; ask again");
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_cure() {
        SchedulerNode first = nodes.getFirst();
        int taken = first.address().getPort();
        assertThatThrownBy(() -> new ZoneService(new Listen("127.0.0.1", taken), first.zones()))
                .isInstanceOf(ZoneLogException.class)
                .hasMessageStartingWith("nothing can be served at 127.0.0.1:" + taken + ": ")
                .hasMessageEndingWith("; choose another port with --http, or 0 for any that is free");
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_cure() {
        SchedulerNode node = nodes.getLast();
        assertProblem(get(node, "/v1/zones/z9"), 404, "not-found", "zone z9 is not in the zone table (known: z1);");
        assertProblem(get(node, "/v1/zones/%20"), 400, "invalid-request", "zone is ' '; it must start with a letter");
        assertProblem(
                get(node, "/v1/zones/z1?at=noon"),
                400,
                "invalid-request",
                "at is 'noon'; it must be a time like 2026-11-24T12:00:00Z");
        assertProblem(
                send(request(node, "/v1/zones").DELETE().build()),
                405,
                "not-allowed",
                "DELETE is not possible for /v1/zones; possible: GET");
        assertProblem(get(node, "/v2"), 404, "not-found", "there is nothing at /v2; try /v1/zones");
    }

    private void announceAll() {
        nodes.forEach(node -> NodeDirectory.announce(bootstrap, new NodeEntry(node.name(), node.address())));
    }

    private void unreachable(String node, int port) {
        NodeDirectory.announce(bootstrap, new NodeEntry(new NodeId(node), URI.create("http://127.0.0.1:" + port)));
    }

    private void assertProblem(HttpResponse<String> said, int status, String code, String detail) {
        assertThat(said.statusCode()).as(said.body()).isEqualTo(status);
        assertThat(said.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(body(said).path("code").asText()).isEqualTo(code);
        assertThat(body(said).path("detail").asText()).startsWith(detail);
    }

    private List<EventMessage> log() {
        try (ZoneTopics topics = new ZoneTopics(bootstrap, ZONE)) {
            return topics.log();
        }
    }

    private HttpResponse<String> get(SchedulerNode node, String path) {
        return send(request(node, path).build());
    }

    private static HttpRequest.Builder request(SchedulerNode node, String path) {
        return HttpRequest.newBuilder(URI.create(node.address() + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(request + " was not answered", failed);
        }
    }

    private JsonNode body(HttpResponse<String> said) {
        try {
            return json.readTree(said.body());
        } catch (IOException illegible) {
            throw new AssertionError(said.body(), illegible);
        }
    }

    private static String answeredBy(HttpResponse<String> said) {
        return said.headers().firstValue("Drover-Node").orElse("nobody");
    }

    private void start(String name) {
        nodes.add(SchedulerGroup.node(bootstrap, name, Fleet.ZONE));
    }
}
