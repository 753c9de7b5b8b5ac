import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Web

/// The signs by which other programs see how we are: `/health`, `/ready`, `/metrics`.
func addSigns(of house: House, _ measures: Measures, to router: Router<PageContext>) {
    // The process lives; nothing else is asked, so that a slow database gets nobody restarted.
    router.get("/health") { _, _ in plain("ok\n") }
    // Requests can be answered: the database reads. A proxy sends requests elsewhere meanwhile.
    router.get("/ready") { _, context in
        do {
            try await house.store.ping()
            return plain("ready\n")
        } catch {
            context.logger.warning("not ready", metadata: ["error": "\(error)"])
            return plain("not ready\n", status: .serviceUnavailable)
        }
    }
    // Told to this machine only: how much is asked for is nobody else's business.
    router.get("/metrics") { request, context in
        guard isThisMachine(context.peer), forwarded(request) == nil else { throw HTTPError(.notFound) }
        let jobs = try await house.store.jobCounts()
        return plain(MetricsText(measures, jobs: jobs).text)
    }
}

private func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}

func isThisMachine(_ address: String) -> Bool {
    address.isEmpty || address == "::1" || address.hasPrefix("127.")
}

/// The measures as Prometheus reads them.
/// - Source: Prometheus text exposition format 0.0.4
struct MetricsText {
    private let measures: Measures
    private let jobs: [Job.State: Int]

    init(_ measures: Measures, jobs: [Job.State: Int]) {
        self.measures = measures
        self.jobs = jobs
    }

    var text: String {
        let state = measures.snapshot()
        var lines: [String] = []
        func head(_ name: String, _ kind: String, _ help: String) {
            lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(kind)"]
        }
        head("tiru_requests_under_way", "gauge", "Requests being answered.")
        lines.append("tiru_requests_under_way \(state.underWay)")
        head("tiru_requests_total", "counter", "Requests answered, by route and status.")
        let routes = state.routes.sorted { $0.key < $1.key }
        for (route, series) in routes {
            for (status, count) in series.statuses.sorted(by: { $0.key < $1.key }) {
                lines.append("tiru_requests_total{route=\"\(label(route))\",status=\"\(status)xx\"} \(count)")
            }
        }
        head("tiru_request_seconds", "histogram", "Time to answer, in seconds.")
        for (route, series) in routes { lines += histogram(label(route), series) }
        head("tiru_jobs", "gauge", "Jobs by state.")
        for state in Job.State.allCases { lines.append("tiru_jobs{state=\"\(state.rawValue)\"} \(jobs[state] ?? 0)") }
        head("tiru_start_time_seconds", "gauge", "When this process began, in seconds since 1970.")
        lines.append("tiru_start_time_seconds \(measures.start.timeIntervalSince1970)")
        return lines.joined(separator: "\n") + "\n"
    }

    private func histogram(_ route: String, _ series: Measures.Series) -> [String] {
        var sum = 0
        var lines: [String] = []
        for (index, count) in series.buckets.enumerated() {
            sum += count
            let end = index < Measures.ends.count ? "\(Measures.ends[index])" : "+Inf"
            lines.append("tiru_request_seconds_bucket{route=\"\(route)\",le=\"\(end)\"} \(sum)")
        }
        return lines + [
            "tiru_request_seconds_sum{route=\"\(route)\"} \(series.seconds)",
            "tiru_request_seconds_count{route=\"\(route)\"} \(sum)",
        ]
    }

    private func label(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
}
