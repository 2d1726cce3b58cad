#include "web/handlers/agendas.hpp"

#include "adapters/soci/outbox.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// Matters on the agendas of meetings, over the sample district: from the head's form to the record.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr char const* placing = "submission.placed_on_agenda";
constexpr char const* name_of_meeting = "第九次常务会议";

std::string today()
{
    return engine::to_text(engine::legal_day(tests::demo_house::now()));
}

void enters(std::string const& who, long long id, std::string const& kind, json::object body)
{
    static int acts = 0;
    auto const got = district().json(who, "POST", home_of(id) + "/acts",
                                     {{"kind", kind},
                                      {"act_id", "agendas-" + std::to_string(++acts)},
                                      {"seen", district().view(who, home_of(id)).at("version")},
                                      {"body", std::move(body)}});
    BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body);
}

void is_placed(long long id, json::object more = {})
{
    json::object body{
        {"meeting", "executive"}, {"meeting_on", today()}, {"meeting_name", name_of_meeting}};
    body.insert(more.begin(), more.end());
    enters("mayor", id, placing, std::move(body));
}

/// The first matter that waits for an act of somebody; 0: none.
long long waiting_for(std::string const& who, std::string const& kind)
{
    auto const rows = district().view(who, "/?kind=" + kind).at("rows").as_array();
    return rows.empty() ? 0 : rows.front().at("case").as_int64();
}

/// A matter that stands before the meeting of today, and one that the head may place beside it.
struct two_matters {
    long long listed = 0;
    long long to_list = 0;
};

two_matters const& matters()
{
    static auto const both = [] {
        two_matters found{waiting_for("office", "deliberation.held"),
                          waiting_for("mayor", placing)};
        BOOST_TEST_REQUIRE(found.listed > 0);
        BOOST_TEST_REQUIRE(found.to_list > 0);
        enters("mayor", found.listed, "submission.removed_from_agenda", {{"reason", "改期"}});
        is_placed(found.listed);
        return found;
    }();
    return both;
}

/// The same, both of them before that meeting.
two_matters const& both_listed()
{
    static auto const both = [] {
        is_placed(matters().to_list);
        return matters();
    }();
    return both;
}

std::string key_of_today()
{
    return web::handlers::planned_meeting{today(), "executive", name_of_meeting}.key();
}

engine::act act_of(long long seq, std::string kind, json::object body = {})
{
    engine::act made;
    made.seq = seq;
    made.kind = std::move(kind);
    made.body = std::move(body);
    return made;
}

/// The meeting of today as the list has it, asked for alone.
json::object meeting_of_today()
{
    auto const view =
        district().view("office", "/meetings?meeting=" + web::percent_encoded(key_of_today()));
    BOOST_TEST_REQUIRE(view.at("meetings").as_array().size() == 1U);
    return view.at("meetings").at(0).as_object();
}

} // namespace

BOOST_AUTO_TEST_SUITE(agendas)

BOOST_AUTO_TEST_CASE(a_matter_stands_on_an_agenda_until_it_is_taken_off_or_discussed)
{
    using web::handlers::agenda_of;
    std::vector<engine::act> acts{act_of(1, placing, {{"meeting_on", "2026-06-01"}})};
    BOOST_TEST_REQUIRE(agenda_of(acts));
    BOOST_TEST(web::handlers::meeting_of(*agenda_of(acts)).on == "2026-06-01");
    for (auto const* later : {"submission.removed_from_agenda", "deliberation.held"}) {
        auto ended = acts;
        ended.push_back(act_of(2, later));
        BOOST_TEST(!agenda_of(ended), later);
        ended.push_back(act_of(3, placing, {{"meeting_on", "2026-06-08"}}));
        BOOST_TEST_REQUIRE(agenda_of(ended), later);
        BOOST_TEST(agenda_of(ended)->seq == 3);
    }
}

BOOST_AUTO_TEST_CASE(a_meeting_without_a_name_is_the_only_named_one_of_its_day_and_kind)
{
    using web::handlers::named_among;
    using web::handlers::planned_meeting;
    planned_meeting const nameless{"2026-06-20", "executive", ""};
    planned_meeting const ninth{"2026-06-20", "executive", "第九次"};
    planned_meeting const tenth{"2026-06-20", "executive", "第十次"};
    BOOST_TEST((named_among(nameless, {nameless, ninth, ninth}) == ninth));
    // of two nobody can tell which was meant
    BOOST_TEST((named_among(nameless, {ninth, tenth}) == nameless));
    BOOST_TEST((named_among(nameless, {{"2026-06-21", "executive", "第九次"},
                                       {"2026-06-20", "plenary", "第一次"}}) == nameless));
    BOOST_TEST((named_among(ninth, {tenth}) == ninth));
    // what stands on no agenda stands before no meeting
    BOOST_TEST((named_among({}, {{"", "", "第九次"}}) == planned_meeting()));
}

BOOST_AUTO_TEST_CASE(the_form_that_places_a_matter_offers_the_meetings_of_the_others)
{
    auto const home = home_of(matters().to_list);
    auto const page = district().ask("mayor", "GET", home).body;
    BOOST_TEST(has(page, "name=\"f.meeting_on\" value=\"" + today() + "\""));
    BOOST_TEST(has(page, "name=\"f.meeting\" value=\"executive\" checked"));
    BOOST_TEST(has(page, std::string("name=\"f.meeting_name\" value=\"") + name_of_meeting));
    BOOST_TEST(has(page, std::string(name_of_meeting) + "：已列1项，下面按这次会议填写。"));
    BOOST_TEST(has(page, "href=\"" + home + "?meeting=new#act-submission.placed_on_agenda\""));

    auto const another = district().ask("mayor", "GET", home + "?meeting=new").body;
    BOOST_TEST(has(another, "name=\"f.meeting_on\" value=\"\""));
    BOOST_TEST(has(another, "name=\"f.meeting_name\" value=\"\""));
    BOOST_TEST(has(another, home + "?meeting=" + web::percent_encoded(key_of_today())));
}

BOOST_AUTO_TEST_CASE(the_matters_of_a_meeting_stand_in_the_order_in_which_they_were_placed)
{
    auto const [first, second] = both_listed();
    auto const meeting = meeting_of_today();
    auto const& listed = meeting.at("matters").as_array();
    BOOST_TEST_REQUIRE(listed.size() == 2U);
    BOOST_TEST(listed.at(0).at("case").as_int64() == first);
    BOOST_TEST(listed.at(1).at("case").as_int64() == second);
    BOOST_TEST(listed.at(1).at("item").to_number<int>() == 2);
    for (auto const& one : listed) {
        auto const& papers = one.at("materials").as_array();
        BOOST_TEST(papers.size() == 4U); // request, draft, explanation, opinion
        BOOST_TEST(std::all_of(papers.begin(), papers.end(), [](auto const& paper) {
            return !paper.at("href").as_string().empty();
        }));
        BOOST_TEST(!one.at("disagreement").at("any").as_bool());
    }
    auto const page =
        district()
            .ask("office", "GET", "/meetings?meeting=" + web::percent_encoded(key_of_today()))
            .body;
    BOOST_TEST(has(page, "class=\"print-page\""));
    BOOST_TEST(district().view("office", "/meetings?meeting=none").at("empty").as_bool());
}

BOOST_AUTO_TEST_CASE(a_matter_stands_at_the_place_on_the_agenda_that_it_was_given)
{
    auto const [first, second] = both_listed();
    auto const places_again = [id = second](json::object more) {
        enters("mayor", id, "submission.removed_from_agenda", {{"reason", "调整次序"}});
        is_placed(id, std::move(more));
        std::vector<long long> listed;
        auto const meeting = meeting_of_today();
        for (auto const& one : meeting.at("matters").as_array())
            listed.push_back(one.at("case").as_int64());
        return listed;
    };
    using list = std::vector<long long>;
    BOOST_TEST(places_again({{"agenda_item", 1}}) == (list{second, first}));
    BOOST_TEST(places_again({{"agenda_item", 9}}) == (list{first, second}));
    BOOST_TEST(places_again({}) == (list{first, second}));
}

BOOST_AUTO_TEST_CASE(the_secretary_moves_a_matter_up_or_down_by_one_button)
{
    auto const [first, second] = both_listed();
    auto const address = "/meetings?meeting=" + web::percent_encoded(key_of_today());
    auto const button_of = [&](long long id) {
        auto const page = district().ask("office", "GET", address).body;
        auto const row = page.find("id=\"matter-" + std::to_string(id) + "\"");
        BOOST_TEST_REQUIRE(row != std::string::npos);
        web::pairs fields = {{"csrf", tests::hidden(page, "csrf", row)},
                             {"kind", tests::hidden(page, "kind", row)},
                             {"act_id", tests::hidden(page, "act_id", row)},
                             {"seen", tests::hidden(page, "seen", row)},
                             {"back", tests::hidden(page, "back", row)}};
        if (page.substr(row, page.find("</tr>", row) - row).find("f.ahead_of") != std::string::npos)
            fields.emplace_back("f.ahead_of", tests::hidden(page, "f.ahead_of", row));
        return fields;
    };
    auto const presses = [](long long id, web::pairs const& fields) {
        return district().ask("office", "POST", home_of(id) + "/acts",
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(fields));
    };
    auto const first_listed = [] {
        return meeting_of_today().at("matters").at(0).at("case").as_int64();
    };
    auto const up = button_of(second);
    auto const moved = presses(second, up);
    BOOST_TEST_REQUIRE(moved.status == 303, moved.body);
    BOOST_TEST(has(moved.header("Location"), "/meetings?done="));
    BOOST_TEST(has(moved.header("Location"), "#matter-" + std::to_string(second)));
    BOOST_TEST(first_listed() == second);

    // another, who had the old page before them, moves nothing and learns why
    auto late = up;
    late.at(2).second += "-late";
    auto const refused = presses(second, late);
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(has(refused.body, "id=\"problem-title\""));
    BOOST_TEST(has(refused.body, "id=\"matter-" + std::to_string(second) + "\""));

    // a button is no form that was begun
    BOOST_TEST(!has(district().ask("office", "GET", "/boxes/drafts").body, "调整议题次序"));

    BOOST_TEST(presses(second, button_of(second)).status == 303);
    BOOST_TEST(first_listed() == first);
    BOOST_TEST(has(district().ask("mayor", "GET", address).body, "submission.moved_on_agenda"));
}

BOOST_AUTO_TEST_CASE(a_matter_that_was_placed_without_a_name_stands_on_the_list_of_that_meeting)
{
    // a day on which the sample has no meeting
    std::string const day = "2026-12-29";
    auto const [named, nameless] = both_listed();
    auto const take_off = [](long long id) {
        enters("mayor", id, "submission.removed_from_agenda", {{"reason", "更正"}});
    };
    take_off(named);
    enters("mayor", named, placing,
           {{"meeting", "executive"}, {"meeting_on", day}, {"meeting_name", "第十次常务会议"}});
    take_off(nameless);
    enters("mayor", nameless, placing, {{"meeting", "executive"}, {"meeting_on", day}});
    std::string const href(district()
                               .view("office", home_of(nameless) + "/meeting")
                               .at("agenda")
                               .at("agenda_href")
                               .as_string());
    auto const there = district().view("office", href).at("meetings").as_array();
    BOOST_TEST_REQUIRE(there.size() == 1U);
    BOOST_TEST(there.front().at("name").as_string() == "第十次常务会议");
    BOOST_TEST(there.front().at("matters").as_array().size() == 2U);
    for (auto const id : {named, nameless}) {
        take_off(id);
        is_placed(id);
    }
}

BOOST_AUTO_TEST_CASE(minutes_are_drawn_of_a_record_that_was_begun)
{
    auto const home = home_of(matters().listed);
    auto const paper = home + "/papers/meeting_minutes.pdf?draft=1";
    BOOST_TEST(has(district().ask("office", "GET", home + "/meeting").body,
                   "name=\"paper\" value=\"meeting_minutes\""));
    auto const none = district().ask("office2", "GET", paper);
    BOOST_TEST(none.status == 404);
    BOOST_TEST(has(none.body, "暂存"));
    web::pairs const typed = {{"kind", "deliberation.held"},  {"f.meeting_name", name_of_meeting},
                              {"f.members_entitled", "9"},    {"f.present[0].name", "黄丽华"},
                              {"f.present[0].post", "head"},  {"f.present[1].name", "莫文杰"},
                              {"f.minutes.level", "internal"}};
    auto const page = district().ask("office2", "GET", home + "/meeting").body;
    auto fields = typed;
    fields.emplace_back("csrf", tests::hidden(page, "csrf", 0));
    // what was typed is kept by the button that asks for the minutes
    fields.emplace_back("paper", "meeting_minutes");
    auto const kept = district().ask("office2", "POST", home + "/drafts",
                                     {{"content-type", "application/x-www-form-urlencoded"}},
                                     web::to_query(fields));
    BOOST_TEST_REQUIRE(kept.status == 303, kept.body);
    BOOST_TEST(kept.header("Location") == paper);
    auto const drawn = district().ask("office2", "GET", paper);
    BOOST_TEST_REQUIRE(drawn.status == 200, drawn.body);
    BOOST_TEST(drawn.body.starts_with("%PDF-"));
    BOOST_TEST(has(drawn.header("Content-Disposition"), "attachment"));
    // what somebody began is theirs alone, and no paper of the case
    BOOST_TEST(district().ask("office", "GET", paper).status == 404);
    BOOST_TEST(district().ask("office2", "GET", home + "/papers/meeting_minutes.pdf").status ==
               404);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_last_word_of_the_head_is_said_at_its_own_place)
{
    auto const home = home_of(both_listed().listed);
    auto const desk = [&] { return district().ask("office", "GET", home + "/meeting").body; };
    auto const page = desk();
    BOOST_TEST(has(page, "会议组成人员按"));
    auto const version = district().view("office", home).at("version").as_int64();
    web::pairs const typed = {{"csrf", tests::hidden(page, "csrf", 0)},
                              {"kind", "deliberation.held"},
                              {"act_id", "agendas-last-word"},
                              {"seen", std::to_string(version)},
                              {"back", "meeting"},
                              {"f.statements[1999].name", "黄丽华"},
                              {"f.statements[1999].post", "head"}};
    auto const sends = [&](std::string const& to) {
        return district().ask("office", "POST", to,
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(typed));
    };
    auto const refused = sends(home + "/acts");
    BOOST_TEST_REQUIRE(refused.status == 400, refused.body);
    BOOST_TEST(has(refused.body, "href=\"#f-deliberation-held-statements-1999-view\""));
    BOOST_TEST(has(refused.body, "四、行政首长最后发表意见："));
    BOOST_TEST(!has(refused.body, "href=\"#f-deliberation-held-statements-0--view\""));

    // who comes back sees what they typed, and is told so
    auto const again = desk();
    BOOST_TEST(has(again, "<p class=\"note restored\">已恢复您上次未被接受的填写"));
    BOOST_TEST(!has(again, "会议组成人员按"));
    // whoever drops it has the form again
    auto const drop = again.find("/drafts/");
    BOOST_TEST_REQUIRE(drop != std::string::npos);
    auto const dropped = sends(again.substr(drop, again.find('"', drop) - drop));
    BOOST_TEST(dropped.status == 303);
    BOOST_TEST(dropped.header("Location") == home + "/meeting#act-deliberation.held");
    BOOST_TEST(!has(desk(), "已恢复您上次"));
}

BOOST_AUTO_TEST_CASE(a_counted_meeting_on_two_days_is_asked_back)
{
    auto const id = both_listed().to_list; // the other stays before the ninth meeting today
    auto const tomorrow =
        engine::to_text(engine::legal_day(tests::demo_house::now()) + std::chrono::days(1));
    enters("mayor", id, "submission.removed_from_agenda", {{"reason", "改期"}});
    auto const page = district().ask("mayor", "GET", home_of(id)).body;
    auto const form = page.find("id=\"act-submission.placed_on_agenda\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    web::pairs const typed = {{"csrf", tests::hidden(page, "csrf", form)},
                              {"kind", placing},
                              {"act_id", tests::hidden(page, "act_id", form)},
                              {"seen", tests::hidden(page, "seen", form)},
                              {"f.meeting", "executive"},
                              {"f.meeting_on", tomorrow},
                              {"f.meeting_name", name_of_meeting}};
    auto const asked = district().ask("mayor", "POST", home_of(id) + "/acts",
                                      {{"content-type", "application/x-www-form-urlencoded"}},
                                      web::to_query(typed));
    BOOST_TEST(has(asked.body, "请核对会议日期和名称"));
    is_placed(id);
}

BOOST_AUTO_TEST_CASE(who_was_there_for_one_matter_is_there_for_the_others_of_the_meeting)
{
    auto const [first, second] = both_listed();
    auto const at = [](long long id) { return home_of(id) + "/meeting"; };
    auto body = district().view("office", at(first)).at("prepared").as_object();
    auto const posts = [](json::object const& record, std::string_view post) {
        auto const& all = record.at("present").as_array();
        return std::count_if(all.begin(), all.end(),
                             [&](auto const& one) { return one.at("post").as_string() == post; });
    };
    // of an earlier meeting only its members; the heads are those of this matter
    BOOST_TEST(posts(body, "head") == 1);
    BOOST_TEST(posts(body, "office_head") == 1);
    BOOST_TEST(posts(body, "sponsor_head") == 1);
    BOOST_TEST(posts(body, "reviewer_head") == 1);
    BOOST_TEST(posts(body, "recorder") == 0);
    BOOST_TEST(body.at("meeting_name").as_string() == name_of_meeting);

    auto& present = body.at("present").as_array();
    for (auto& one : present)
        one.as_object().emplace("name", std::string(one.at("post").as_string()) + "负责人");
    present.push_back(json::object{{"name", "龙舟协会代表"}, {"post", "attendee"}});
    for (auto& one : body.at("statements").as_array())
        one.as_object()["view"] = "agrees";
    body["sponsor_explained"] = true;
    body["outcome"] = "adopted";
    body["decision"] = "会议通过该方案。";
    body["minutes"] = json::value(body.at("draft"));
    enters("office", first, "deliberation.held", std::move(body));

    // who has recorded one matter goes on with the next of the meeting
    auto const last = district().view("office", home_of(first)).at("version").as_int64();
    auto const done =
        district().ask("office", "GET", home_of(first) + "?done=" + std::to_string(last)).body;
    auto const onward = done.find("<p class=\"onward\">");
    BOOST_TEST_REQUIRE(onward != std::string::npos);
    auto const note = done.substr(onward, done.find("</p>", onward) - onward);
    BOOST_TEST(has(note, "href=\"" + home_of(second)), note);

    auto const next = district().view("office", at(second)).at("prepared").as_object();
    auto const& there = next.at("present").as_array();
    BOOST_TEST(std::any_of(there.begin(), there.end(), [](auto const& one) {
        auto const* name = one.as_object().if_contains("name");
        return name && name->as_string() == "龙舟协会代表";
    }));
    BOOST_TEST(has(district().ask("office", "GET", at(second)).body, "到会人员按同一会议"));

    // what was recorded stands below the meetings to come
    auto const recorded = district().view("office", "/meetings").at("recorded").as_array();
    BOOST_TEST(recorded.size() <= 20U);
    auto const own = std::find_if(recorded.begin(), recorded.end(), [&](auto const& one) {
        return one.at("case").as_int64() == first;
    });
    BOOST_TEST_REQUIRE((own != recorded.end()));
    BOOST_TEST(own->at("decision").as_string() == "会议通过该方案。");
    BOOST_TEST(!own->at("minutes").at("href").as_string().empty());
    BOOST_TEST(has(district().ask("office", "GET", "/meetings").body, "已登记的会议讨论"));
    // and the sponsor reads there what was decided on its own
    std::string const unit(district().view("mayor", home_of(first)).at("unit").as_string());
    auto const of_unit = district().view("head_" + unit, "/meetings").at("recorded").as_array();
    BOOST_TEST(std::any_of(of_unit.begin(), of_unit.end(),
                           [&](auto const& one) { return one.at("case").as_int64() == first; }));
    // those of the last meeting first
    BOOST_TEST(std::is_sorted(recorded.begin(), recorded.end(), [](auto const& a, auto const& b) {
        return a.at("on").as_string() > b.at("on").as_string();
    }));

    // and keeps its place on the agenda, with its result, while the other waits
    auto const meeting = meeting_of_today();
    auto const& listed = meeting.at("matters").as_array();
    BOOST_TEST_REQUIRE(listed.size() == 2U);
    BOOST_TEST(listed.at(0).at("case").as_int64() == first);
    BOOST_TEST(!listed.at(0).at("waits").as_bool());
    BOOST_TEST(!listed.at(0).at("outcome_words").as_string().empty());
    BOOST_TEST(listed.at(1).at("case").as_int64() == second);
    BOOST_TEST(listed.at(1).at("waits").as_bool());
    BOOST_TEST(listed.at(1).at("item").to_number<int>() == 2);
}

BOOST_AUTO_TEST_CASE(the_agenda_of_a_held_meeting_is_read_by_its_link)
{
    auto const read = district().view("office", "/meetings");
    auto const& recorded = read.at("recorded").as_array();
    // one of which nothing waits any more
    auto const of_past = std::find_if(recorded.begin(), recorded.end(), [&](auto const& one) {
        auto const& href = one.at("agenda_href").as_string();
        auto const& waiting = read.at("meetings").as_array();
        return !href.empty() &&
               std::none_of(waiting.begin(), waiting.end(), [&](auto const& other) {
                   return other.at("alone_href").as_string() == href;
               });
    });
    BOOST_TEST_REQUIRE((of_past != recorded.end()));
    auto const href = std::string(of_past->at("agenda_href").as_string());
    auto const meetings = district().view("office", href).at("meetings").as_array();
    BOOST_TEST_REQUIRE(meetings.size() == 1U);
    BOOST_TEST(!meetings.front().at("is_past").as_bool()); // nothing is to be recorded
    auto const& matters = meetings.front().at("matters").as_array();
    BOOST_TEST(std::any_of(matters.begin(), matters.end(), [&](auto const& one) {
        return one.at("case") == of_past->at("case") &&
               one.at("outcome_words") == of_past->at("outcome_words");
    }));
    auto const page = district().ask("office", "GET", href).body;
    BOOST_TEST(has(page, "class=\"print-page\""));
    BOOST_TEST(!has(page, "近期没有列入议程的事项"));
}

BOOST_AUTO_TEST_CASE(a_unit_that_says_no_on_a_sheet_is_told_of_where_the_matter_goes_on)
{
    auto const id = both_listed().to_list;
    std::string const unit(district().view("mayor", home_of(id)).at("unit").as_string());
    auto const sponsor = unit == "water" ? "sponsor" : "clerk_" + unit;
    enters(sponsor, id, "circulation.opened",
           {{"subject", "经费安排会签"},
            {"prepares", "nothing"},
            {"rule_of_signing", "everybody"},
            {"signers", json::array{json::object{
                            {"turn", 1}, {"seat", "department_head"}, {"unit", "finance"}}}}});
    auto const sheets = district().view(sponsor, home_of(id) + "/sheets").at("sheets").as_array();
    auto const sheet = std::find_if(sheets.begin(), sheets.end(), [](auto const& one) {
        return one.at("subject").as_string() == "经费安排会签";
    });
    BOOST_TEST_REQUIRE((sheet != sheets.end()));
    enters("head_finance", id, "circulation.given",
           {{"sheet", sheet->at("number")}, {"word", "disagrees"}, {"opinion", "没有资金来源"}});

    auto const words = "区财政局对草案有不同意见，尚未取得一致。";
    BOOST_TEST(has(district().ask("office", "GET", home_of(id) + "/meeting").body, words));
    BOOST_TEST(has(district().ask("office", "GET", "/meetings").body, words));
    enters("mayor", id, "submission.removed_from_agenda", {{"reason", "先行协商"}});
    BOOST_TEST(has(district().ask("mayor", "GET", home_of(id)).body, words));
    is_placed(id);
}

BOOST_AUTO_TEST_CASE(the_sponsor_is_told_of_the_meeting_of_its_matter_and_who_took_it_off_and_why)
{
    auto const id = both_listed().to_list;
    std::string const unit(district().view("mayor", home_of(id)).at("unit").as_string());
    enters("mayor", id, "submission.removed_from_agenda", {{"reason", "先行协商"}});
    is_placed(id);
    adapters::soci::outbox out(district().record());
    while (out.take_in(tests::demo_house::now(), {}, 100) > 0) {
    }
    auto const all =
        district().view(unit == "water" ? "sponsor" : "clerk_" + unit, "/notices").at("rows");
    auto const said = [&](std::string_view kind) {
        for (auto const& one : all.as_array())
            if (one.at("case").as_int64() == id && one.at("kind").as_string() == kind)
                return std::string(one.at("more").as_string());
        return std::string();
    };
    BOOST_TEST(has(said("news.placed_on_agenda"), name_of_meeting));
    BOOST_TEST(has(said("news.removed_from_agenda"), "，理由：先行协商"));
}

BOOST_AUTO_TEST_CASE(the_agenda_leads_to_the_record_of_a_matter_from_its_day_on)
{
    auto const id = both_listed().to_list;
    auto const leads = [&](std::string const& on) {
        auto const key = web::handlers::planned_meeting{on, "executive", name_of_meeting}.key();
        auto const page =
            district().ask("office", "GET", "/meetings?meeting=" + web::percent_encoded(key)).body;
        BOOST_TEST(has(page, "href=\"" + home_of(id) + "\""));
        return has(page, "href=\"" + home_of(id) + "/meeting\"");
    };
    BOOST_TEST(leads(today()));
    auto const tomorrow =
        engine::to_text(engine::legal_day(tests::demo_house::now()) + std::chrono::days(1));
    enters("mayor", id, "submission.removed_from_agenda", {{"reason", "改期"}});
    enters("mayor", id, placing,
           {{"meeting", "executive"}, {"meeting_on", tomorrow}, {"meeting_name", name_of_meeting}});
    BOOST_TEST(!leads(tomorrow));
    enters("mayor", id, "submission.removed_from_agenda", {{"reason", "改期"}});
    is_placed(id);
}

BOOST_AUTO_TEST_CASE(whoever_decides_reads_which_unit_is_against_the_draft)
{
    auto const id = district().case_with({"consultation.disagreement_stated"}).value;
    auto const view = district().view("mayor", home_of(id) + "/sheets");
    auto const& against = view.at("disagreement").as_object();
    BOOST_TEST_REQUIRE(against.at("any").as_bool());
    std::string const href(against.at("href").as_string());
    auto const page = district().ask("mayor", "GET", home_of(id) + "/sheets").body;
    BOOST_TEST(has(page, std::string(against.at("words").as_string())));
    BOOST_TEST(has(page, "href=\"" + href + "\""));
    BOOST_TEST(district().view("mayor", href).at("kind").as_string() ==
               "consultation.disagreement_stated");
}

BOOST_AUTO_TEST_SUITE_END()
