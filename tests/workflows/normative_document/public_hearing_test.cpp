#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/public_matters.hpp"

using namespace tests;

namespace {

std::string const hearing_notice =
    R"({"published_on": "2026-03-02", "hearing_on": "2026-03-09", "place": "区政务中心",
        "mode": "on_site", "purpose": "听取意见", "basis": "规范性文件规定", "content": "采砂期",
        "selection_method": "按报名先后", "quota": 5, "channels": ["government_site"],
        "draft": )" +
    document('a') + R"(, "explanation": )" + document('b') + "}";
std::string const names = R"({"published_on": "2026-03-02", "people": [
    {"name": "黎小敏", "role": "participant", "identity": "沿河居民", "origin": "applied",
     "side": "against"}]})";
std::string const another_day =
    R"({"new_day": "2026-03-12", "reason": "场地检修", "noticed_on": "2026-03-02",
        "participants_told_on": "2026-03-02"})";
std::string const held = R"({"noticed_on": "2026-03-02", "held_on": "2026-03-09",
    "participants": 5, "summary": "赞成", "adoption_statement": "已采纳", "minutes": )" +
                         document('c') + "}";

document_trial to_be_heard()
{
    document_trial m;
    m.drafted(a_proposal, with(plain_matter, R"({"vital_interests": true})"));
    return m;
}

document_trial announced()
{
    auto m = to_be_heard();
    m.enters("hearing.announced", hearing_notice);
    return m;
}

std::optional<workflows::major_decision::public_matter> look(document_trial const& m)
{
    return workflows::public_matter_of(m.acts(), built_in_days());
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_hearing_test)

BOOST_AUTO_TEST_CASE(a_hearing_is_announced_to_the_public_before_it_is_held)
{
    auto m = to_be_heard();
    BOOST_TEST(m.waits_for().contains("hearing.announced"));
    BOOST_TEST(!m.waits_for().contains("document_opinions.hearing_held"));
    BOOST_TEST(!look(m));
    m.enters("hearing.announced", hearing_notice);
    BOOST_TEST(m.stage("hearing") == "announced");
    BOOST_TEST(!m.waits_for().contains("hearing.announced"));
    BOOST_TEST(engine::to_text(m.waits_until().at("document_opinions.hearing_held")) ==
               "2026-03-09");
    BOOST_TEST((m.summary().level == engine::confidentiality::open));

    auto const seen = look(m);
    BOOST_TEST_REQUIRE(seen.has_value());
    BOOST_TEST_REQUIRE(seen->hearing.has_value());
    BOOST_TEST(seen->hearing->takes_applications(engine::parse_day("2026-03-08").value()));
    BOOST_TEST(!seen->hearing->takes_applications(engine::parse_day("2026-03-09").value()));
    BOOST_TEST(!seen->list_of_hearing_is_due);
    auto const notice = workflows::public_notice_of(m.acts().back());
    BOOST_TEST_REQUIRE(notice.has_value());
    BOOST_TEST(notice->kind == "hearing.announced");

    m.on("2026-03-09").enters("document_opinions.hearing_held", held);
    BOOST_TEST(m.stage("hearing") == "heard");
    BOOST_TEST(!m.waits_for().contains("hearing.announced"));
    BOOST_TEST(look(m)->hearing->held);
}

BOOST_AUTO_TEST_CASE(the_public_reads_on_which_day_a_hearing_was_held)
{
    auto m = announced();
    m.on("2026-03-11").enters("document_opinions.hearing_held", held);
    auto const seen = look(m);
    for (auto const& one : seen->steps)
        if (one.name == "hearing")
            BOOST_TEST(engine::to_text(*one.ended) == "2026-03-09");
}

BOOST_AUTO_TEST_CASE(a_document_that_needs_no_hearing_waits_for_no_notice_of_one)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(!m.waits_for().contains("hearing.announced"));
}

BOOST_AUTO_TEST_CASE(a_notice_of_a_hearing_leaves_time_to_sign_up)
{
    auto m = to_be_heard();
    for (auto const* wrong : {R"({"hearing_on": "2026-03-02"})", R"({"hearing_on": "2026-03-01"})",
                              R"({"channels": []})"})
        BOOST_TEST(m.refused("hearing.announced", with(hearing_notice, wrong)) == rules{"NORM-9"},
                   wrong);
    BOOST_TEST(m.refused("hearing.announced", with(hearing_notice, R"({"draft": )" + document('f') +
                                                                       "}")) == rules{"JC-2"});
    BOOST_TEST(
        m.refused("hearing.announced", with(hearing_notice, R"({"published_on": "2026-03-03"})")) ==
        rules{"JC-3"});
    is_refused_each(m.outsider(), {{"hearing.announced", hearing_notice, "NORM-9"}});
}

BOOST_AUTO_TEST_CASE(a_document_that_is_kept_from_the_public_is_not_heard_in_public)
{
    auto m = to_be_heard();
    m.enters("document_opinions.comments_waived",
             R"({"exception_is": "secret_matter", "reason": "涉密", "approved_by": "区长"})");
    BOOST_TEST(!m.waits_for().contains("hearing.announced"));
    BOOST_TEST(m.refused("hearing.announced", hearing_notice) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(who_takes_part_is_told_and_ends_the_applications)
{
    auto m = announced();
    m.on("2026-03-03");
    BOOST_TEST(m.refused("hearing.listed", with(names, R"({"people": []})")) == rules{"NORM-9"});
    BOOST_TEST(m.waits_for().contains("hearing.listed"));
    m.enters("hearing.listed", names);
    BOOST_TEST(!m.waits_for().contains("hearing.listed"));
    BOOST_TEST(!look(m)->hearing->takes_applications(engine::parse_day("2026-03-03").value()));
}

BOOST_AUTO_TEST_CASE(fewer_people_than_announced_or_more_than_listed_are_remarked_on)
{
    auto m = announced();
    m.on("2026-03-08");
    BOOST_TEST(m.advised("hearing.listed", names) == rules{"NORM-9"});
    BOOST_TEST(m.advised("hearing.listed", with(names, R"({"fewer_reason": "只有一人报名"})")) ==
               rules{});
    m.on("2026-03-09");
    BOOST_TEST(m.advised("document_opinions.hearing_held", held) == rules{"NORM-9"});
    auto n = announced();
    n.enters("hearing.listed", names);
    n.on("2026-03-09");
    BOOST_TEST(n.advised("document_opinions.hearing_held", with(held, R"({"participants": 1})")) ==
               rules{});
}

BOOST_AUTO_TEST_CASE(a_list_that_ends_the_applications_early_is_remarked_on)
{
    auto const few = with(names, R"({"fewer_reason": "只有一人报名"})");
    auto m = announced();
    m.on("2026-03-07");
    BOOST_TEST(m.advised("hearing.listed", few) == rules{"NORM-9"});
    m.on("2026-03-08");
    BOOST_TEST(m.advised("hearing.listed", few) == rules{});
    auto n = announced();
    n.enters("hearing.listed", few);
    BOOST_TEST(n.advised("hearing.listed", few) == rules{});
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_for_the_list_on_the_day_of_the_notice)
{
    auto m = announced();
    BOOST_TEST(!m.waits_for().contains("hearing.listed"));
    m.on("2026-03-03");
    BOOST_TEST(m.waits_for().contains("hearing.listed"));
    auto n = to_be_heard();
    n.enters("hearing.announced", with(hearing_notice, R"({"hearing_on": "2026-03-03"})"));
    BOOST_TEST(n.waits_for().contains("hearing.listed"));
}

BOOST_AUTO_TEST_CASE(a_list_that_was_not_published_before_the_hearing_is_waited_for_no_more)
{
    auto m = announced();
    m.on("2026-03-09");
    BOOST_TEST(!m.waits_for().contains("hearing.listed"));
    BOOST_TEST(!m.waits_until().contains("document_opinions.hearing_held"));
}

BOOST_AUTO_TEST_CASE(a_hearing_is_held_on_the_day_that_was_announced_last)
{
    auto m = announced();
    BOOST_TEST(m.refused("hearing.postponed", with(another_day, R"({"new_day": "2026-03-09"})")) ==
               rules{"NORM-9"});
    m.enters("hearing.postponed", another_day);
    BOOST_TEST(engine::to_text(look(m)->hearing->hearing_on) == "2026-03-12");
    m.on("2026-03-12");
    BOOST_TEST(m.refused("document_opinions.hearing_held", held) == rules{"NORM-9"});
    m.enters("document_opinions.hearing_held", with(held, R"({"held_on": "2026-03-12"})"));
}

BOOST_AUTO_TEST_CASE(a_hearing_on_a_text_that_was_overtaken_is_announced_again)
{
    auto m = announced();
    m.on("2026-03-09").enters("document_opinions.hearing_held", held);
    m.enters("document_project.drafted", version('f', "substantive"));
    BOOST_TEST(m.waits_for().contains("hearing.announced"));
    m.enters("hearing.announced",
             with(hearing_notice, R"({"published_on": "2026-03-09", "hearing_on": "2026-03-12",
                                      "draft": )" +
                                      document('f') + "}"));
    BOOST_TEST(m.stage("hearing") == "announced");
    BOOST_TEST(!look(m)->hearing->held);
}

BOOST_AUTO_TEST_CASE(a_document_that_is_given_up_is_heard_no_more)
{
    auto m = announced();
    m.enters("document_project.withdrawn", R"({"reason": "不再需要"})");
    BOOST_TEST(m.stage("hearing") == "concluded");
    BOOST_TEST(look(m)->hearing->ended);
}

BOOST_AUTO_TEST_SUITE_END()
