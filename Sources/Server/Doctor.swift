public import Exchange
import Foundation
public import Measure
public import Storage

/// Looks at everything the program needs and says how to mend what is wrong.
public struct Doctor: Sendable {
    public struct Finding: Sendable {
        public enum Subject: Sendable {
            case database, facts, agreement
        }

        public let subject: Subject
        public let trouble: Trouble?
        /// What was counted; `nil` where nothing was.
        public let counts: FactCounts?
        /// Which file or fingerprint it is about.
        public let detail: String

        init(_ subject: Subject, _ trouble: Trouble?, counts: FactCounts? = nil, detail: String = "") {
            self.subject = subject
            self.trouble = trouble
            self.counts = counts
            self.detail = detail
        }
    }

    public enum Trouble: Sendable {
        case databaseCannotOpen(String)
        case databaseIsForeign
        case databaseIsDamaged([String])
        case databaseIsEmpty
        case countsDiffer
        case factsMissing
        case factsDamaged([FactProblem])
        case factsAreNewer
    }

    let database: DatabaseAddress
    let files: FactFiles?

    public init(database: DatabaseAddress, files: FactFiles?) {
        self.database = database
        self.files = files
    }

    public func examine() async -> [Finding] {
        let facts = examineFacts()
        do {
            let store = try await Store(at: database)
            return [facts, try await examine(store)] + [try await compare(store)].compactMap(\.self)
        } catch StoreRefusal.notOurs {
            return [facts, Finding(.database, .databaseIsForeign, detail: database.description)]
        } catch StoreRefusal.cannotOpen(_, let reason) {
            return [facts, Finding(.database, .databaseCannotOpen(reason), detail: database.description)]
        } catch {
            // A damaged file can fail at any question put to it.
            return [facts, Finding(.database, .databaseIsDamaged(["\(error)"]), detail: database.description)]
        }
    }

    private func examineFacts() -> Finding {
        guard let files else { return Finding(.facts, .factsMissing, detail: "") }
        do {
            let facts = try files.read()
            return Finding(.facts, nil, counts: FactCounts(facts))
        } catch {
            return Finding(.facts, .factsDamaged(error.problems), detail: files.folder.path)
        }
    }

    private func examine(_ store: Store) async throws -> Finding {
        guard let written = try await store.lastFactLoad() else {
            return Finding(.database, .databaseIsEmpty, detail: database.description)
        }
        let damage = try await store.damage()
        guard damage.isEmpty else {
            return Finding(.database, .databaseIsDamaged(damage), detail: database.description)
        }
        let counted = try await store.factCounts()
        return Finding(
            .database, counted == written ? nil : .countsDiffer,
            counts: counted)
    }

    /// - Returns: `nil` where one side is not known, so that there is nothing to compare.
    private func compare(_ store: Store) async throws -> Finding? {
        // A folder that cannot be read was reported already.
        let here = try? files?.fingerprint()
        guard let here, let loaded = try await store.factFingerprint() else { return nil }
        return Finding(.agreement, loaded == here ? nil : .factsAreNewer, detail: loaded)
    }
}
