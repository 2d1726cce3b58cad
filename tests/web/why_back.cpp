#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// A task that came back says why: in the list of what waits and among the steps of its case.

using tests::has;

namespace {

/// A decision that has just come to an act, as people look at it then.
class decision_after {
public:
    decision_after(char const* last, std::set<std::string, std::less<>> turns)
        : on_(house_.tell("河涌整治方案", {}, last, std::move(turns)))
    {
        house_.gets_a_head(on_.last);
    }

    std::string page(std::string const& who) { return read(who, on_.home()); }
    std::string exported(std::string const& who, std::string const& kind)
    {
        return read(who, "/boxes/waiting/export?as=csv&kind=" + kind);
    }
    std::string tasks(std::string const& who, std::string const& kind)
    {
        return read(who, "/?kind=" + kind);
    }

private:
    std::string read(std::string const& who, std::string const& target)
    {
        return house_.get(target, house_.sign_in(who).headers + house_.html).body;
    }

    tests::public_house house_;
    tests::told_decision on_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(why_back)

BOOST_AUTO_TEST_CASE(what_was_sent_back_says_by_which_act_and_how_the_reason_begins)
{
    decision_after at("submission.returned_by_office", {"office_return"});
    std::string const why = "办公室退回（财政保障的意见尚不明确，退回承办单位。）";
    BOOST_TEST(has(at.page("auditor"), "送达，因" + why));
    BOOST_TEST(has(at.tasks("sponsor", "submission.filed"), "：" + why));
    BOOST_TEST(has(at.exported("sponsor", "submission.filed"), "：" + why));
}

BOOST_AUTO_TEST_CASE(what_a_meeting_put_off_says_so)
{
    decision_after at("deliberation.held", {"postponed"});
    std::string const why = "暂缓决定（会议决定暂缓审议。）";
    BOOST_TEST(has(at.page("mayor"), "送达，因" + why));
    BOOST_TEST(has(at.tasks("mayor", "submission.placed_on_agenda"), "：" + why));
}

BOOST_AUTO_TEST_CASE(what_goes_on_gives_no_reason)
{
    decision_after at("deliberation.held", {});
    auto const page = at.page("auditor");
    BOOST_TEST(has(page, "送达"));
    BOOST_TEST(!has(page, "送达，因"));
}

BOOST_AUTO_TEST_SUITE_END()
