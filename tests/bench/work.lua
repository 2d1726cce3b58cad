-- wrk -s work.lua -tN -cN URL -- PREFIX REQUESTS
-- Does the same work again and again: the requests of a file one after the other, each sent when the
-- one before was answered. A thread of wrk knows nothing of its connections; so it gets one of its
-- own. REQUESTS: a line for each, with path, bearer token (may be empty) and JSON body between tabs;
-- {unit} is another word for each unit of work, {case} the number in the Location of its first
-- answer. PREFIX begins every such word and is used once.

local ffi = require("ffi")
ffi.cdef [[
   struct moment { long seconds; long nanoseconds; };
   int clock_gettime(int clock, struct moment* now);
]]
local moment = ffi.new("struct moment")
local function microseconds()
   ffi.C.clock_gettime(1, moment) -- monotonic
   return tonumber(moment.seconds) * 1e6 + tonumber(moment.nanoseconds) / 1e3
end

local threads = {}
function setup(thread)
   threads[#threads + 1] = thread
   thread:set("place", #threads)
end

local asked = {}
local step, unit, case, began, sent, prefix
local number = 0

-- What `done` reads of each thread.
took, last, failures, failure = {}, {}, 0, ""

local function begin_unit()
   number = number + 1
   step, case, began, sent = 1, "", nil, nil
   unit = prefix .. "-" .. place .. "-" .. number
end

function init(args)
   prefix = args[1]
   for line in io.lines(args[2]) do
      local path, token, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
      asked[#asked + 1] = { path = path, token = token, body = body }
   end
   begin_unit()
end

-- It is called once more than answers come; so it changes nothing.
function request()
   local one = asked[step]
   local body = one.body:gsub("{unit}", unit)
   local path = one.path:gsub("{unit}", unit):gsub("{case}", case)
   local headers = { ["Accept"] = "application/json" }
   if body ~= "" then headers["Content-Type"] = "application/json" end
   if one.token ~= "" then
      headers["Authorization"] = "Bearer " .. one.token
      headers["Idempotency-Key"] = unit .. "-" .. step
   end
   sent = microseconds()
   began = began or sent
   return wrk.format("POST", path, headers, body)
end

function response(status, headers, body)
   if status < 200 or status > 299 then
      failures = failures + 1
      if failure == "" then failure = asked[step].path .. " " .. status .. " " .. body end
      return begin_unit()
   end
   if step == 1 then case = (headers["Location"] or ""):match("/cases/(%d+)") or "" end
   if step < #asked then
      step = step + 1
      return
   end
   local now = microseconds()
   took[#took + 1] = now - began
   last[#last + 1] = now - sent
   begin_unit()
end

local function share(all, part)
   if #all == 0 then return 0 end
   return all[math.floor((#all - 1) * part + 0.5) + 1]
end

-- One line for the program that started this: units, microseconds, median and 99th percentile of a
-- unit, of its last request, units that failed, broken connections; then the first failure.
function done(summary, latency, requests)
   local units, ends, failed, why = {}, {}, 0, ""
   for _, thread in ipairs(threads) do
      for _, one in ipairs(thread:get("took")) do units[#units + 1] = one end
      for _, one in ipairs(thread:get("last")) do ends[#ends + 1] = one end
      failed = failed + thread:get("failures")
      if why == "" then why = thread:get("failure") end
   end
   table.sort(units)
   table.sort(ends)
   io.write(string.format("result %d %d %d %d %d %d %d %d\n%s\n", #units, summary.duration,
      share(units, 0.5), share(units, 0.99), share(ends, 0.5), share(ends, 0.99), failed,
      summary.errors.connect + summary.errors.read + summary.errors.write +
      summary.errors.timeout, why))
end
