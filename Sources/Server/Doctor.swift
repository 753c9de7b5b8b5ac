public import Exchange
import Foundation
import Measure
import Storage

/// Looks at everything the program needs and says how to mend what is wrong.
public struct Doctor: Sendable {
    public struct Finding: Sendable {
        public enum Subject: Sendable {
            case database, facts, agreement
        }

        public let subject: Subject
        public let trouble: Trouble?
        /// What was seen, such as counts.
        public let detail: String
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

    let database: String
    let files: FactFiles?

    public init(database: String, files: FactFiles?) {
        self.database = database
        self.files = files
    }

    public func examine() async -> [Finding] {
        let facts = examineFacts()
        do {
            let store = try Store(at: database)
            return [facts, try await examine(store), try await compare(store)]
        } catch StoreRefusal.notOurs {
            return [facts, Finding(subject: .database, trouble: .databaseIsForeign, detail: database)]
        } catch StoreRefusal.cannotOpen(_, let reason) {
            return [facts, Finding(subject: .database, trouble: .databaseCannotOpen(reason), detail: database)]
        } catch {
            // A damaged file can fail at any question put to it.
            return [facts, Finding(subject: .database, trouble: .databaseIsDamaged(["\(error)"]), detail: database)]
        }
    }

    private func examineFacts() -> Finding {
        guard let files else { return Finding(subject: .facts, trouble: .factsMissing, detail: "") }
        do {
            let facts = try files.read()
            return Finding(subject: .facts, trouble: nil, detail: Self.describe(FactCounts(facts)))
        } catch {
            return Finding(
                subject: .facts, trouble: .factsDamaged(error.problems), detail: files.folder.path)
        }
    }

    private func examine(_ store: Store) async throws -> Finding {
        guard let written = try await store.lastFactLoad() else {
            return Finding(subject: .database, trouble: .databaseIsEmpty, detail: database)
        }
        let damage = try await store.damage()
        guard damage.isEmpty else {
            return Finding(subject: .database, trouble: .databaseIsDamaged(damage), detail: database)
        }
        let counted = try await store.factCounts()
        return Finding(
            subject: .database, trouble: counted == written ? nil : .countsDiffer,
            detail: Self.describe(counted))
    }

    private func compare(_ store: Store) async throws -> Finding {
        let loaded = try await store.factFingerprint()
        // A folder that cannot be read was reported already.
        let here = try? files?.fingerprint()
        return Finding(
            subject: .agreement, trouble: loaded == nil || here == nil || loaded == here ? nil : .factsAreNewer,
            detail: loaded ?? "")
    }

    private static func describe(_ counts: FactCounts) -> String {
        "\(counts.regions) regions, \(counts.industries) industry codes, \(counts.products) regional products"
    }
}
