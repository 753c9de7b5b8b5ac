public import Hummingbird
public import Logging
import NIOCore
public import Storage
public import Web

/// The one place that wires: pages of a house behind the middleware. The command and the tests call it alike.
/// - Parameters:
///   - bell: rung by the house when work is asked for.
///   - onRunning: called with the port once connections are taken.
public func buildApplication(
    _ settings: Settings, _ house: House, bell: JobBell = JobBell(), logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    var application = Application(
        router: buildRouter(settings, house, logger: logger),
        server: .http1(
            configuration: .init(
                additionalChannelHandlers: [ArrivalLimit(Settings.arrivalLimit)], idleTimeout: Settings.idleTimeout)),
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: "Tiru"),
        onServerRunning: { await onRunning($0.localAddress?.port ?? settings.port) },
        logger: logger)
    application.addServices(
        buildJobRunner(settings, store: house.store, logger: logger, bell: bell, atHand: house.jobsAtHand))
    return application
}

/// The runner of this server's jobs.
/// - Parameters:
///   - bell: rung by whoever asks for a job in this process.
///   - atHand: by which the pages of this process watch its jobs and stop them.
public func buildJobRunner(
    _ settings: Settings, store: Store, logger: Logger, bell: JobBell = JobBell(), atHand: JobsAtHand = JobsAtHand()
) -> JobRunner {
    let backups = settings.backups
    return JobRunner(
        store,
        kinds: [.audit(logger), .checkList, .enterList, .undoList, .findTwins] + (backups.map { [.backup($0)] } ?? []),
        schedules: backups.map { [ScheduledJob("backup", $0.schedule)] } ?? [], bell: bell, atHand: atHand,
        logger: logger)
}

/// Serves until the process is told to stop (interrupt or terminate); requests under way are finished first.
/// - Throws: when the address cannot be listened on.
public func serveUntilStopped(
    _ settings: Settings, _ house: House, bell: JobBell, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void
) async throws {
    try await buildApplication(settings, house, bell: bell, logger: logger, onRunning: onRunning).runService()
}

public func buildRouter(_ settings: Settings, _ house: House, logger: Logger) -> Router<PageContext> {
    let router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
    let measures = Measures()
    router.add(middleware: SecurityHeaders(isSecure: settings.isSecure))
    router.add(middleware: Observation(measures: measures))
    router.add(middleware: RefusalsAndFaults())
    router.add(middleware: RequestLimits(bodyLimit: Settings.bodyLimit))
    router.add(middleware: RateLimit(rate: settings.ratePerAddress, isBehindProxy: settings.isBehindProxy))
    addSigns(of: house, measures, to: router)
    router.add(middleware: Identification(house: house, isBehindProxy: settings.isBehindProxy))
    addPages(to: router, of: house)
    return router
}
