-- wrk -s submit.lua URL -- PREFIX MIX CASES CLERK OFFICE
-- Submits acts, each under a number of its own. MIX: open (opens case files), opinion (a citizen's
-- opinion on decisions that are carried out), mixed (one opening, three opinions). CASES: a file
-- with the number of one such decision a line. CLERK, OFFICE: tokens of the two who act.

local cases = {}
local number = 0
local prefix, mix, opening, opinion

function init(args)
   prefix, mix = args[1], args[2]
   for line in io.lines(args[3]) do cases[#cases + 1] = line end
   math.randomseed(os.time())
   local opening_body = '{"shape":"major_decision/2019","kind":"intake.proposed","body":{' ..
      '"title":"城区防洪排涝提升工程方案","matter":"construction_project",' ..
      '"proposer":"department","proposer_name":"区水利局","in_writing":true,' ..
      '"main_problem":"低洼片区逢大雨内涝，群众反映强烈。","reasons":"列入年度重点工作。",' ..
      '"legal_basis":"《中华人民共和国防洪法》第三十四条。",' ..
      '"necessity_and_feasibility":"事关群众生命财产安全，资金有保障。",' ..
      '"main_measures":"新建泵站两座，疏浚河道十公里。","documents":[]}}'
   local opinion_body = '{"kind":"execution.citizen_opinion_received","body":{' ..
      '"from":"张建华","way":"电话","words":"希望在东片区增加服务点，现在的服务点离得太远，' ..
      '老人来回不方便；周末也请安排人员值班。"}}'
   local function tail(token, body)
      return " HTTP/1.1\r\nHost: " .. wrk.host .. "\r\nAuthorization: Bearer " .. token ..
         "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: " ..
         #body .. "\r\nIdempotency-Key: ", "\r\n\r\n" .. body
   end
   local head, body = tail(args[4], opening_body)
   opening = { "POST /cases" .. head, body }
   head, body = tail(args[5], opinion_body)
   opinion = { "/acts" .. head, body }
end

function request()
   number = number + 1
   local id = prefix .. "-" .. number
   if mix == "open" or (mix == "mixed" and number % 4 == 0) then
      return opening[1] .. id .. opening[2]
   end
   return "POST /cases/" .. cases[math.random(#cases)] .. opinion[1] .. id .. opinion[2]
end

-- One line for the program that started this: answers, microseconds, median and 99th percentile in
-- microseconds, answers that were no success, broken connections.
function done(summary, latency, requests)
   io.write(string.format("result %d %d %d %d %d %d\n", summary.requests, summary.duration,
      latency:percentile(50), latency:percentile(99), summary.errors.status,
      summary.errors.connect + summary.errors.read + summary.errors.write +
      summary.errors.timeout))
end
