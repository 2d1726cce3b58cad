#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/hearing_trial.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

namespace {

using namespace tests;
using namespace tests::a_hearing;
using namespace workflows::major_decision;

} // namespace

BOOST_AUTO_TEST_SUITE(hearing_standing_test)

BOOST_AUTO_TEST_CASE(whether_to_hear_is_asked_only_where_it_is_in_question)
{
    auto const waits = std::set<std::string>{"hearing.decided"};
    auto const asked = [](std::string_view place, std::string_view touches) {
        auto t = drafted(std::string(place), touches);
        t.file.participation.closing.emplace();
        return t.duties();
    };
    BOOST_TEST(asked("gd", R"("technical": true)").empty());
    for (auto touches : {R"("vital_interests": true)", R"("large_disagreement": true)",
                         R"("hearing_law": "价格法第二十三条")"})
        BOOST_TEST(asked("gd", touches) == waits, touches);
    BOOST_TEST(asked("gd", R"("secret": true, "vital_interests": true)").empty());
}

BOOST_AUTO_TEST_CASE(a_hearing_by_choice_is_decided_upon_when_the_public_was_asked)
{
    auto const waits = std::set<std::string>{"hearing.decided"};
    auto t = drafted("gd", R"("vital_interests": true)");
    BOOST_TEST(t.duties().empty());
    open_window(t);
    BOOST_TEST(t.duties().empty());
    BOOST_TEST(hearing_undecided(t.file, law_of("gd")));
    t.file.participation.closing.emplace();
    BOOST_TEST(t.duties() == waits);
    t.enters("hearing.decided", no_hearing);
    BOOST_TEST(t.duties().empty());
    BOOST_TEST(!hearing_undecided(t.file, law_of("gd")));
    auto late = drafted("gd", R"("vital_interests": true)");
    late.file.participation.closing.emplace();
    meet(late.file);
    BOOST_TEST(late.duties().empty());
    // one that is a duty is prepared while the public is asked
    BOOST_TEST(drafted("sd", R"("vital_interests": true)").duties() == waits);
    BOOST_TEST(drafted("gd", R"("hearing_law": "价格法第二十三条")").duties() == waits);
}

BOOST_AUTO_TEST_SUITE_END()
