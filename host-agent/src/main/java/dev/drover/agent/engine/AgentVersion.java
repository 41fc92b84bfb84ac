package dev.drover.agent.engine;

import java.util.Optional;

/** Which version of the agent this is, as its jar says. */
final class AgentVersion {
    private AgentVersion() {}

    /** For people; a build that was never packed has no version. */
    static String words() {
        return Optional.ofNullable(AgentVersion.class.getPackage().getImplementationVersion())
                .map(version -> "version " + version)
                .orElse("an unpacked build");
    }
}
