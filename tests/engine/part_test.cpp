#include "engine/confidentiality.hpp"
#include "engine/part.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;

namespace {

actor adviser()
{
    return {.person = {17},
            .name = "王五",
            .role = "legal_adviser",
            .unit = "justice",
            .on_behalf_of = "赵六",
            .represents = {18}};
}

using names = std::vector<std::string>;

bool covers(clearance const& who, confidentiality level, names const& known_to)
{
    return who.covers({"sample", level, known_to, {}});
}

bool knows(std::string const& part, confidentiality level = confidentiality::secret)
{
    return covers(clearance::by_part(confidentiality::secret, adviser()), level, {part});
}

/// An adviser who knows of no decision and no matter, and of normative documents when they are
/// open.
clearance of_an_adviser()
{
    return clearance::by_part(confidentiality::internal, adviser())
        .know_only({.all = false, .whole = {"report"}, .when_open = {"normative_document"}},
                   adviser());
}

/// A reviewer in an organ of a house of several.
actor reviewer_of(std::string const& organ)
{
    return {.person = {3},
            .name = "甲",
            .role = "reviewer",
            .unit = "justice",
            .on_behalf_of = {},
            .organ = organ};
}

} // namespace

BOOST_AUTO_TEST_SUITE(part_test)

BOOST_AUTO_TEST_CASE(a_secret_is_known_by_unit_seat_role_person_or_name)
{
    BOOST_TEST(knows(part_of_unit("justice")));
    BOOST_TEST(knows(part_of_role("legal_adviser")));
    BOOST_TEST(knows(part_of_seat("legal_adviser", "justice")));
    BOOST_TEST(knows(part_of_person({17})));
    BOOST_TEST(knows(part_by_name("legal_adviser", "王五")));
    // in the place of another, what is theirs
    BOOST_TEST(knows(part_of_person({18})));
    BOOST_TEST(knows(part_by_name("legal_adviser", "赵六")));
}

BOOST_AUTO_TEST_CASE(it_is_not_known_by_what_only_looks_alike)
{
    BOOST_TEST(!knows(part_of_unit("water")));
    BOOST_TEST(!knows(part_of_seat("reviewer", "justice")));
    BOOST_TEST(!knows(part_of_person({1})));
    BOOST_TEST(!knows(part_by_name("reviewer", "王五")));
    BOOST_TEST(!covers(clearance::by_part(confidentiality::secret, adviser()),
                       confidentiality::secret, {}));
}

BOOST_AUTO_TEST_CASE(what_is_not_secret_needs_no_part_and_a_part_no_clearance)
{
    BOOST_TEST(knows("nobody", confidentiality::internal));
    auto const less = clearance::by_part(confidentiality::internal, adviser());
    BOOST_TEST(!covers(less, confidentiality::secret, parts_of(adviser())));
    BOOST_TEST(covers(clearance(confidentiality::secret), confidentiality::secret, {}));
}

BOOST_AUTO_TEST_CASE(a_seat_without_a_unit_is_a_role_and_without_a_role_a_unit)
{
    BOOST_TEST(part_of_seat("reviewer", "") == part_of_role("reviewer"));
    BOOST_TEST(part_of_seat("", "water") == part_of_unit("water"));
}

BOOST_AUTO_TEST_CASE(of_a_family_that_is_not_theirs_somebody_knows_what_they_were_asked_to)
{
    auto const who = of_an_adviser();
    auto const sees = [&](char const* family, confidentiality level, names const& known_to = {}) {
        return who.covers({family, level, known_to, {}});
    };
    using enum confidentiality;
    BOOST_TEST(!sees("legal_matter", internal));
    BOOST_TEST(!sees("legal_matter", open));
    BOOST_TEST(sees("legal_matter", internal, {part_by_name("legal_adviser", "王五")}));
    BOOST_TEST(sees("legal_matter", internal, {part_of_person({17})}));
    BOOST_TEST(sees("legal_matter", internal, {part_of_seat("legal_adviser", "justice")}));
    // their unit or role being in it is no business of their own
    BOOST_TEST(!sees("legal_matter", internal, {part_of_unit("justice")}));
    BOOST_TEST(!sees("legal_matter", internal, {part_of_role("legal_adviser")}));
    // and a part gives nobody more than their clearance
    BOOST_TEST(!sees("legal_matter", secret, {part_of_person({17})}));
    BOOST_TEST(sees("normative_document", open));
    BOOST_TEST(!sees("normative_document", internal));
    BOOST_TEST(sees("report", internal));
}

BOOST_AUTO_TEST_CASE(of_another_organs_case_somebody_knows_what_concerns_their_unit)
{
    auto const who = reviewer_of("dz");
    auto const seeing = clearance::by_part(confidentiality::secret, who).stay_in_organ(who);
    auto const sees = [&](bool is_elsewhere, names const& known_to, names const& concerned = {}) {
        return seeing.covers(
            {"sample", confidentiality::internal, known_to, concerned, is_elsewhere});
    };
    BOOST_TEST(sees(false, {}));
    BOOST_TEST(!sees(true, {}));
    BOOST_TEST(sees(true, {}, {"justice"}));
    BOOST_TEST(sees(true, {part_of_seat("reviewer", "justice")}));
    // a seat without a unit is one of the other organ
    BOOST_TEST(!sees(true, {part_of_role("reviewer")}));
    BOOST_TEST(!sees(true, {part_of_person({3})}));
    // a house of one organ knows no other
    auto const alone = reviewer_of("");
    BOOST_TEST(clearance::by_part(confidentiality::internal, alone)
                   .stay_in_organ(alone)
                   .covers({"sample", confidentiality::internal, {}, {}}));
}

BOOST_AUTO_TEST_SUITE_END()
