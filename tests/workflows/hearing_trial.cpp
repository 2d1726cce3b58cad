#include "tests/workflows/hearing_trial.hpp"

#include "workflows/major_decision/hearing.hpp"

namespace tests::a_hearing {

namespace json = boost::json;
using namespace workflows::major_decision;

std::string const decision = R"({"hold": true, "reason": "涉及切身利益"})";
std::string const no_hearing = R"({"hold": false, "reason": "无分歧"})";
std::string const notice =
    R"({"published_on": "2024-03-01", "hearing_on": "2024-04-01", "place": "会议室",
        "mode": "on_site", "purpose": "听取意见", "basis": "规定", "content": "水价",
        "selection_method": "自愿报名", "quota": 9, "channels": ["government_site"], "draft": )" +
    document('a') + R"(, "explanation": )" + document('e') + "}";
std::string const report = R"({"reported_on": "2024-04-08", "organisation": "组织",
    "participants_and_selection": "报名", "opinions_and_reasons": "意见", "disputes": "分歧",
    "analysis_and_proposals": "建议", "report": )" +
                           document('c') + "}";
std::string const reply = R"({"told_participants_on": "2024-04-08", "published_on": "2024-04-08",
    "points": [{"point": "分档", "outcome": "not_adopted", "reason": "成本"}]})";

json::object person(std::string const& name, char const* role)
{
    return {{"name", name}, {"role", role}, {"identity", "市民"}};
}

json::object participant(int number)
{
    auto one = person("p" + std::to_string(number), "participant");
    one["origin"] = "applied";
    one["side"] = number % 2 ? "against" : "in_favour";
    return one;
}

json::array people(int participants)
{
    json::array all{person("host", "host"), person("presenter", "presenter"),
                    person("recorder", "recorder")};
    for (int i = 1; i <= participants; ++i)
        all.push_back(participant(i));
    return all;
}

std::string list_of(json::array all)
{
    return json::serialize(
        json::object{{"published_on", "2024-03-05"}, {"people", std::move(all)}});
}

std::string papers_to(int participants, char const* on)
{
    json::array all;
    for (int i = 1; i <= participants; ++i)
        all.push_back({{"name", "p" + std::to_string(i)}, {"delivered_on", on}});
    return json::serialize(json::object{{"deliveries", std::move(all)}});
}

std::string session_with(int participants, int against)
{
    json::array present{"host", "presenter", "recorder"}, statements, signatures;
    for (int i = 1; i <= participants; ++i)
        present.push_back(json::string("p" + std::to_string(i)));
    for (auto const& name : present)
        signatures.push_back({{"name", name}, {"has_signed", true}});
    statements.push_back({{"name", "p2"}, {"side", "in_favour"}, {"words", "赞成"}});
    json::object body{{"held_on", "2024-04-01"},
                      {"present", std::move(present)},
                      {"steps",
                       {"presence_checked", "opened", "presented", "opinions_and_questions",
                        "debated", "last_statements", "closed"}},
                      {"statements", std::move(statements)},
                      {"against", against},
                      {"open_to_public", true},
                      {"signatures", std::move(signatures)},
                      {"minutes", json::parse(document('d'))}};
    return json::serialize(body);
}

trial drafted(std::string place, std::string_view touches, std::string_view catalogue_flags)
{
    trial t(make_hearing(), std::move(place));
    tests::start(t, catalogue_flags);
    tests::assess(t, touches);
    add_draft(t);
    t.on("2024-03-05");
    return t;
}

trial preparing(std::string place)
{
    auto t = drafted(std::move(place));
    t.enters("hearing.decided", decision);
    return t;
}

trial announced(std::string place)
{
    auto t = preparing(std::move(place));
    t.enters("hearing.announced", notice);
    return t;
}

trial convened(std::string place)
{
    auto t = announced(std::move(place));
    t.enters("hearing.listed", list_of(people(9)));
    t.on("2024-03-25").enters("hearing.delivered", papers_to(9));
    t.on("2024-04-01");
    return t;
}

trial heard(int against)
{
    auto t = convened();
    t.enters("hearing.held", session_with(9, against));
    t.on("2024-04-08");
    return t;
}

engine::rules const& law_of(char const* place)
{
    return tests::built_in_rules().in_force(place, *engine::parse_day("2024-04-08"));
}

void open_window(trial& t)
{
    participation::published published;
    published.opens_on = *engine::parse_day("2024-03-01");
    published.closes_on = *engine::parse_day("2024-04-01");
    t.file.participation.notices.push_back({published});
}

std::string suggestion(char const* number, char const* received_on)
{
    return json::serialize(json::object{{"number", number},
                                        {"from", "张三"},
                                        {"received_on", received_on},
                                        {"words", "请举行听证"}});
}

} // namespace tests::a_hearing
