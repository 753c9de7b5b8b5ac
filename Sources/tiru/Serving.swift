import ArgumentParser
import Hummingbird
import Logging
import Server
import Storage

/// The one command of an installed copy: makes what is missing, then serves.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the database with the official figures and serves the pages.")

    @OptionGroup var data: DataOptions
    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let store = try await data.prepare(progress: Progress.report)
        try await listening.serve(store)
    }
}

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the pages.")

    @OptionGroup var data: DataOptions
    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let store = try await data.prepare { _ in }
        try await listening.serve(store)
    }
}

struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host: String = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port: Int = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): a port is a number from 0 to 65535.")
        }
    }

    func serve(_ store: Store) async throws {
        var settings = Settings()
        settings.host = host
        settings.port = port
        let host = host
        var logger = Logger(label: "tiru")
        logger.logLevel = .error
        let application = buildApplication(settings, store: store, logger: logger) { port in
            Terminal.say("Tiru: http://\(host):\(port)")
        }
        do {
            try await application.runService()
        } catch {
            let isTaken = "\(error)".contains("Address already in use")
            let remedy = isTaken ? "the port is taken; try --port \(port + 1)" : "\(error)"
            throw Said(line: "cannot listen on \(host):\(port): \(remedy)", status: 74)
        }
    }
}

/// What is being done, line by line.
enum Progress {
    static func report(_ step: Preparation.Step) {
        switch step {
        case .opening(let path): Terminal.report("basis data   \(path)")
        case .reading: Terminal.report("membaca      data acuan dan angka resmi …")
        case .loading(let regions, let industries, let products):
            Terminal.report(
                "memuat       \(regions) daerah, \(industries) kode industri, \(products) baris PDRB …")
        case .upToDate: Terminal.report("data acuan   sudah mutakhir")
        case .loaded: Terminal.report("data acuan   selesai dimuat")
        }
    }
}
