#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

// The forms of a legality review: what others wrote stands beside them, to be answered and not to
// be typed again.

using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr auto responding = "legality_review.responded";
constexpr auto confirming = "drafting.change_confirmed";

/// A district of its own, on which the cases under review are used up one after the other.
std::unique_ptr<tests::demo_house>& district_of_reviews()
{
    static auto one = std::make_unique<tests::demo_house>();
    return one;
}

tests::demo_house& at()
{
    return *district_of_reviews();
}

long long number_of(std::string const& name)
{
    for (auto const everybody = at().office().people(engine::legal_day(tests::demo_house::now()));
         auto const& one : *everybody)
        if (one.name == name)
            return one.person.value;
    return 0;
}

/// A case whose review waits for its opinion, and the clerk who sponsors it.
struct reviewed {
    long long id = 0;
    std::string sponsor;

    reviewed()
    {
        static std::map<std::string, std::string> const clerks = {
            {"区司法局", "clerk_justice"},
            {"区发展和改革局", "clerk_reform"},
            {"区水务局", "sponsor"},
            {"区交通运输局", "clerk_transport"},
            {"区自然资源局", "clerk_resources"},
            {"区教育局", "clerk_education"},
            {"区卫生健康局", "clerk_health"},
            {"区市场监督管理局", "clerk_market"},
            {"区财政局", "clerk_finance"},
            {"区住房和城乡建设局", "clerk_housing"},
            {"区农业农村局", "clerk_agriculture"},
            {"区民政局", "clerk_civil"},
            {"区人力资源和社会保障局", "clerk_labour"},
            {"市生态环境局高要分局", "clerk_ecology"},
            {"区文化广电旅游体育局", "clerk_culture"},
            {"区城市管理和综合执法局", "clerk_urban"},
            {"区政务服务和数据管理局", "clerk_data"}};
        auto const desk = at().view("reviewer", "/?kind=legality_review.concluded");
        for (auto const& row : desk.at("rows").as_array()) {
            auto const one = row.at("case").as_int64();
            auto const page = at().view("reviewer", home_of(one));
            auto const& unit = page.at("unit_name").as_string();
            if (auto const clerk = clerks.find(std::string(unit)); clerk != clerks.end()) {
                id = one;
                sponsor = clerk->second;
            }
        }
        BOOST_TEST_REQUIRE(id > 0, "no review waits for its opinion");
    }

    tests::site_reply sends(std::string const& who, std::string const& kind, json::object body)
    {
        static int acts = 0;
        return at().json(who, "POST", home_of(id) + "/acts",
                         {{"kind", kind},
                          {"act_id", "review-forms-" + std::to_string(++acts)},
                          {"seen", at().view(who, home_of(id)).at("version")},
                          {"body", std::move(body)}});
    }
    void enters(std::string const& who, std::string const& kind, json::object body)
    {
        auto const got = sends(who, kind, std::move(body));
        BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body.substr(0, 2000));
    }
    /// Another version of the draft, as the sponsor calls it.
    void files_version(char const* change)
    {
        enters(sponsor, "drafting.versioned",
               {{"draft", draft()},
                {"explanation", draft()},
                {"options", 1},
                {"change", change},
                {"change_reason", "改正错字。"}});
    }
    std::string page(std::string const& who, std::string const& more = "") const
    {
        auto const got = at().ask(who, "GET", home_of(id) + more);
        BOOST_TEST_REQUIRE(got.status == 200);
        return got.body;
    }
    /// The form of an act on a page; empty where there is none.
    static std::string form(std::string const& page, std::string const& kind)
    {
        auto const mark = page.find("name=\"kind\" value=\"" + kind + "\"");
        return mark == std::string::npos ? std::string()
                                         : page.substr(mark, page.find("</form>", mark) - mark);
    }
    /// Documents on file, as a body names them.
    json::object draft() const { return of_first_version("draft"); }
    json::object explanation() const { return of_first_version("explanation"); }

private:
    json::object of_first_version(char const* which) const
    {
        for (auto const& act : at().acts_of({id}))
            if (act.kind == "drafting.versioned")
                return act.body.at(which).as_object();
        return {};
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(review_forms)

BOOST_AUTO_TEST_CASE(what_was_asked_for_stands_above_the_form_that_supplies_it)
{
    reviewed on;
    on.enters("reviewer", "legality_review.supplement_requested",
              {{"missing", json::array{"专家论证报告原件", "听证报告"}},
               {"answer_by", engine::to_text(engine::legal_day(tests::demo_house::now()))}});
    auto const form = reviewed::form(on.page(on.sponsor), "legality_review.supplemented");
    BOOST_TEST_REQUIRE(!form.empty());
    BOOST_TEST(has(form, "<ol><li>专家论证报告原件</li><li>听证报告</li></ol>"));
    BOOST_TEST(has(form, "2026年6月15日要求补充下列材料"));
    // that the reviewer may send the file back once the time is over is nothing that is missing
    auto const view = at().view(on.sponsor, home_of(on.id));
    for (auto const& one : view.at("missing").as_array())
        BOOST_TEST(one.at("kind") != "legality_review.returned");
    // and each item has its row, with its words written already
    BOOST_TEST(has(form, "第2项材料"));
    BOOST_TEST(has(form, "name=\"f.supplied[1].wanted\" value=\"听证报告\""));
    on.enters(on.sponsor, "legality_review.supplemented",
              {{"supplied",
                json::array{json::object{{"wanted", "专家论证报告原件"}, {"reason", "原件已归档"}},
                            json::object{{"wanted", "听证报告"}, {"reason", "未听证"}}}}});
    // what was answered is asked for no longer
    BOOST_TEST(reviewed::form(on.page(on.sponsor), "legality_review.supplemented").empty());
    // the reviewer reads each item beside what came of it
    auto const desk = on.page("reviewer", "/review");
    BOOST_TEST(has(desk, ">专家论证报告原件</td>"));
    BOOST_TEST(has(desk, "原件已归档"));
}

BOOST_AUTO_TEST_CASE(an_adviser_who_is_asked_again_may_begin_with_the_words_of_before)
{
    reviewed on;
    on.enters("reviewer", "legality_review.advisers_asked",
              {{"advisers", json::array{number_of("区慧敏")}},
               {"answer_by", engine::to_text(engine::legal_day(tests::demo_house::now()))}});
    constexpr auto opining = "legality_review.adviser_opined";
    std::string said;
    for (auto const& act : at().acts_of({on.id}))
        if (act.kind == opining && act.by.name == "区慧敏")
            said = act.body.at("opinion").as_string();
    BOOST_TEST_REQUIRE(!said.empty());
    auto const fresh = reviewed::form(on.page("adviser", "/advice?interest=none"), opining);
    BOOST_TEST(has(fresh, "出具过意见，没有填入本表"));
    BOOST_TEST(has(fresh, "/advice?interest=none&amp;begin=last#opinion\""));
    BOOST_TEST(!has(fresh, said + "</textarea>"));
    auto const taken =
        reviewed::form(on.page("adviser", "/advice?interest=none&begin=last"), opining);
    BOOST_TEST(has(taken, "下面填入的是您对第"));
    BOOST_TEST(has(taken, said + "</textarea>"));
}

BOOST_AUTO_TEST_CASE(an_opinion_that_was_begun_on_another_version_says_how_the_text_has_changed)
{
    constexpr auto kind = "sponsor_review.legal_opinion_given";
    reviewed on;
    on.sponsor = "sponsor";
    std::string before;
    for (on.id = 1; on.id <= 60; ++on.id) {
        before = at().ask("legal_water", "GET", home_of(on.id)).body;
        if (!reviewed::form(before, kind).empty())
            break;
    }
    BOOST_TEST_REQUIRE(!reviewed::form(before, kind).empty());
    auto const kept = at().ask("legal_water", "POST", home_of(on.id) + "/drafts",
                               {{"content-type", "application/x-www-form-urlencoded"}},
                               web::to_query({{"csrf", hidden(before, "csrf", 0)},
                                              {"kind", kind},
                                              {"f.points[0]", "第五条宜再斟酌。"}}));
    BOOST_TEST(kept.status == 303);
    BOOST_TEST(!has(reviewed::form(on.page("legal_water"), kind), "您写这份草稿时"));
    auto const paper = on.explanation();
    on.enters("sponsor", "drafting.versioned",
              {{"draft", paper},
               {"explanation", paper},
               {"options", 1},
               {"change", "substantive"},
               {"change_reason", "范围扩大。"}});
    auto const form = reviewed::form(on.page("legal_water"), kind);
    BOOST_TEST(has(form, "第五条宜再斟酌。"));
    BOOST_TEST(has(form, "您写这份草稿时，草案是第"));
    BOOST_TEST(has(form, "/versions?from="));
}

BOOST_AUTO_TEST_CASE(each_point_of_the_opinion_is_answered_in_a_row_of_its_own)
{
    reviewed on;
    json::array const points{json::object{{"point", "第三条宜与上位法一致。"},
                                          {"weight", "defect"},
                                          {"article", "《行政处罚法》第十二条"}},
                             json::object{{"point", "删去第八条。"}, {"weight", "suggestion"}}};
    on.enters("reviewer", "legality_review.concluded",
              {{"within_power", true},
               {"power_finding", "属于法定权限。"},
               {"procedure_followed", true},
               {"procedure_finding", "步骤见表。"},
               {"content_lawful", false},
               {"content_finding", "有两处需要修改。"},
               {"outcome", "lawful_after_changes"},
               {"points", points},
               {"short_time_reason", "材料齐全。"},
               {"author", number_of("夏秀英")},
               {"opinion", on.draft()}});
    auto const form = reviewed::form(on.page(on.sponsor), responding);
    BOOST_TEST_REQUIRE(!form.empty());
    BOOST_TEST(has(form, "name=\"f.responses[0].point\" value=\"第三条宜与上位法一致。\""));
    BOOST_TEST(has(form, "name=\"f.responses[1].point\" value=\"删去第八条。\""));
    BOOST_TEST(!has(form, "f.responses[2]"));
    BOOST_TEST(!has(form, "type=\"text\" id=\"f-legality_review-responded-responses-0--point\""));
    BOOST_TEST(has(form, "《行政处罚法》第十二条"));
    // the law asks for it, and the form says so
    BOOST_TEST(has(form, "<span class=\"must\">（必填）</span></legend>"));
    BOOST_TEST(has(form, "才能重新送审"));

    // a form that comes back has every point still, beside what was typed
    auto const page = on.page(on.sponsor);
    auto const start = page.find("name=\"kind\" value=\"" + std::string(responding) + "\"");
    web::pairs const typed = {
        {"csrf", hidden(page, "csrf", 0)},         {"kind", responding},
        {"act_id", hidden(page, "act_id", start)}, {"seen", hidden(page, "seen", start)},
        {"f.responses[1].point", "删去第八条。"},  {"f.responses[1].outcome", "not_adopted"}};
    auto const back =
        at().ask(on.sponsor, "POST", home_of(on.id) + "/acts",
                 {{"content-type", "application/x-www-form-urlencoded"}}, web::to_query(typed));
    BOOST_TEST(back.status == 422);
    auto const again = reviewed::form(back.body, responding);
    BOOST_TEST(has(again, "name=\"f.responses[0].point\" value=\"第三条宜与上位法一致。\""));
    auto const second = again.find("name=\"f.responses[1].outcome\"");
    BOOST_TEST_REQUIRE(second != std::string::npos);
    BOOST_TEST(has(again.substr(second, again.find("</select>", second) - second),
                   "<option value=\"not_adopted\" selected>"));
}

BOOST_AUTO_TEST_CASE(advisers_are_listed_with_their_unit_and_not_once_they_have_withdrawn)
{
    reviewed on;
    auto const adviser = number_of("苏晓燕");
    auto const option = "<option value=\"" + std::to_string(adviser) +
                        "\">苏晓燕 · 区人民政府法律顾问室 法律顾问、公职律师";
    constexpr auto asking = "legality_review.advisers_asked";
    constexpr auto taking_off = "legality_review.adviser_withdrew";
    BOOST_TEST(has(reviewed::form(on.page("reviewer"), asking), option));
    on.enters("reviewer", asking,
              {{"advisers", json::array{adviser}},
               {"answer_by", engine::to_text(engine::legal_day(tests::demo_house::now()))}});
    BOOST_TEST(has(reviewed::form(on.page("reviewer"), taking_off), option));
    on.enters("reviewer", taking_off, {{"adviser", adviser}, {"reason", "与承办单位有利害关系"}});
    auto const page = on.page("reviewer");
    BOOST_TEST(!reviewed::form(page, asking).empty());
    BOOST_TEST(!has(reviewed::form(page, asking), option));
    BOOST_TEST(!has(reviewed::form(page, taking_off), option));
}

BOOST_AUTO_TEST_CASE(a_change_that_waits_for_its_word_is_chosen_with_the_comparison_beside_it)
{
    reviewed on;
    auto const none = reviewed::form(on.page("reviewer"), confirming);
    BOOST_TEST(has(none, "<select id=\"f-drafting-change_confirmed-version\""));
    BOOST_TEST(has(none, "<option value=\"2\" selected>第2稿")); // the only one there is
    on.files_version("editorial");
    for (auto const* page : {"", "/review"}) {
        auto const form = reviewed::form(on.page("reviewer", page), confirming);
        BOOST_TEST(has(form, "<option value=\"3\" selected>第3稿"), page);
        BOOST_TEST(has(form, "待确认"), page);
        BOOST_TEST(has(form, "/versions?from=2&amp;to=3\""), page);
        BOOST_TEST(has(form, "第3稿与第1稿完全相同"), page);
        BOOST_TEST(!has(form, "<option value=\"1\""), page); // nothing was changed by the first
    }
}

BOOST_AUTO_TEST_CASE(whoever_submits_reads_on_which_version_the_opinion_on_file_was_given)
{
    constexpr auto submitting = "submission.filed";
    constexpr auto note = "卷内的这份意见针对第2稿，现行草案为第3稿。";
    district_of_reviews() = std::make_unique<tests::demo_house>();
    reviewed on;
    on.enters("reviewer", "legality_review.concluded",
              {{"within_power", true},
               {"power_finding", "属于法定权限。"},
               {"procedure_followed", true},
               {"procedure_finding", "步骤见表。"},
               {"content_lawful", true},
               {"content_finding", "内容合法。"},
               {"outcome", "lawful"},
               {"points", json::array()},
               {"short_time_reason", "材料齐全。"},
               {"author", number_of("夏秀英")},
               {"opinion", on.draft()}});
    auto const before = reviewed::form(on.page(on.sponsor), submitting);
    BOOST_TEST_REQUIRE(!before.empty());
    BOOST_TEST(!has(before, note));
    // another explanation may be chosen, and need not: the case holds one
    auto const kept = before.find("name=\"f.explanation\"");
    BOOST_TEST_REQUIRE(kept != std::string::npos);
    BOOST_TEST(!has(before.substr(kept, before.find('>', kept) - kept), " required"));
    on.files_version("editorial");
    on.enters("reviewer", confirming,
              {{"version", 3}, {"change", "editorial"}, {"reason", "只改错字。"}});
    BOOST_TEST(has(reviewed::form(on.page(on.sponsor), submitting), note));
}

BOOST_AUTO_TEST_SUITE_END()
