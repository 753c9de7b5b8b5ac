public import Exchange
public import Foundation
public import Measure
public import Storage

/// Makes the database ready: opens or creates it and loads the reference facts that come with the product.
public struct Preparation: Sendable {
    public let database: DatabaseAddress
    public let facts: FactFiles

    public init(database: DatabaseAddress, facts: URL) {
        self.database = database
        self.facts = FactFiles(in: facts)
    }

    /// What is being done, for progress on a screen.
    public enum Step: Sendable {
        case opening(String)
        case reading
        case loading(FactCounts)
        case upToDate
        case loaded
    }

    /// The files are read and checked before a database is made or written to.
    /// - Throws: `StoreRefusal`, or `FactsRefused` with every problem of the files; the database is then unchanged.
    public func run(at now: Date, progress: (Step) -> Void) async throws -> Store {
        progress(.opening(database.description))
        let fingerprint = try facts.fingerprint()
        if database.mayHoldFacts {
            let store = try await Store(at: database)
            if try await store.factFingerprint() == fingerprint {
                progress(.upToDate)
                return store
            }
        }
        progress(.reading)
        let read = try facts.read()
        progress(.loading(FactCounts(read)))
        let store = try await Store(at: database)
        try await store.load(read, at: now)
        progress(.loaded)
        return store
    }
}

/// Where the reference facts are: named by the user, beside the program, or in the folder it is started from.
public enum FactFolder {
    /// - Parameter named: what the user said; it is taken as it is.
    /// - Returns: `nil` where no folder holds a manifest.
    public static func find(named: String?) -> URL? {
        if let named { return URL(filePath: named, directoryHint: .isDirectory) }
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
        return (candidates(beside: program) + [URL(filePath: "Data", directoryHint: .isDirectory)])
            .first { FileManager.default.fileExists(atPath: $0.appending(path: "manifest.csv").path) }
    }

    /// An installed copy has `share/tiru` beside its `bin`; a built one has `Data` in a folder above it.
    private static func candidates(beside program: URL?) -> [URL] {
        guard var folder = program?.deletingLastPathComponent() else { return [] }
        var found = [folder.appending(path: "../share/tiru").standardized]
        for _ in 0..<5 {
            found.append(folder.appending(path: "Data"))
            folder = folder.deletingLastPathComponent()
        }
        return found
    }
}
