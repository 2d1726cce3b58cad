#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"
#include "engine/refused_choices.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "web/handlers/filed_documents.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

// Choices that a form closes, because the law refuses them whatever else is filled in: those, and
// none that somebody could have made.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr long long most_cases = 60;
/// Trying costs time: so often each choice is looked at where it was made.
constexpr int most_looks = 3;

/// A choice that was made in an act, as it is named in a body.
using made_choice = std::pair<std::string, std::string>;

std::vector<made_choice> choices_in(engine::act const& what,
                                    std::vector<engine::field> const& fields)
{
    std::vector<made_choice> found;
    for (auto const& f : fields)
        if (auto const* said = what.body.if_contains(f.name);
            said && said->is_string() && !f.choices.empty())
            found.emplace_back(f.name, said->get_string());
    return found;
}

/// The fields of an act, with the units of the house as choices of those that name one.
std::vector<engine::field> with_units(std::vector<engine::field> fields)
{
    for (auto& f : fields)
        if (f.type == engine::field_type::unit && !f.many)
            for (auto const all_units = district().office().units(); auto const& one : *all_units)
                f.choices.push_back(one.code);
    return fields;
}

bool is_refused(engine::refused_choices const& refused, made_choice const& made)
{
    auto const at = refused.find(made.first);
    return at != refused.end() &&
           std::any_of(at->second.begin(), at->second.end(),
                       [&](auto const& one) { return one.choice == made.second; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(closed_choices)

BOOST_AUTO_TEST_CASE(an_outcome_that_the_matter_does_not_have_is_closed_with_its_article)
{
    auto const tasks = district().view("reviewer", "/?kind=legality_review.concluded");
    for (auto const& row : tasks.at("rows").as_array()) {
        auto const desk =
            district().ask("reviewer", "GET", home_of(row.at("case").as_int64()) + "/review");
        auto const list = desk.body.find("<select id=\"f-legality_review-concluded-outcome\"");
        if (list == std::string::npos)
            continue;
        auto const options = desk.body.substr(list, desk.body.find("</select>", list) - list);
        BOOST_TEST(has(options, "<option value=\"lawful_with_risk_notice\" disabled>"));
        for (auto const* open : {"lawful", "lawful_after_changes", "unlawful"})
            BOOST_TEST(has(options, "<option value=\"" + std::string(open) + "\">"), open);
        auto const why = desk.body.substr(desk.body.rfind("<div class=\"field", list), 3000);
        BOOST_TEST(has(why, "本事项未登记为探索性改革"));
        BOOST_TEST(has(why, "href=\"/rules/R713-25.4\""));
        return;
    }
    BOOST_FAIL("no review waits for its opinion");
}

BOOST_AUTO_TEST_CASE(what_is_left_alone_comes_chosen_and_the_others_are_explained_folded)
{
    auto const form_after = [](std::string const& until) {
        tests::public_house house;
        auto const on = house.tell("河涌整治方案", {}, until);
        house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
        auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
        auto const begins = page.find("name=\"kind\" value=\"drafting.versioned\"");
        BOOST_TEST_REQUIRE(begins != std::string::npos);
        return page.substr(begins, page.find("</form>", begins) - begins);
    };
    auto const first = form_after("drafting.assessed");
    BOOST_TEST(has(first, "value=\"first_draft\" checked"));
    BOOST_TEST(has(first, "value=\"editorial\" disabled"));
    BOOST_TEST(has(first, "<summary>有的选项现在不能选择</summary>"));
    auto const next = form_after("drafting.versioned");
    BOOST_TEST(has(next, "value=\"first_draft\" disabled"));
    for (auto const* open : {"editorial", "non_substantive", "substantive"}) // hers to choose
        BOOST_TEST(has(next, "value=\"" + std::string(open) + "\" required>"), open);
}

BOOST_AUTO_TEST_CASE(no_choice_is_closed_that_was_lawfully_made)
{
    auto const& law = district().office().with().law;
    std::map<std::string, int> looked_at;
    int compared = 0;
    for (long long id = 1; id <= most_cases; ++id) {
        web::handlers::opened_case on;
        auto entry = adapters::soci::reader(district().record(), engine::clearance::of_the_record())
                         .find_case(engine::case_id{id});
        if (!entry)
            continue;
        on.rebuilt = engine::rebuild(entry->head.line, {}, law);
        for (auto const& act : district().acts_of({id})) {
            auto const fields = with_units(*on.rebuilt.file->fields_of(act.kind));
            for (auto const& made : choices_in(act, fields)) {
                auto& looks = looked_at[act.kind + made.first + made.second];
                if (++looks > most_looks)
                    continue;
                engine::offer offer{.kind = act.kind};
                offer.chapter = act.kind.substr(0, act.kind.find('.'));
                offer.fields = &fields;
                auto const refused = engine::refused_choices_of(
                    *on.rebuilt.file, act.kind, fields, web::handlers::filed_documents(on, offer),
                    {law.book, law.days, act.counts_on()});
                BOOST_TEST(!is_refused(refused, made),
                           id << ": " << act.kind << " " << made.first << " " << made.second);
                ++compared;
            }
            on.rebuilt.file->replay(act);
            on.record.acts.push_back(act);
        }
    }
    BOOST_TEST(compared > 100);
}

BOOST_AUTO_TEST_SUITE_END()
