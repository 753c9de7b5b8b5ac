/// Finished pages, kept while the facts they were made from are the last ones.
///
/// A page of official figures is a function of its address and the revision of the facts, so a page that was made once
/// need not be made again. Two generations take turns: when the young one is full it becomes the old one, and what was
/// not asked for since is forgotten.
actor PageMemory {
    private let limit: Int
    private var revision = -1
    private var young: [String: Reply] = [:]
    private var old: [String: Reply] = [:]
    private var youngBytes = 0

    /// - Parameter limit: bytes kept at most, both generations together.
    init(limit: Int = 64 << 20) { self.limit = limit }

    /// The page made before at this address, from facts of this revision.
    func page(at address: String, revision: Int) -> Reply? {
        guard revision == self.revision else { return nil }
        if let page = young[address] { return page }
        guard let page = old[address] else { return nil }
        keep(page, at: address, revision: revision)
        return page
    }

    /// Keeps a page, unless it is so large that it would push out everything else.
    func keep(_ page: Reply, at address: String, revision: Int) {
        let size = page.byteCount + address.utf8.count
        guard size < limit / 16, revision >= self.revision else { return }
        if revision > self.revision { forget(until: revision) }
        if youngBytes + size > limit / 2 {
            old = young
            young = [:]
            youngBytes = 0
        }
        if young.updateValue(page, forKey: address) == nil { youngBytes += size }
    }

    private func forget(until revision: Int) {
        self.revision = revision
        young = [:]
        old = [:]
        youngBytes = 0
    }
}
