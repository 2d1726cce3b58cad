#include "tests/workflows/case_so_far.hpp"

using namespace tests;
using law::deliberation::meeting_outcome;
using law::drafting::change_class;

namespace {

char const* const everybody = R"([
    {"name":"区长","post":"head"}, {"name":"副区长甲","post":"deputy_head"},
    {"name":"副区长乙","post":"deputy_head"}, {"name":"办公室主任","post":"office_head"},
    {"name":"水务局长","post":"sponsor_head"}, {"name":"司法局长","post":"reviewer_head"}])";

/// Five members are entitled; three are there and agree, the head last.
std::string meeting(std::string const& changes = "{}")
{
    return with(R"({"meeting":"executive","meeting_name":"第5次常务会议","met_on":"2024-03-01",
        "members_entitled":5,"present":)" +
                    std::string(everybody) + R"(,"sponsor_explained":true,
        "statements":[
            {"name":"水务局长","post":"sponsor_head","view":"agrees"},
            {"name":"副区长甲","post":"deputy_head","view":"agrees"},
            {"name":"副区长乙","post":"deputy_head","view":"agrees"},
            {"name":"区长","post":"head","view":"agrees"}],
        "outcome":"adopted","decision":"通过。","draft":)" +
                    paper_json('a') + R"(,"minutes":)" + paper_json('b') +
                    R"(,"recorder":"记录员"})",
                changes);
}

std::string statements(std::string const& first, std::string const& second,
                       std::string const& head = "agrees")
{
    return R"("statements":[
        {"name":"副区长甲","post":"deputy_head","view":")" +
           first + R"(","words":"意见"},
        {"name":"副区长乙","post":"deputy_head","view":")" +
           second + R"(","words":"意见"},
        {"name":"区长","post":"head","view":")" +
           head + R"("}])";
}

/// Reviewed, submitted and on the agenda of 1 March 2024.
trial ready(std::string place = "gd")
{
    trial t(law::make_deliberation(), std::move(place));
    start(t.file);
    draft(t.file, 'a');
    review(t.file);
    put_on_agenda(t.file);
    t.follows("submission.placed_on_agenda",
              R"({"meeting":"executive","meeting_on":"2024-03-01"})");
    t.on("2024-03-04").by("office_secretary", "office");
    return t;
}

/// Refused by these rules, and not for the person.
rules refused(std::string const& changes, std::string place = "gd")
{
    auto t = ready(std::move(place));
    return t.refused("deliberation.held", meeting(changes));
}

/// Adopted in principle; the sponsor has registered version b.
trial in_principle(bool substantive_ordered, change_class change, std::string place = "gd")
{
    auto t = ready(std::move(place));
    t.enters("deliberation.held",
             meeting(with(R"({"outcome":"adopted_in_principle","changes_ordered":"改第三条"})",
                          substantive_ordered ? R"({"substantive_changes":true})" : "{}")));
    draft(t.file, 'b', change);
    t.on("2024-03-08").by("sponsor_clerk", "water");
    return t;
}

std::string changed_text(char digit = 'b')
{
    return R"({"draft":)" + paper_json(digit) + R"(,"account":"已改"})";
}

} // namespace

BOOST_AUTO_TEST_SUITE(deliberation_test)

BOOST_AUTO_TEST_CASE(nothing_is_discussed_that_is_not_on_the_agenda)
{
    trial t(law::make_deliberation());
    t.by("office_secretary", "office");
    BOOST_TEST(t.stage() == "waiting");
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"R713-30.2"});
    t.follows("submission.placed_on_agenda",
              R"({"meeting":"executive","meeting_on":"2024-03-01"})");
    BOOST_TEST(t.stage() == "on_agenda");
    t.follows("submission.removed_from_agenda", R"({"reason":"材料不全"})");
    BOOST_TEST(t.stage() == "waiting");
}

BOOST_AUTO_TEST_CASE(each_outcome_has_its_way)
{
    std::pair<char const*, char const*> const ways[] = {{"adopted", "adopted"},
                                                        {"adopted_in_principle", "to_be_changed"},
                                                        {"discuss_again", "waiting"},
                                                        {"postponed", "waiting"},
                                                        {"rejected", "rejected"}};
    for (auto const& [outcome, stage] : ways) {
        auto t = ready();
        t.enters("deliberation.held",
                 meeting(R"({"outcome":")" + std::string(outcome) +
                         R"(","changes_ordered":"改","departure_reason":"理由"})"));
        BOOST_TEST(t.stage() == stage);
        BOOST_TEST(law::decided(t.file) == (std::string(outcome) == "adopted"));
    }
}

BOOST_AUTO_TEST_CASE(the_decision_counts_from_the_meeting_and_binds_its_draft)
{
    auto t = ready();
    BOOST_CHECK(!law::decided_on(t.file));
    t.enters("deliberation.held", meeting());
    BOOST_CHECK(law::decided_on(t.file) == date("2024-03-01"));
    BOOST_TEST(law::decided_version(t.file) == 1);
}

BOOST_AUTO_TEST_CASE(the_secretary_of_the_meeting_records_it)
{
    auto t = ready();
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"R713-30.2"});
}

BOOST_AUTO_TEST_CASE(who_reviewed_does_not_decide)
{
    auto t = ready();
    t.by("office_secretary", "office", "双岗");
    t.file.doings.push_back({20,
                             "legality_review.concluded",
                             {static_cast<long long>(std::hash<std::string>{}("双岗") >> 8)},
                             "双岗",
                             "reviewer",
                             "justice",
                             date("2024-02-20")});
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(nothing_unreviewed_is_discussed)
{
    auto t = ready();
    t.file.legality_review.conclusion.reset();
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"R713-25.3"});
}

BOOST_AUTO_TEST_CASE(a_draft_changed_in_substance_is_neither_reviewed_nor_on_the_agenda)
{
    auto t = ready();
    draft(t.file, 'b', change_class::substantive);
    BOOST_CHECK(t.refused("deliberation.held", meeting(R"({"draft":)" + paper_json('b') + "}")) ==
                (rules{"R713-25.3", "R713-14.1", "GD21-31.1", "GD21-31.2", "JC-2"}));
    review(t.file);
    BOOST_CHECK(t.refused("deliberation.held", meeting(R"({"draft":)" + paper_json('b') + "}")) ==
                rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(a_change_found_to_be_of_substance_after_the_review_is_heard_on_again)
{
    // Version b was reviewed as what the reviewer first took for an editorial change of version a,
    // on which the public was heard; on the agenda it is confirmed anew as one of substance.
    auto t = ready();
    draft(t.file, 'b', change_class::editorial);
    confirm(t.file, change_class::editorial);
    auto const heard = *t.file.participation.conclusion;
    review(t.file);
    put_on_agenda(t.file);
    t.file.participation.conclusion = heard;
    auto const b = meeting(R"({"draft":)" + paper_json('b') + "}");
    confirm(t.file, change_class::substantive);
    BOOST_CHECK(t.refused("deliberation.held", b) == rules{"R713-14.1"});
    t.file.participation.conclusion = entry(t.file, heard.body, "2024-02-28", 26);
    BOOST_CHECK(t.refused("deliberation.held", b) == rules{});
}

BOOST_AUTO_TEST_CASE(the_draft_discussed_is_the_current_one)
{
    BOOST_CHECK(refused(R"({"draft":)" + paper_json('c') + "}") == rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(uncontrollable_risk_bars_the_decision)
{
    auto t = ready();
    touches(t.file).risk_domains = {law::drafting::risk_domain::public_safety};
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"R713-22.1"});
    t.file.risk.report = entry(t.file, law::risk::reported{}, "2024-02-01", 10);
    BOOST_CHECK(t.refused("deliberation.held", meeting()) == rules{"R713-24.3"});
    t.file.risk.report->body.controllable = true;
    t.enters("deliberation.held", meeting());
}

BOOST_AUTO_TEST_CASE(only_the_meeting_on_the_agenda_decides)
{
    BOOST_CHECK(refused(R"({"meeting":"plenary"})") == rules{"R713-30.1"});
}

BOOST_AUTO_TEST_CASE(a_place_may_let_one_kind_of_meeting_alone_decide)
{
    auto const held_where = [](std::string const& kind) {
        auto const place = book_of("cn", {{.key = "meeting.kinds",
                                           .value = std::vector<std::string>{kind},
                                           .rule = "R713-30.1"}});
        return rules_of(
            ready("cn").under(place).judge("deliberation.held", meeting()).answer.refusals);
    };
    BOOST_CHECK(held_where("plenary") == rules{"R713-30.1"});
    BOOST_CHECK(held_where("executive") == rules{});
}

BOOST_AUTO_TEST_CASE(the_meeting_is_not_before_its_agenda_nor_its_review_nor_to_come)
{
    BOOST_CHECK(refused(R"({"met_on":"2024-02-29"})") == rules{"GD21-38.1"});
    BOOST_CHECK(refused(R"({"met_on":"2024-02-19"})") == (rules{"GD21-38.1", "R713-25.3"}));
    BOOST_CHECK(refused(R"({"met_on":"2024-03-05"})") == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(the_record_waits_for_the_day_of_the_meeting)
{
    auto t = ready();
    t.on("2024-02-29");
    auto const offers = t.offers();
    auto const record = std::find_if(offers.begin(), offers.end(), [](auto const& one) {
        return one.kind == "deliberation.held";
    });
    BOOST_TEST_REQUIRE((record != offers.end()));
    BOOST_CHECK(rules_of(record->refusals) == rules{"GD21-38.1"});
    BOOST_CHECK(engine::opens_on(record->refusals) == date("2024-03-01"));
    t.on("2024-03-01").enters("deliberation.held", meeting());
}

BOOST_AUTO_TEST_CASE(more_than_half_of_the_members_are_there)
{
    BOOST_CHECK(refused(R"({"members_entitled":6})") == rules{"JC-7"});
    auto t = ready();
    t.enters("deliberation.held", meeting(R"({"members_entitled":5})"));
}

BOOST_AUTO_TEST_CASE(a_quorum_whose_share_is_unknown_is_left_to_whoever_records_the_meeting)
{
    auto const place =
        book_of("cn", {{.key = "meeting.quorum", .value = std::monostate{}, .rule = "JC-7"}});
    auto const found =
        ready("cn").under(place).judge("deliberation.held", meeting(R"({"members_entitled":6})"));
    BOOST_TEST(found.admitted());
    BOOST_TEST(rules_of(found.answer.remarks).contains("JC-7"));
}

BOOST_AUTO_TEST_CASE(the_list_of_those_present_is_true)
{
    BOOST_CHECK(refused(R"({"members_entitled":2})") == rules{"R713-30.5"});
    auto twice = boost::json::parse(everybody).as_array();
    twice.push_back(twice.back());
    BOOST_CHECK(refused(R"({"present":)" + boost::json::serialize(twice) + "}") ==
                rules{"R713-30.5"});
}

BOOST_AUTO_TEST_CASE(the_heads_that_the_place_names_attend)
{
    for (std::size_t missing = 3; missing < 6; ++missing) {
        auto fewer = boost::json::parse(everybody).as_array();
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(missing));
        auto const changes = R"({"present":)" + boost::json::serialize(fewer) + "," +
                             statements("agrees", "agrees") + "}";
        BOOST_CHECK(refused(changes) == rules{"GD21-39.1"});
        BOOST_CHECK(refused(changes, "cn") == rules{});
    }
}

BOOST_AUTO_TEST_CASE(the_sponsor_explains_the_draft_where_the_place_asks_for_it)
{
    BOOST_CHECK(refused(R"({"sponsor_explained":false})") == rules{"GD21-40.1"});
    // Only the rules of Guangdong ask for it.
    BOOST_CHECK(refused(R"({"sponsor_explained":false})", "cn") == rules{});
}

BOOST_AUTO_TEST_CASE(every_member_present_is_heard)
{
    BOOST_CHECK(refused(R"({"statements":[
        {"name":"副区长甲","post":"deputy_head","view":"agrees"},
        {"name":"区长","post":"head","view":"agrees"}]})") == rules{"R713-30.3"});
}

BOOST_AUTO_TEST_CASE(nobody_speaks_who_is_not_there)
{
    auto body = boost::json::parse(meeting()).as_object();
    body["statements"].as_array().insert(
        body["statements"].as_array().begin(),
        boost::json::parse(R"({"name":"路人","post":"attendee","view":"agrees"})"));
    auto t = ready();
    BOOST_CHECK(t.refused("deliberation.held", boost::json::serialize(body)) == rules{"R713-30.5"});
}

BOOST_AUTO_TEST_CASE(the_head_speaks_last_among_the_members)
{
    BOOST_CHECK(refused(R"({"statements":[
        {"name":"副区长甲","post":"deputy_head","view":"agrees"},
        {"name":"区长","post":"head","view":"agrees"},
        {"name":"副区长乙","post":"deputy_head","view":"agrees"}]})") == rules{"R713-30.3"});
    BOOST_CHECK(refused("{" + statements("agrees", "agrees", "silent") + "}") ==
                rules{"R713-30.3"});
}

BOOST_AUTO_TEST_CASE(there_is_no_decision_without_the_head)
{
    auto others = boost::json::parse(everybody).as_array();
    others[0].as_object()["post"] = "member";
    BOOST_CHECK(refused(R"({"present":)" + boost::json::serialize(others) + R"(,"statements":[
        {"name":"副区长甲","post":"deputy_head","view":"agrees"},
        {"name":"副区长乙","post":"deputy_head","view":"agrees"},
        {"name":"区长","post":"member","view":"agrees"}]})") == rules{"R713-30.2"});
}

BOOST_AUTO_TEST_CASE(silence_is_consent_only_where_the_place_says_so)
{
    auto gd = ready();
    BOOST_CHECK(gd.advised("deliberation.held", meeting("{" + statements("silent", "agrees") +
                                                        "}")) == rules{"GD21-40.1"});
    auto cn = ready("cn");
    BOOST_CHECK(cn.advised("deliberation.held", meeting("{" + statements("silent", "agrees") +
                                                        "}")) == rules{"R713-30.3"});
    // Two silent members agree in Guangdong, so a refusal departs from them; elsewhere it does not.
    auto const no = "{\"outcome\":\"rejected\"," + statements("silent", "silent") + "}";
    BOOST_CHECK(refused(no, "gd") == rules{"R713-30.4"});
    BOOST_CHECK(refused(no, "cn") == rules{});
}

BOOST_AUTO_TEST_CASE(departing_from_the_majority_needs_a_reason)
{
    BOOST_CHECK(refused("{" + statements("disagrees", "disagrees") + "}") == rules{"R713-30.4"});
    BOOST_CHECK(refused(R"({"outcome":"rejected"})") == rules{"R713-30.4"});
    BOOST_CHECK(refused(R"({"outcome":"postponed"})") == rules{"R713-30.4"});
    BOOST_CHECK(refused("{" + statements("agrees", "disagrees") + "}") == rules{});
    BOOST_CHECK(refused("{\"outcome\":\"postponed\"," + statements("disagrees", "disagrees") +
                        "}") == rules{});
    BOOST_CHECK(refused("{\"departure_reason\":\"理由\"," + statements("disagrees", "disagrees") +
                        "}") == rules{});
}

BOOST_AUTO_TEST_CASE(dissent_is_recorded_with_its_words)
{
    BOOST_CHECK(refused(R"({"statements":[
        {"name":"副区长甲","post":"deputy_head","view":"disagrees"},
        {"name":"副区长乙","post":"deputy_head","view":"agrees"},
        {"name":"区长","post":"head","view":"agrees"}]})") == rules{"R713-30.5"});
}

BOOST_AUTO_TEST_CASE(only_outcomes_that_the_place_knows)
{
    auto const again = R"({"outcome":"discuss_again","departure_reason":"理由"})";
    BOOST_CHECK(refused(again, "hlj") == rules{"HLJ-39.1"});
    BOOST_CHECK(refused(again, "gd") == rules{});
}

BOOST_AUTO_TEST_CASE(in_principle_means_with_stated_changes)
{
    BOOST_CHECK(refused(R"({"outcome":"adopted_in_principle"})") == rules{"R713-30.5"});
}

BOOST_AUTO_TEST_CASE(the_ordered_changes_are_made_and_accepted)
{
    auto t = in_principle(false, change_class::non_substantive);
    BOOST_TEST(!law::decided(t.file));
    BOOST_CHECK(t.refused("deliberation.changes_made", changed_text()) == rules{"JC-2"});
    confirm(t.file, change_class::non_substantive);
    BOOST_CHECK(t.refused("deliberation.changes_made", changed_text('a')) == rules{"JC-2"});
    t.enters("deliberation.changes_made", changed_text());
    BOOST_TEST(t.stage() == "changes_to_find");
    t.by("head_of_government", "office").on("2024-03-11");
    t.enters("deliberation.changes_accepted");
    BOOST_TEST(t.stage() == "adopted");
    BOOST_CHECK(law::decided_on(t.file) == date("2024-03-11"));
    BOOST_TEST(law::decided_version(t.file) == 2);
}

BOOST_AUTO_TEST_CASE(changes_need_a_version_after_the_meeting)
{
    auto t = ready();
    t.enters("deliberation.held",
             meeting(R"({"outcome":"adopted_in_principle","changes_ordered":"改"})"));
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("deliberation.changes_made", changed_text('a')) == rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(the_head_may_send_the_changes_back)
{
    auto t = in_principle(false, change_class::editorial);
    confirm(t.file, change_class::editorial);
    t.enters("deliberation.changes_made", changed_text());
    t.by("head_of_government", "office").on("2024-03-11");
    t.enters("deliberation.changes_refused", R"({"reason":"第三条未改"})");
    BOOST_TEST(t.stage() == "to_be_changed");
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("deliberation.changes_made", changed_text()) == rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(a_change_of_substance_that_nobody_ordered_is_discussed_again)
{
    auto t = in_principle(false, change_class::substantive);
    review(t.file, "2024-03-07");
    t.enters("deliberation.changes_made", changed_text());
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("deliberation.changes_accepted") == rules{"R713-30.1"});
    t.follows("submission.placed_on_agenda",
              R"({"meeting":"executive","meeting_on":"2024-03-20"})");
    BOOST_TEST(t.stage() == "on_agenda");
}

BOOST_AUTO_TEST_CASE(an_ordered_change_of_substance_is_reviewed_and_where_asked_discussed_again)
{
    auto gd = in_principle(true, change_class::substantive);
    gd.enters("deliberation.changes_made", changed_text());
    gd.by("head_of_government", "office");
    BOOST_CHECK(gd.refused("deliberation.changes_accepted") ==
                (rules{"R713-25.3", "R713-14.1", "GD21-31.1", "GD21-31.2"}));
    review(gd.file, "2024-03-07");
    BOOST_CHECK(gd.advised("deliberation.changes_accepted") == rules{"R713-30.1"});

    auto hlj = in_principle(true, change_class::substantive, "hlj");
    review(hlj.file, "2024-03-07");
    hlj.enters("deliberation.changes_made", changed_text());
    hlj.by("head_of_government", "office");
    BOOST_CHECK(hlj.refused("deliberation.changes_accepted") == rules{"HLJ-40.1"});
}

BOOST_AUTO_TEST_CASE(another_version_undoes_the_submitted_changes)
{
    auto t = in_principle(false, change_class::editorial);
    confirm(t.file, change_class::editorial);
    t.enters("deliberation.changes_made", changed_text());
    t.follows("drafting.versioned", R"({"draft":)" + paper_json('c') + R"(,"explanation":)" +
                                        paper_json('d') + R"(,"options":1,"change":"editorial"})");
    BOOST_TEST(t.stage() == "to_be_changed");
}

BOOST_AUTO_TEST_CASE(a_no_of_the_party_committee_brings_the_matter_back)
{
    auto t = ready();
    t.enters("deliberation.held", meeting());
    ask_party(t.file, law::party_report::party_answer::disagrees);
    t.follows("party_report.answered",
              R"({"answered_on":"2024-03-06","answer":"disagrees","words":"不同意"})");
    BOOST_TEST(t.stage() == "waiting");
    BOOST_TEST(!law::decided(t.file));
}

BOOST_AUTO_TEST_CASE(each_members_last_word_counts)
{
    auto t = ready();
    auto body =
        boost::json::parse(meeting("{" + statements("disagrees", "agrees") + "}")).as_object();
    auto& said = body["statements"].as_array();
    said.insert(said.begin() + 2,
                boost::json::parse(R"({"name":"副区长甲","post":"deputy_head","view":"agrees"})"));
    t.enters("deliberation.held", boost::json::serialize(body));
    auto const views = law::views_of_members(t.file.deliberation.meetings.back().body, false);
    BOOST_TEST(views.members == 2);
    BOOST_TEST(views.in_favour == 2);
    BOOST_TEST(views.against == 0);
}

BOOST_AUTO_TEST_SUITE_END()
