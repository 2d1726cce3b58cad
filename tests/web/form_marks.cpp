#include "adapters/soci/reader.hpp"
#include "engine/demands.hpp"
#include "engine/desk.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/language.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// What a form says of its fields: which have to be filled in, by the conditions that judge the act.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr long long most_cases = 120;

/// The form of that act on the first page of a case where this person finds it.
std::string form_of(std::string const& who, std::string const& kind)
{
    for (long long id = 1; id <= most_cases; ++id) {
        auto const page = district().ask(who, "GET", home_of(id));
        auto const at = page.body.find("name=\"kind\" value=\"" + kind + "\"");
        if (page.status == 200 && at != std::string::npos)
            return page.body.substr(at, page.body.find("</form>", at) - at);
    }
    BOOST_FAIL("no case has a form of " << kind << " for " << who);
    return {};
}

/// From a label or legend to the end of its input.
std::string field_named(std::string const& form, std::string const& label)
{
    auto const at = form.find(">" + label);
    BOOST_TEST_REQUIRE(at != std::string::npos, label);
    return form.substr(at, form.find("</div>", at) - at);
}

constexpr char const* must = "<span class=\"must\">（必填）</span>";

} // namespace

BOOST_AUTO_TEST_SUITE(form_marks)

BOOST_AUTO_TEST_CASE(what_has_to_be_filled_in_is_marked_in_words_and_for_the_browser)
{
    auto const page =
        district().ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019").body;
    auto const title = field_named(page, "决策事项名称");
    BOOST_TEST(has(title, must));
    BOOST_TEST(has(title, " required"));
    auto const papers = field_named(page, "附件");
    BOOST_TEST(has(papers, "（选填）"));
}

BOOST_AUTO_TEST_CASE(an_optional_field_that_the_law_asks_for_is_marked_as_one_that_has_to_be_there)
{
    // in Guangdong every proposal names its legal basis (GD21-13)
    auto const page =
        district().ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019").body;
    auto const basis = field_named(page, "建议的法律、政策依据");
    BOOST_TEST(has(basis, must));
    BOOST_TEST(has(basis, " required"));
    // and what hangs on the rest is not called optional
    BOOST_TEST(has(field_named(page, "不予公开的法律依据"), "依法不予公开的必填"));
}

BOOST_AUTO_TEST_CASE(what_is_asked_for_sometimes_says_when)
{
    for (std::string const who : {"sponsor", "reviewer"})
        for (long long id = 1; id <= most_cases; ++id) {
            auto const page = district().ask(who, "GET", home_of(id)).body;
            auto const at = page.find("有时必填");
            auto const before = std::min<std::size_t>(at, 200);
            BOOST_TEST(!has(page, "有时必填"),
                       who << " " << id << ": "
                           << (at == page.npos ? "" : page.substr(at - before, before)));
        }
}

BOOST_AUTO_TEST_CASE(a_list_that_must_not_be_empty_asks_for_its_first_row)
{
    auto const form = form_of("reviewer", "handling.supplement_asked");
    BOOST_TEST(has(field_named(form, "缺少的材料"), must));
    auto const row = [&](char const* name) {
        auto const at = form.find("name=\"" + std::string(name) + "\"");
        BOOST_TEST_REQUIRE(at != std::string::npos, name);
        return form.substr(at, form.find('>', at) - at);
    };
    BOOST_TEST(has(row("f.missing[0]"), " required"));
    BOOST_TEST(!has(row("f.missing[1]"), " required"));
    BOOST_TEST(!has(form, "（第1项） <span"));
}

BOOST_AUTO_TEST_CASE(an_empty_row_below_the_first_says_nothing_of_what_has_to_be_there)
{
    auto const form = form_of("sponsor", "experts.selected");
    auto const label_of = [&](char const* row) {
        auto const at =
            form.find("<label for=\"f-experts-selected-experts-" + std::string(row) + "--name\"");
        BOOST_TEST_REQUIRE(at != std::string::npos, row);
        return form.substr(at, form.find("</label>", at) - at);
    };
    // experts are listed for some kinds of argument alone: then each has a name
    BOOST_TEST(has(label_of("0"), "（填写此项的必填）"));
    BOOST_TEST(!has(label_of("1"), "必填"));
}

BOOST_AUTO_TEST_CASE(an_answer_that_only_some_forms_need_is_not_asked_of_all)
{
    auto const form = form_of("sponsor", "participation.activity_held");
    BOOST_TEST(has(field_named(form, "第三方声明无利害关系"), "委托第三方的必填"));
    auto const answer = form.find("name=\"f.third_party_has_no_interest\"");
    BOOST_TEST_REQUIRE(answer != std::string::npos);
    BOOST_TEST(!has(form.substr(answer, form.find('>', answer) - answer), "required"));
}

BOOST_AUTO_TEST_CASE(a_tick_without_which_the_act_is_refused_is_not_called_optional)
{
    BOOST_TEST(has(form_of("sponsor", "experts.selected"), "必填，选定前须作出保密承诺"));
}

BOOST_AUTO_TEST_CASE(a_file_that_has_to_be_there_is_asked_for_and_the_draft_in_force_is_not)
{
    auto const form = form_of("sponsor", "drafting.versioned");
    auto const at = form.find("type=\"file\"");
    BOOST_TEST(has(form.substr(at, form.find('>', at) - at), " required"));
    auto const held = form_of("office", "deliberation.held");
    BOOST_TEST(has(held, "name=\"f.draft.hash\""));
    BOOST_TEST(!has(held, "name=\"f.draft\""));
}

BOOST_AUTO_TEST_CASE(faults_of_fields_and_what_the_law_refuses_are_one_answer)
{
    // a citizen's proposal that is not in writing, without its title
    json::object const body{{"matter", "public_service_policy"},
                            {"proposer", "citizen"},
                            {"proposer_name", "某市民"},
                            {"in_writing", false}};
    auto const got = district().json("sponsor", "POST", "/cases",
                                     {{"shape", "major_decision/2019"},
                                      {"act_id", "all-that-is-missing-at-once"},
                                      {"body", body}});
    BOOST_TEST(got.status == 400);
    auto const view = got.view();
    BOOST_TEST(!view.at("faults").as_array().empty());
    BOOST_TEST_REQUIRE(!view.at("refusals").as_array().empty(), got.body);
    for (auto const& one : view.at("refusals").as_array())
        BOOST_TEST(!one.at("rule").at("id").as_string().empty());
}

BOOST_AUTO_TEST_CASE(what_was_entered_is_said_above_the_page_that_comes_after_it)
{
    auto const page = district().ask("admin", "GET", "/administration?done=1");
    BOOST_TEST(has(page.body, "<p class=\"note good\" role=\"status\">"));
    BOOST_TEST(!has(district().ask("admin", "GET", "/administration").body, "note good"));
    BOOST_TEST(
        !has(district().ask("admin", "GET", "/administration?done=99999").body, "note good"));
}

BOOST_AUTO_TEST_CASE(trying_what_the_law_asks_for_leaves_every_case_as_it_was)
{
    auto const& law = district().office().with().law;
    auto const today = engine::legal_day(tests::demo_house::now());
    engine::circumstances const now{law.book, law.days, today};
    for (long long id = 1; id <= most_cases; ++id) {
        auto const entry =
            adapters::soci::reader(district().record(), engine::clearance::of_the_record())
                .find_case(engine::case_id{id});
        if (!entry)
            continue;
        auto const built = engine::rebuild(entry->head.line, district().acts_of({id}), law);
        auto const stages = built.file->stages();
        auto const facts = json::serialize(built.file->facts());
        auto const tasks = built.file->tasks(now);
        for (auto const& row : built.file->table())
            if (auto const* fields = built.file->fields_of(row.kind))
                engine::demands_of(*built.file, row.kind, *fields, {}, now);
        BOOST_TEST((stages == built.file->stages()), id);
        BOOST_TEST(facts == json::serialize(built.file->facts()), id);
        BOOST_TEST((tasks == built.file->tasks(now)), id);
    }
}

BOOST_AUTO_TEST_CASE(a_field_that_means_something_for_some_choices_alone_says_so)
{
    auto const page =
        district().ask("sponsor", "GET", "/cases/new?shape=major_decision%2F2019").body;
    auto const basis = field_named(page, "不予公开的法律依据");
    BOOST_TEST(has(basis, "只在“依法不予公开”为“是”时填写。"));
    auto const at = page.find("data-depends-on=\"f.secret\" data-means-for=\"true\"");
    BOOST_TEST(at != std::string::npos);
    // where the page has no script, the browser asks for nothing that may be meaningless
    auto const form = form_of("sponsor", "experts.selected");
    auto const question = form.find("name=\"f.institution_has_interest\"");
    BOOST_TEST_REQUIRE(question != std::string::npos);
    BOOST_TEST(!has(form.substr(question, 80), "required"));
    BOOST_TEST(has(form, "data-depends-on=\"f.form\" data-means-for=\"commissioned\" data-must"));
    BOOST_TEST(has(form, "data-depends-on=\"f.form\" data-means-for=\"meeting written\""));
}

BOOST_AUTO_TEST_CASE(experts_are_named_where_they_meet_or_write)
{
    auto const form = form_of("sponsor", "experts.selected");
    BOOST_TEST(has(form, "data-rows=\"f.experts\" data-depends-on=\"f.form\""
                         " data-means-for=\"meeting written\""));
}

BOOST_AUTO_TEST_CASE(whoever_was_at_a_meeting_and_spoke_is_not_called_optional)
{
    auto const form = form_of("office", "deliberation.held");
    for (auto const* label : {"出席和列席人员", "发言（按先后顺序）"})
        BOOST_TEST(has(field_named(form, label).substr(0, 120), "必填，"), label);
}

BOOST_AUTO_TEST_CASE(what_some_answers_demand_has_words_that_say_which)
{
    web::language const words("zh");
    for (auto const* field :
         {"experts.opined.points", "hearing.answered.reason", "hearing.held.present",
          "hearing.held.signatures", "hearing.held.note", "archive.part_filed.documents",
          "archive.part_filed.remarks", "archive.archived.absent",
          "drafting.assessed.not_secret_reason", "drafting.versioned.late_reason",
          "intake.start_decided.remarks", "sponsor_review.discussed.present",
          "matter.registered.counterparty", "document_opinions.comments_opened.shortened_reason",
          "document_issue.published.valid_until", "document_issue.published.long_validity_reason"})
        BOOST_TEST(words.look_up("needed." + std::string(field)).has_value(), field);
}

BOOST_AUTO_TEST_CASE(what_a_field_depends_on_is_a_choice_or_a_flag_beside_it)
{
    std::size_t found = 0;
    auto const look = [&](auto const& self, std::vector<engine::field> const& fields) -> void {
        for (auto const& one : fields) {
            self(self, one.of);
            if (one.depends_on.empty())
                continue;
            ++found;
            auto const on = std::find_if(fields.begin(), fields.end(), [&](auto const& other) {
                return other.name == one.depends_on;
            });
            BOOST_TEST_REQUIRE((on != fields.end()), one.name);
            BOOST_TEST(!one.required, one.name);
            auto const values = on->type == engine::field_type::flag
                                    ? std::vector<std::string>{"true", "false"}
                                    : on->choices;
            for (auto const& value : one.means_for)
                BOOST_TEST((std::find(values.begin(), values.end(), value) != values.end()), value);
        }
    };
    for (auto const& [name, shape] : district().office().with().law.shapes) {
        auto const file = shape.make("cn");
        for (auto const& row : file->table())
            if (auto const* fields = file->fields_of(row.kind))
                look(look, *fields);
    }
    BOOST_TEST(found > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
