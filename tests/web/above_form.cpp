#include "adapters/soci/house_register.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// What stands above the forms of a case: whoever fills one in reads there what it is about.

using tests::has;

namespace {

constexpr char const* ordered = "进一步明确过渡期安排，规范第五条表述。";

/// The form of an act on a page.
std::string form_on(std::string const& page, std::string const& kind)
{
    auto const begins = page.find("name=\"kind\" value=\"" + kind + "\"");
    BOOST_TEST_REQUIRE(begins != std::string::npos, kind);
    return page.substr(begins, page.find("</form>", begins) - begins);
}

/// The form that the sponsor of a decision has after an act.
std::string form_of_sponsor(std::set<std::string, std::less<>> traits, std::string const& until,
                            std::string const& kind)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", std::move(traits), until);
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    return form_on(house.get(on.home(), house.sign_in("sponsor").headers + house.html).body, kind);
}

/// A house with a matter that a meeting adopted in principle, or as the turns have it, told until
/// an act.
struct after_meeting {
    tests::public_house house;
    tests::told_decision on;

    explicit after_meeting(std::string const& until,
                           std::set<std::string, std::less<>> turns = {"in_principle"})
        : on(house.tell("河涌整治方案", {}, until, std::move(turns)))
    {
        house.gets_a_head(on.last);
    }

    std::string page(std::string const& who)
    {
        return house.get(on.home(), house.sign_in(who).headers + house.html).body;
    }
    /// The form of an act as somebody has it on the page of the case.
    std::string form(std::string const& who, std::string const& kind)
    {
        return form_on(page(who), kind);
    }
};

/// A house with a matter that has its first draft, on which the finance office is asked.
struct while_consulting {
    tests::public_house house;
    tests::told_decision on = house.tell("河涌整治方案", {}, "drafting.versioned");

    while_consulting()
    {
        house.clock = std::max(house.clock, on.last + std::chrono::hours(48));
        auto const until = engine::legal_day(house.clock) + std::chrono::days(7);
        house.enters(
            "sponsor", on, "consultation.asked",
            {{"units", boost::json::array{"finance"}}, {"answer_by", engine::to_text(until)}});
    }

    std::string form(char const* who, char const* kind)
    {
        return form_on(house.get(on.home(), house.sign_in(who).headers + house.html).body, kind);
    }
    bool shows_draft(std::string const& form) const
    {
        return has(form, "草案第1稿") &&
               has(form, "/documents/" + on.document("drafting.versioned", "draft")) &&
               has(form, "/documents/" + on.document("drafting.versioned", "explanation"));
    }
};

/// Somebody new holds a seat from before anything was told.
void takes_seat(tests::public_house& house, tests::told_decision const& on, char const* login,
                char const* role, char const* unit)
{
    adapters::soci::house_register keeping(house.record());
    keeping.add_appointment({.who = keeping.add_person(login, login, "correct horse", on.last),
                             .role = role,
                             .unit = unit,
                             .from = std::chrono::year(2020) / 1 / 1,
                             .until = {}},
                            on.last);
}

} // namespace

BOOST_AUTO_TEST_SUITE(above_form)

BOOST_AUTO_TEST_CASE(whoever_judges_the_draft_has_it_above_the_form)
{
    while_consulting at;
    BOOST_TEST(at.shows_draft(at.form("other", "consultation.answered")));
    takes_seat(at.house, at.on, "lawyer", "legal_officer", "water");
    BOOST_TEST(at.shows_draft(at.form("lawyer", "sponsor_review.legal_opinion_given")));
}

BOOST_AUTO_TEST_CASE(whoever_passes_the_draft_in_the_sponsors_meeting_has_it_too)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "sponsor_review.legal_opinion_given");
    takes_seat(house, on, "chief", "department_head", "water");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("chief").headers + house.html).body;
    auto const form = form_on(page, "sponsor_review.discussed");
    BOOST_TEST(has(form, "草案第2稿"));
    BOOST_TEST(has(form, "/documents/"));
}

BOOST_AUTO_TEST_CASE(whoever_reviews_the_draft_for_competition_has_it_too)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {"operators"}, "fair_competition.drafter_reviewed");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(48));
    boost::json::value draft, review;
    for (auto const& one : on.told.entered) {
        if (one.kind == "drafting.versioned")
            draft = one.body.at("draft");
        if (one.kind == "fair_competition.drafter_reviewed")
            review = one.body.at("document");
    }
    house.enters("sponsor", on, "fair_competition.filed",
                 {{"documents", boost::json::array{draft, review}}});
    takes_seat(house, on, "regulator", "competition_reviewer", "market");
    auto const page = house.get(on.home(), house.sign_in("regulator").headers + house.html).body;
    auto const form = form_on(page, "fair_competition.concluded");
    BOOST_TEST(has(form, "草案第2稿"));
    BOOST_TEST(has(form, "/documents/" + std::string(draft.at("hash").as_string())));
}

BOOST_AUTO_TEST_CASE(whoever_talked_with_a_unit_reads_what_it_said_and_of_which_version)
{
    while_consulting at;
    at.house.enters("other", at.on, "consultation.answered",
                    {{"stance", "disagrees"}, {"comments", "没有经费"}});
    auto const form = at.form("sponsor", "consultation.settled");
    BOOST_TEST(has(form, "财政局对第1稿的答复"));
    BOOST_TEST(has(form, "没有经费"));
    BOOST_TEST(has(form, at.on.home() + "/acts/"));
}

BOOST_AUTO_TEST_CASE(whoever_submits_again_reads_why_it_came_back)
{
    tests::public_house house;
    auto const on =
        house.tell("河涌整治方案", {}, "submission.returned_by_office", {"office_return"});
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    auto const form = form_on(page, "submission.filed");
    BOOST_TEST(has(form, "办公室退回"));
    BOOST_TEST(has(form, "财政保障的意见尚不明确，退回承办单位。"));
    BOOST_TEST(has(form, on.home() + "/acts/"));
}

BOOST_AUTO_TEST_CASE(everybody_reads_on_the_page_why_a_submission_came_back)
{
    tests::public_house house;
    auto const on =
        house.tell("河涌整治方案", {}, "submission.returned_by_office", {"office_return"});
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("auditor").headers + house.html).body;
    auto const why = page.find("财政保障的意见尚不明确，退回承办单位。");
    BOOST_TEST_REQUIRE(why != std::string::npos);
    BOOST_TEST(why < page.find("id=\"h-offers\""));
    // and whoever is to send it up again in the list of tasks
    auto const tasks =
        house.get("/?kind=submission.filed", house.sign_in("sponsor").headers + house.html);
    BOOST_TEST(has(tasks.body, "：办公室退回（财政保障的意见尚不明确，退回承办单位。）"));
}

BOOST_AUTO_TEST_CASE(the_head_reads_that_the_matter_came_back_before_and_was_put_off)
{
    after_meeting before("submission.deputy_approved", {"office_return"});
    auto const first = before.form("mayor", "submission.placed_on_agenda");
    BOOST_TEST(has(first, "上一次提请被退回：办公室退回"));
    BOOST_TEST(has(first, "财政保障的意见尚不明确，退回承办单位。"));
    after_meeting at("deliberation.held", {"office_return", "postponed"});
    auto const form = at.form("mayor", "submission.placed_on_agenda");
    BOOST_TEST(!has(form, "上一次提请被退回"));
    BOOST_TEST(has(form, "的会议讨论过本事项：暂缓决定。会议的决定："));
    BOOST_TEST(has(form, "查看会议登记"));
}

BOOST_AUTO_TEST_CASE(whoever_signs_reads_what_the_meeting_decided_and_the_party_answered)
{
    after_meeting at("party_report.answered", {});
    auto const page = at.page("mayor");
    auto const signing = page.find("id=\"act-publication.text_signed\"");
    BOOST_TEST_REQUIRE(signing != std::string::npos);
    auto const offer = page.substr(signing, page.find("</form>", signing) - signing);
    BOOST_TEST(has(offer, "登记会议讨论和决定"));
    BOOST_TEST(has(offer, "登记党委答复"));
    BOOST_TEST(!has(offer, "以后一次为准"));
}

BOOST_AUTO_TEST_CASE(what_was_signed_is_signed_again_under_its_number)
{
    after_meeting at("publication.text_signed", {});
    auto const page = at.page("mayor");
    BOOST_TEST(has(page, "以后一次为准"));
    auto const form = form_on(page, "publication.text_signed");
    std::string const number = "name=\"f.document_number\" value=\"";
    auto const typed = form.find(number);
    BOOST_TEST_REQUIRE(typed != std::string::npos);
    BOOST_TEST(form.at(typed + number.size()) != '"');
}

BOOST_AUTO_TEST_CASE(whoever_changes_the_text_reads_what_the_meeting_ordered)
{
    after_meeting at("deliberation.held");
    BOOST_TEST(has(at.form("sponsor", "drafting.versioned"), ordered));
    BOOST_TEST(has(at.form("sponsor", "drafting.versioned"), "查看会议登记"));
    // and everybody on the page of the case
    auto const page = at.page("auditor");
    BOOST_TEST(page.find(ordered) < page.find("id=\"h-offers\""));
}

BOOST_AUTO_TEST_CASE(the_head_reads_how_the_ordered_changes_were_made_and_where_to_compare)
{
    after_meeting at("deliberation.changes_made");
    for (auto const* kind : {"deliberation.changes_accepted", "deliberation.changes_refused"}) {
        auto const form = at.form("mayor", kind);
        BOOST_TEST(has(form, ordered), kind);
        BOOST_TEST(has(form, "已按会议要求逐条修改，未改变实质内容。"), kind);
        BOOST_TEST(has(form, at.on.home() + "/versions?from="), kind);
    }
}

BOOST_AUTO_TEST_CASE(what_was_found_made_is_ordered_no_longer)
{
    after_meeting at("deliberation.changes_accepted");
    auto const page = at.page("mayor");
    BOOST_TEST(!has(page.substr(0, page.find("id=\"h-offers\"")), ordered));
}

BOOST_AUTO_TEST_CASE(whoever_hears_people_on_the_risks_reads_whose_word_is_wanted_still)
{
    auto const form = form_of_sponsor({"risk"}, "risk.planned", "risk.opinions_heard");
    BOOST_TEST(has(form, "相关部门：尚未听取（"));
    BOOST_TEST(has(form, "利害关系人：尚未听取（"));
    // and the first row is for the first of them
    BOOST_TEST(has(form, "value=\"department\" selected"));
}

BOOST_AUTO_TEST_CASE(whoever_publishes_a_decision_reads_which_text_goes_out_and_what_is_asked_for)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "publication.text_signed");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const form =
        form_on(house.get(on.home(), house.sign_in("sponsor").headers + house.html).body,
                "publication.published");
    BOOST_TEST(has(form, "将要公布的文本（"));
    BOOST_TEST(
        has(form, "href=\"/documents/" + on.document("publication.text_signed", "final_text")));
    BOOST_TEST(has(form, "通过政府公报、政府网站和本地报纸公布；提交时至少已有其中一项"));
    BOOST_TEST(!has(form, "有时必填"));
    BOOST_TEST(has(form, "没有网页的，用文字写明刊登在何处"));
    BOOST_TEST(has(form, "社会公众普遍关心或者专业性、技术性较强的"));
}

BOOST_AUTO_TEST_CASE(whom_the_review_of_competition_has_to_hear_stands_above_its_form)
{
    auto const form =
        form_of_sponsor({"operators"}, "drafting.versioned", "fair_competition.drafter_reviewed");
    BOOST_TEST(has(form, "有关经营者、行业协会商会等利害关系人：至少其中一方"));
}

BOOST_AUTO_TEST_SUITE_END()
