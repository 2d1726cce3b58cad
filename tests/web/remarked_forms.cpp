#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// An act stays on record: what the law would remark on its form is read before it is entered.

using tests::district;
using tests::has;
using tests::hidden;

namespace {

constexpr auto deciding = "intake.start_decided";
constexpr auto advised_against = "研究论证的结论是不建议启动";

/// A matter before the head that the study advised against.
class doubted_matter : public tests::water_matter {
public:
    explicit doubted_matter(std::string id) : water_matter(std::move(id))
    {
        comes_before_the_head(false);
    }

    /// Sends the form that stands on a page of the head, with what the page says of it.
    tests::site_reply sends_form(std::string const& shown, web::pairs const& more = {}) const
    {
        auto const form = shown.find("id=\"act-" + std::string(deciding) + "\"");
        BOOST_TEST_REQUIRE(form != std::string::npos);
        web::pairs fields = {{"csrf", hidden(shown, "csrf", form)},
                             {"kind", deciding},
                             {"act_id", hidden(shown, "act_id", form)},
                             {"seen", hidden(shown, "seen", form)},
                             {"f.decided_on", "2026-06-15"},
                             {"f.sponsors[0]", own_unit()},
                             {"f.lead", own_unit()},
                             {"f.congress", "none"}};
        fields.insert(fields.end(), more.begin(), more.end());
        return district().ask("mayor", "POST", home() + "/acts",
                              {{"content-type", "application/x-www-form-urlencoded"}},
                              web::to_query(fields));
    }

    long long version() const { return view("mayor").at("version").as_int64(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(remarked_forms)

BOOST_AUTO_TEST_CASE(what_the_law_remarks_on_a_form_is_read_before_the_act_is_entered)
{
    doubted_matter const m("remarked-read");
    auto const before = m.version();
    auto const asked = m.sends_form(m.page("mayor"));
    BOOST_TEST_REQUIRE(asked.status == 200, asked.body.substr(0, 2000));
    BOOST_TEST(has(asked.body, advised_against));
    BOOST_TEST(has(asked.body, "仍然提交"));
    BOOST_TEST(has(asked.body, "class=\"alert advice\""));
    BOOST_TEST(has(asked.body, "填写没有错误"));
    BOOST_TEST(has(asked.body, "<a href=\"#act-" + std::string(deciding) + "\">"));
    BOOST_TEST(has(asked.body, "value=\"" + m.own_unit() + "\" selected"));
    BOOST_TEST(m.version() == before);
    auto const done = m.sends_form(asked.body, {{"confirmed", hidden(asked.body, "confirmed", 0)}});
    BOOST_TEST(done.status == 303, done.body.substr(0, 2000));
    BOOST_TEST(m.version() == before + 1);
    auto const page = m.page("mayor", "?done=" + std::to_string(before + 1));
    BOOST_TEST(has(page, "class=\"next\""));
}

BOOST_AUTO_TEST_CASE(a_form_that_is_sent_twice_all_the_same_is_one_act)
{
    doubted_matter const m("remarked-twice");
    auto const before = m.version();
    auto const asked = m.sends_form(m.page("mayor"));
    web::pairs const read = {{"confirmed", hidden(asked.body, "confirmed", 0)}};
    BOOST_TEST(m.sends_form(asked.body, read).status == 303);
    auto const again = m.sends_form(asked.body, read);
    BOOST_TEST(again.status == 303, again.body.substr(0, 2000));
    BOOST_TEST(m.version() == before + 1);
}

BOOST_AUTO_TEST_CASE(other_remarks_than_those_that_were_read_are_asked_about_again)
{
    doubted_matter const m("remarked-other");
    auto const before = m.version();
    auto const asked = m.sends_form(m.page("mayor"), {{"confirmed", std::string(64, '0')}});
    BOOST_TEST(asked.status == 200);
    BOOST_TEST(has(asked.body, "仍然提交"));
    BOOST_TEST(m.version() == before);
}

BOOST_AUTO_TEST_CASE(a_program_is_told_the_remarks_with_the_act_and_never_asked)
{
    doubted_matter m("remarked-json");
    auto const before = m.version();
    auto const got = m.sends("mayor", deciding,
                             {{"decided_on", "2026-06-15"},
                              {"sponsors", boost::json::array{m.own_unit()}},
                              {"lead", m.own_unit()},
                              {"congress", "none"}});
    BOOST_TEST(got.status == 201, got.body);
    BOOST_TEST(has(got.body, advised_against));
    BOOST_TEST(m.version() == before + 1);
}

BOOST_AUTO_TEST_CASE(what_stood_beside_the_form_before_is_not_asked_back)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "drafting.versioned");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(48));

    auto const seat = house.sign_in("sponsor");
    auto const page = house.get(on.home(), seat.headers + house.html).body;
    auto const form = page.find("id=\"act-experts.selected\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const shown = page.substr(form, page.find("</form>", form) - form);
    BOOST_TEST_REQUIRE(has(shown, "本事项无须组织专家论证"));
    auto const done = house.post(on.home() + "/acts",
                                 {{"csrf", seat.csrf},
                                  {"kind", "experts.selected"},
                                  {"act_id", hidden(page, "act_id", form)},
                                  {"seen", hidden(page, "seen", form)},
                                  {"f.form", "commissioned"},
                                  {"f.institution", "水利设计院"},
                                  {"f.selection_reason", "熟悉本地河涌"}},
                                 seat.headers + house.html);
    BOOST_TEST(done.status == 200);
    BOOST_TEST(has(done.body, "<title>已经办理"), done.body.substr(0, 2000));
    BOOST_TEST(!has(done.body, "name=\"confirmed\""));
}

BOOST_AUTO_TEST_CASE(whoever_concludes_over_open_comments_is_asked_although_they_stood_there)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "drafting.versioned");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(48));
    auto const until = engine::legal_day(house.clock) + std::chrono::days(7);
    house.enters("sponsor", on, "consultation.asked",
                 {{"units", boost::json::array{"finance"}}, {"answer_by", engine::to_text(until)}});
    house.enters("other", on, "consultation.answered",
                 {{"stance", "agrees_with_comments"}, {"comments", "补充预算"}});

    auto const seat = house.sign_in("sponsor");
    auto const page = house.get(on.home(), seat.headers + house.html).body;
    auto const form = page.find("id=\"act-consultation.concluded\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    auto const shown = page.substr(form, page.find("</form>", form) - form);
    BOOST_TEST_REQUIRE(has(shown, "的修改意见尚未登记协商结果"));
    web::pairs fields = {{"csrf", seat.csrf},
                         {"kind", "consultation.concluded"},
                         {"act_id", hidden(page, "act_id", form)},
                         {"seen", hidden(page, "seen", form)},
                         {"f.summary", "各单位均同意。"}};
    auto const asked = house.post(on.home() + "/acts", fields, seat.headers + house.html);
    BOOST_TEST_REQUIRE(asked.status == 200, asked.body.substr(0, 2000));
    BOOST_TEST(has(asked.body, "宜先办理“登记协商结果”"));
    fields.emplace_back("confirmed", hidden(asked.body, "confirmed", 0));
    auto const done = house.post(on.home() + "/acts", fields, seat.headers + house.html);
    BOOST_TEST(done.status == 303, done.body.substr(0, 2000));
}

BOOST_AUTO_TEST_SUITE_END()
