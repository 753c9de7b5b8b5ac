import ArgumentParser
import Foundation
import Logging
import Server
import Storage
import Web

/// The one command of an installed copy: makes what is missing, then serves.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the database with the official figures and serves the pages.")

    @OptionGroup var data: DataOptions
    @OptionGroup var listening: ListeningOptions

    @Flag(inversion: .prefixedNo, help: "Fill a new database with a sample register, every name marked Contoh.")
    var sample = true

    func run() async throws {
        let store = try await data.prepare { Terminal.report(data.words.progress($0)) }
        let (isWanted, words) = (sample, data.words)
        try await listening.serve(store, data) { store in
            let count = isWanted ? try await SampleOffice.enterIfNew(store, at: Date()) : 0
            if count > 0 { Terminal.report(words.sampleEntered(count)) }
        }
    }
}

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the pages.")

    @OptionGroup var data: DataOptions
    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let store = try await data.open()
        try await listening.serve(store, data)
    }
}

struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host: String = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port: Int = 8080

    @Option(help: "The address browsers use, such as https://tiru.example.go.id. Setting: TIRU_PUBLIC_ADDRESS.")
    var publicAddress: String?

    @Flag(help: "A proxy of ours stands before us: believe what its X-Forwarded-For says last.")
    var behindProxy = false

    @Option(help: "Requests a second that one address may make; 0 for any number.")
    var rate: Double = 50

    @Option(help: "What is logged on standard error; info has every request.")
    var log: LogLevel = .notice

    @Option(help: "Make a backup into this folder every night at two (WITA). Setting: TIRU_BACKUPS.")
    var backups: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): a port is a number from 0 to 65535.")
        }
        guard rate >= 0, rate <= 1e6 else {
            throw ValidationError("--rate \(rate): a number from 0 to 1000000.")
        }
        if let publicAddress, !publicAddress.hasPrefix("http://"), !publicAddress.hasPrefix("https://") {
            throw ValidationError("--public-address \(publicAddress): it begins with http:// or https://.")
        }
    }

    /// - Parameter prepare: what is done with the opened store before it is served.
    func serve(
        _ store: Store, _ data: DataOptions, prepare: @Sendable (Store) async throws -> Void = { _ in }
    ) async throws {
        let settings = try settings(data)
        let doorway = data.doorway
        let (store, keyring) = try await data.explaining { try await doorway.open(store, at: Date()) }
        try await prepare(store)
        let bell = JobBell()
        let house = House(
            store: store, keyring: keyring, isSecure: settings.publicAddress?.hasPrefix("https://") == true,
            nudge: { bell.ring() })
        let (host, publicAddress, words) = (host, settings.publicAddress, data.words)
        do {
            try await serveUntilStopped(settings, house, bell: bell, logger: logger) { port in
                let address = publicAddress ?? "http://\(host):\(port)"
                Terminal.say("Tiru: http://\(host):\(port)")
                // Whoever reads the console of this machine may become the first administrator.
                if let path = try? await doorway.firstLink(store, at: Date()) {
                    Terminal.say(words.firstAdministrator(address + path))
                }
            }
        } catch {
            let isTaken = "\(error)".contains("Address already in use")
            let reason = isTaken ? words.portTaken(next: port + 1) : "\(error)"
            throw Said(line: words.cannotListen("\(host):\(port)", reason), status: 74)
        }
    }

    private func settings(_ data: DataOptions) throws -> Settings {
        var settings = Settings()
        let folder = backups ?? ProcessInfo.processInfo.environment["TIRU_BACKUPS"]
        settings.backups = try folder.map {
            BackupSettings(of: try data.address(), into: URL(filePath: $0, directoryHint: .isDirectory))
        }
        settings.host = host
        settings.port = port
        settings.publicAddress = publicAddress ?? ProcessInfo.processInfo.environment["TIRU_PUBLIC_ADDRESS"]
        settings.isBehindProxy = behindProxy
        settings.ratePerAddress = rate
        return settings
    }

    private var logger: Logger {
        var logger = Logger(label: "tiru") { label in StreamLogHandler.standardError(label: label) }
        logger.logLevel = log.level
        return logger
    }
}

/// How much is logged.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
