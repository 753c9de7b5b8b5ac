import Foundation
import HTML
import Register
import Storage

/// How far a job is, with the time it may still take where that is known.
/// - Parameter pace: of a job that this process works on: newer than what the database says.
func jobProgressView(_ job: Job, _ pace: JobPace?, _ visit: Visit) -> Node {
    let words = visit.words
    let progress = pace?.progress ?? job.progress
    let told = [progressWords(progress, visit), pace?.secondsLeft.map { timeLeftWords($0, visit) }]
        .compactMap(\.self).joined(separator: " · ")
    return p(.class("progress")) {
        if let wanted = progress.wanted, wanted > 0 {
            HTML.progress(
                .max("\(wanted)"), .value("\(min(progress.done, wanted))"), .ariaLabel(words.progressLabel)
            ) { told }
        } else if job.state == .running {
            HTML.progress(.ariaLabel(words.progressLabel)) { told }
        }
        " "
        told
    }
}

private func progressWords(_ progress: Job.Progress, _ visit: Visit) -> String {
    let numbers = visit.language.numbers
    let done = numbers.integer(progress.done)
    if let wanted = progress.wanted { return visit.words.progress(done, of: numbers.integer(wanted)) }
    return progress.done > 0 ? visit.words.progress(done) : visit.words.notStarted
}

/// Roughly: nobody believes a machine that counts seconds of an hour.
private func timeLeftWords(_ seconds: Double, _ visit: Visit) -> String {
    let numbers = visit.language.numbers
    guard seconds >= 5 else { return visit.words.almostDone }
    // Full tens of seconds, then full minutes; a guess of a year is no better known than one of a day.
    let tens = Int((min(seconds, 86_400) / 10).rounded(.up))
    return tens <= 9
        ? visit.words.secondsLeft(numbers.integer(tens * 10))
        : visit.words.minutesLeft(numbers.integer((tens + 5) / 6))
}

/// Says that a page looks again by itself, and lets whoever reads it slowly or by the keyboard stop that.
/// - Parameter path: of the page.
func refreshingView(_ isRefreshing: Bool, every seconds: Int, _ path: String, _ visit: Visit) -> Node {
    let words = visit.words
    return p {
        if isRefreshing {
            words.jobRefreshing("\(seconds)")
            " "
            a(.href(visit.address(path + "?refresh=no"))) { words.jobStopRefreshing }
        } else {
            a(.href(visit.address(path))) { words.jobRefresh }
        }
    }
}

extension House {
    /// Asks a job to stop: at once where this process works on it, at its next beat elsewhere.
    /// - Returns: whether there was such a job, not over and not asked to stop before.
    func cancel(_ id: Job.ID, by stamp: Stamp) async throws -> Bool {
        let isAtHand = await jobsAtHand.stop(id, by: stamp)
        if try await store.cancel(id, by: stamp) { return true }
        // Its runner was quicker to write it down; or it was finished, and is then not cancelled.
        guard isAtHand, let job = try await store.job(id) else { return false }
        return job.isCancelWanted
    }
}
