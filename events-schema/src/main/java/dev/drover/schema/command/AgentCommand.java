package dev.drover.schema.command;

/** What an agent is told to do. Executing one twice is the same as once. */
public sealed interface AgentCommand
        permits StartMigration,
                SetRate,
                ObserveVm,
                ReleaseSource,
                PrepareDestination,
                AttachDevice,
                CleanupDestination,
                AbortMigration {}
