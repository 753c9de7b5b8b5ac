public import Hummingbird
public import Logging
import NIOCore
public import Storage
import Web

/// Where the program listens.
public struct Settings: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// `nil` where the server makes no backups by itself.
    public var backups: BackupSettings?

    public init() {}

    /// A connection on which nothing arrives for so long is closed.
    static let idleTimeout = TimeAmount.seconds(30)

    /// The largest body a request may carry, in bytes. No page takes one yet.
    static let bodyLimit = 1 << 20
}

/// The one place that wires: pages over a store behind the middleware. The command and the tests call it alike.
/// - Parameter onRunning: called with the port once connections are taken.
public func buildApplication(
    _ settings: Settings, store: Store, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    var application = Application(
        router: buildRouter(store: store, logger: logger),
        server: .http1(configuration: .init(idleTimeout: Settings.idleTimeout)),
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: "Tiru"),
        onServerRunning: { await onRunning($0.localAddress?.port ?? settings.port) },
        logger: logger)
    application.addServices(buildJobRunner(settings, store: store, logger: logger))
    return application
}

/// The runner of this server's jobs.
/// - Parameter bell: rung by whoever asks for a job in this process.
public func buildJobRunner(
    _ settings: Settings, store: Store, logger: Logger, bell: JobBell = JobBell()
) -> JobRunner {
    let backups = settings.backups
    return JobRunner(
        store, kinds: [.audit(logger)] + (backups.map { [.backup($0)] } ?? []),
        schedules: backups.map { [ScheduledJob("backup", $0.schedule)] } ?? [], bell: bell, logger: logger)
}

/// Serves until the process is told to stop (interrupt or terminate); requests under way are finished first.
/// - Throws: when the address cannot be listened on.
public func serveUntilStopped(
    _ settings: Settings, store: Store, onRunning: @escaping @Sendable (Int) async -> Void
) async throws {
    var logger = Logger(label: "tiru")
    logger.logLevel = .error
    try await buildApplication(settings, store: store, logger: logger, onRunning: onRunning).runService()
}

public func buildRouter(store: Store, logger: Logger) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: SecurityHeaders())
    router.add(middleware: RefusalsAndFaults())
    router.add(middleware: RequestLimits(bodyLimit: Settings.bodyLimit))
    addPages(to: router, from: store)
    return router
}
