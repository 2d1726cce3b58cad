#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// A submission that the office sends to a deputy by name, on the pages of those whom it concerns.

using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;
namespace submission = workflows::major_decision::submission;

constexpr auto approving = submission::deputy_approved::kind;

/// A district of its own, with a matter that its sponsor has filed again and the office has not
/// seen.
class filed_matter {
public:
    filed_matter()
    {
        auto const desk = at_.view("mayor", "/?kind=submission.placed_on_agenda");
        for (auto const& row : desk.at("rows").as_array())
            id_ = row.at("case").as_int64();
        BOOST_TEST_REQUIRE(id_ > 0, "no matter waits for its place on the agenda");
        enters("office", submission::returned_by_office::kind, {{"reason", "请再核对材料"}});
        is_filed_again();
    }

    /// By its sponsor, with the same papers.
    void is_filed_again()
    {
        json::object filing;
        std::string unit;
        for (auto const& act : at_.acts_of({id_}))
            if (act.kind == submission::filed::kind) {
                filing = act.body;
                unit = act.by.unit;
            }
        enters(unit == "water" ? "sponsor" : "clerk_" + unit, submission::filed::kind,
               std::move(filing));
    }

    tests::site_reply sends(std::string const& who, std::string_view kind, json::object body)
    {
        return at_.json(who, "POST", home_of(id_) + "/acts",
                        {{"kind", kind},
                         {"act_id", "named-deputy-" + std::to_string(++acts_)},
                         {"seen", at_.view(who, home_of(id_)).at("version")},
                         {"body", std::move(body)}});
    }
    void enters(std::string const& who, std::string_view kind, json::object body)
    {
        auto const got = sends(who, kind, std::move(body));
        BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body.substr(0, 2000));
    }
    bool waits_for(std::string const& who, std::string_view kind)
    {
        auto const rows = at_.view(who, "/?kind=" + std::string(kind)).at("rows").as_array();
        return std::any_of(rows.begin(), rows.end(),
                           [&](auto const& row) { return row.at("case").as_int64() == id_; });
    }
    std::string page(std::string const& who, std::string const& more = "")
    {
        return at_.ask(who, "GET", home_of(id_) + more).body;
    }
    std::string next(std::string const& who)
    {
        return json::serialize(at_.view(who, home_of(id_)).at("next"));
    }
    /// The page that answers a form of the office that lacks its opinion.
    std::string without_opinion(std::string const& deputy)
    {
        std::string const kind(submission::office_passed::kind);
        auto const asked = page("office");
        auto const form = asked.find("name=\"kind\" value=\"" + kind + "\"");
        BOOST_TEST_REQUIRE(form != std::string::npos);
        return at_
            .ask("office", "POST", home_of(id_) + "/acts",
                 {{"content-type", "application/x-www-form-urlencoded"}},
                 web::to_query({{"csrf", tests::hidden(asked, "csrf", 0)},
                                {"kind", kind},
                                {"act_id", tests::hidden(asked, "act_id", form)},
                                {"seen", tests::hidden(asked, "seen", form)},
                                {"f.opinion", ""},
                                {"f.deputy", std::to_string(number_of(deputy))}}))
            .body;
    }
    long long number_of(std::string const& name)
    {
        for (auto const everybody =
                 at_.office().people(engine::legal_day(tests::demo_house::now()));
             auto const& one : *everybody)
            if (one.name == name)
                return one.person.value;
        BOOST_FAIL("nobody is called " << name);
        return 0;
    }

private:
    tests::demo_house at_;
    long long id_ = 0;
    int acts_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(named_deputy)

BOOST_AUTO_TEST_CASE(it_waits_for_the_deputy_whom_the_office_chose_until_they_hand_it_over)
{
    filed_matter matter;
    auto const form = matter.page("office");
    auto const list = form.find("name=\"f.deputy\"");
    BOOST_TEST_REQUIRE(list != std::string::npos);
    auto const options = form.substr(list, form.find("</select>", list) - list);
    BOOST_TEST(has(options, ">莫文杰 · "));
    BOOST_TEST(has(options, ">温美玲 · "));
    BOOST_TEST(!has(options, "黄丽华"));
    // who is typed is judged by the register, beside what is missing too
    auto const is_no_deputy = "所选人员现在不是分管负责人";
    BOOST_TEST(has(matter.without_opinion("黄丽华"), is_no_deputy));
    BOOST_TEST(!has(matter.without_opinion("莫文杰"), is_no_deputy));

    matter.enters("office", submission::office_passed::kind,
                  {{"opinion", "材料齐全"}, {"deputy", matter.number_of("莫文杰")}});
    BOOST_TEST(matter.waits_for("deputy", approving));
    BOOST_TEST(!matter.waits_for("deputy2", approving));
    for (auto const* who : {"office", "auditor"}) {
        BOOST_TEST(has(matter.next(who), "莫文杰"), who);
        BOOST_TEST(!has(matter.next(who), "温美玲"), who);
    }
    auto const refused = matter.sends("deputy2", approving, {});
    BOOST_TEST(refused.status == 422, refused.body);
    BOOST_TEST(has(refused.body, "JC-26"));
    BOOST_TEST(has(refused.body, "政府办公室已将本事项送请莫文杰审核"));
    BOOST_TEST(has(matter.page("deputy2"), "政府办公室已将本事项送请"));

    BOOST_TEST(has(matter.page("deputy", "/sheets"), "value=\"" + std::string(approving) + "\""));
    matter.enters(
        "deputy", "circulation.handed_over",
        {{"task", approving}, {"receiver", matter.number_of("温美玲")}, {"reason", "外出考察"}});
    BOOST_TEST(!matter.waits_for("deputy", approving));
    BOOST_TEST(matter.waits_for("deputy2", approving));

    matter.enters("office", submission::deputy_changed::kind,
                  {{"deputy", nullptr}, {"reason", "不再指定"}});
    BOOST_TEST(matter.waits_for("deputy", approving));
    BOOST_TEST(matter.waits_for("deputy2", approving));
    matter.enters("deputy2", approving, {{"opinion", "同意"}});
}

BOOST_AUTO_TEST_CASE(what_came_back_goes_to_the_same_deputy_unless_the_office_chooses_another)
{
    filed_matter matter;
    auto const deputy = matter.number_of("温美玲");
    matter.enters("office", submission::office_passed::kind,
                  {{"opinion", "材料齐全"}, {"deputy", deputy}});
    matter.enters("deputy2", submission::deputy_returned::kind, {{"reason", "经费来源未落实"}});
    matter.is_filed_again();
    auto const page = matter.page("office");
    auto const list = page.find("name=\"f.deputy\"");
    BOOST_TEST_REQUIRE(list != std::string::npos);
    auto const options = page.substr(list, page.find("</select>", list) - list);
    BOOST_TEST(has(options, "value=\"" + std::to_string(deputy) + "\" selected"));
    // and reads why it came back
    BOOST_TEST(has(page, "经费来源未落实"));
}

BOOST_AUTO_TEST_SUITE_END()
