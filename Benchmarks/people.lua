-- Reads pages of people in turn, as a script with a token.
local people = { PEOPLE }
local number = 0

request = function()
  number = number % #people + 1
  return wrk.format("GET", "/register/people/" .. people[number], { ["Authorization"] = "Bearer TOKEN" })
end

done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("FIGURES %f %f %f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
