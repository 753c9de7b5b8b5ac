import ArgumentParser
import Foundation
import Server
import Storage

/// The one command of an installed copy: makes what is missing, then serves.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the database with the official figures and serves the pages.")

    @OptionGroup var data: DataOptions
    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let store = try await data.prepare { Terminal.report(data.words.progress($0)) }
        try await listening.serve(store, data)
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

    @Option(help: "Make a backup into this folder every night at two (WITA). Setting: TIRU_BACKUPS.")
    var backups: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): a port is a number from 0 to 65535.")
        }
    }

    func serve(_ store: Store, _ data: DataOptions) async throws {
        let words = data.words
        var settings = Settings()
        settings.host = host
        settings.port = port
        let folder = backups ?? ProcessInfo.processInfo.environment["TIRU_BACKUPS"]
        settings.backups = try folder.map {
            BackupSettings(of: try data.address(), into: URL(filePath: $0, directoryHint: .isDirectory))
        }
        let host = host
        do {
            try await serveUntilStopped(settings, store: store) { Terminal.say("Tiru: http://\(host):\($0)") }
        } catch {
            let isTaken = "\(error)".contains("Address already in use")
            let reason = isTaken ? words.portTaken(next: port + 1) : "\(error)"
            throw Said(line: words.cannotListen("\(host):\(port)", reason), status: 74)
        }
    }
}
