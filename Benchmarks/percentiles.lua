-- For wrk: asks for one page after another, and prints what a program can read.
-- The pages are the arguments after `--`. In a page `{n}` becomes a number that was never asked for before,
-- so that the server has to make the page anew.

local pages = {}
local asked = 0
local start = os.time()

function init(arguments)
    pages = arguments
end

function request()
    asked = asked + 1
    local page = pages[asked % #pages + 1]
    return wrk.format("GET", (page:gsub("{n}", string.format("%d%07d", start, asked))))
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format(
        "result p50=%.3f p95=%.3f p99=%.3f rate=%.1f failed=%d\n",
        latency:percentile(50) / 1000, latency:percentile(95) / 1000,
        latency:percentile(99) / 1000, summary.requests / summary.duration * 1e6, failed))
end
