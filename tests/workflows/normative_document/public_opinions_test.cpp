#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/public_matters.hpp"

#include <algorithm>

using namespace tests;

namespace {

std::string const two_opinions = R"({"opinions": [
    {"number": "GZ-1", "from": "黎小敏", "kind": "citizen", "words": "采砂期太短"},
    {"number": "GZ-2", "from": "某砂石公司", "kind": "enterprise", "words": "赞成"}]})";
std::string const both_decided = R"({"decisions": [
    {"number": "GZ-1", "outcome": "not_adopted", "reason": "汛期不得采砂"},
    {"number": "GZ-2", "outcome": "adopted"}]})";
std::string const reply = R"({"way": "collective_online", "given_on": "2026-03-12",
    "address": "http://www.example.gov.cn/3", "words": "感谢参与"})";
std::string const& end_of_two()
{
    static auto const one =
        with(comments_end, R"({"comments_received": 2, "comments_adopted": 1})");
    return one;
}

document_trial open_for_comments()
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_opinions.comments_opened", comment_notice);
    return m;
}

std::optional<workflows::major_decision::public_matter> look(document_trial const& m)
{
    return workflows::public_matter_of(m.acts(), built_in_days());
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_opinions_test)

BOOST_AUTO_TEST_CASE(the_closing_is_noticed_as_feedback_where_opinions_came_in)
{
    auto m = open_for_comments();
    m.on("2026-03-12").enters("document_opinions.comments_closed", comments_end);
    auto const notice = workflows::public_notice_of(m.acts().back());
    BOOST_TEST_REQUIRE(notice.has_value());
    BOOST_TEST(notice->kind == "participation.feedback_given");
    BOOST_TEST(engine::to_text(notice->from) == "2026-03-12");
    auto n = open_for_comments();
    n.on("2026-03-12")
        .enters("document_opinions.comments_closed",
                R"({"comments_received": 0, "comments_adopted": 0,
                                  "summary": "没有收到意见"})");
    BOOST_TEST(!workflows::public_notice_of(n.acts().back()));
}

BOOST_AUTO_TEST_CASE(opinions_on_a_draft_are_filed_decided_and_answered_before_the_window_is_closed)
{
    auto m = open_for_comments();
    BOOST_TEST(m.stage("participation") == "window_open");
    BOOST_TEST(!m.waits_for().contains("participation.opinions_decided"));
    m.enters("participation.opinions_recorded", two_opinions);
    BOOST_TEST(m.refused("participation.opinions_recorded", two_opinions) == rules{"NORM-7"});
    BOOST_TEST(m.waits_for().contains("participation.opinions_decided"));
    m.on("2026-03-12");
    BOOST_TEST(m.refused("document_opinions.comments_closed", end_of_two()) == rules{"NORM-7"});
    BOOST_TEST(m.refused("participation.feedback_given", reply) == rules{"NORM-7"});
    BOOST_TEST(m.refused("participation.opinions_decided",
                         R"({"decisions": [{"number": "GZ-1", "outcome": "not_adopted"}]})") ==
               rules{"NORM-7"});
    m.enters("participation.opinions_decided", both_decided);
    auto const nowhere = with(reply, R"({"address": null})");
    BOOST_TEST(m.refused("participation.feedback_given", nowhere) == rules{"NORM-7"});
    m.enters("participation.feedback_given", reply);
    m.enters("document_opinions.comments_closed", end_of_two());
    BOOST_TEST(m.refused("participation.feedback_given", nowhere) == rules{"NORM-7"});
    BOOST_TEST(m.stage("participation") == "concluded");
}

BOOST_AUTO_TEST_CASE(the_public_is_answered_when_it_had_its_say)
{
    auto m = open_for_comments();
    BOOST_TEST(m.refused("participation.feedback_given",
                         with(reply, R"({"given_on": "2026-03-02"})")) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(words_that_are_masked_are_ones_that_can_be_found)
{
    auto m = open_for_comments();
    constexpr auto one_letter = R"({"masked": ["黎"]})";
    BOOST_TEST(m.refused("participation.words_masked", one_letter) == rules{"JC-24"});
    m.enters("participation.words_masked", R"({"masked": ["黎小敏"]})");
    m.on("2026-03-12");
    m.enters("document_opinions.comments_closed",
             with(comments_end, R"({"comments_received": 0, "comments_adopted": 0})"));
    BOOST_TEST(m.refused("participation.words_masked", one_letter) == rules{"JC-24"});
}

BOOST_AUTO_TEST_CASE(before_a_notice_there_is_nothing_to_answer)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(m.refused("participation.opinions_recorded", two_opinions) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(the_numbers_of_the_closing_are_those_on_file)
{
    for (auto const* other : {R"({"comments_received": 3})",
                              R"({"comments_adopted": 2, "not_adopted_reasons": null})"}) {
        auto m = open_for_comments();
        m.enters("participation.opinions_recorded", two_opinions);
        m.enters("participation.opinions_decided", both_decided);
        BOOST_TEST(m.on("2026-03-12")
                           .advised("document_opinions.comments_closed",
                                    with(end_of_two(), other)) == rules{"NORM-7"},
                   other);
    }
    auto m = open_for_comments();
    m.enters("participation.opinions_recorded", two_opinions);
    m.enters("participation.opinions_decided", both_decided);
    BOOST_TEST(
        m.on("2026-03-12").advised("document_opinions.comments_closed", end_of_two()).empty());
}

BOOST_AUTO_TEST_CASE(an_opinion_that_repeats_another_counts_with_it)
{
    auto m = open_for_comments();
    m.enters("participation.opinions_recorded", two_opinions);
    BOOST_TEST(m.refused("participation.repeats_noted",
                         R"({"opinions": [{"number": "GZ-3", "same_as": "GZ-1"}]})") ==
               rules{"NORM-7"});
    m.enters("participation.repeats_noted",
             R"({"opinions": [{"number": "GZ-2", "same_as": "GZ-1"}]})");
    m.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "GZ-1", "outcome": "adopted"}]})");
    BOOST_TEST(!m.waits_for().contains("participation.opinions_decided"));
    BOOST_TEST(m.on("2026-03-12")
                   .advised("document_opinions.comments_closed",
                            with(comments_end, R"({"comments_received": 1,
                                "comments_adopted": 1, "not_adopted_reasons": null})"))
                   .empty());
}

BOOST_AUTO_TEST_CASE(what_was_sent_in_is_on_file_before_the_window_is_closed)
{
    auto m = open_for_comments();
    m.on("2026-03-12");
    auto now = m.now();
    now.received = [](std::string_view purpose) { return purpose == "opinion" ? 1LL : 0LL; };
    engine::actor const drafter{{1}, "水务局经办", "sponsor_clerk", "water", {}, {}};
    for (auto const& one : m.file().offers(drafter, now))
        if (one.kind == "document_opinions.comments_closed")
            BOOST_TEST(rules_of(one.refusals) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(the_unit_that_drafts_answers_the_public_and_nobody_else)
{
    auto m = open_for_comments();
    is_refused_each(m.outsider(),
                    {{"participation.opinions_recorded", two_opinions, "NORM-7"},
                     {"participation.words_masked", R"({"masked": ["某小区"]})", "JC-24"}});
    m.drafter().enters("participation.words_masked", R"({"masked": ["某小区"]})");
}

BOOST_AUTO_TEST_CASE(everybody_may_know_of_a_draft_from_the_day_on_which_it_is_open_for_comments)
{
    document_trial before;
    before.drafted(a_proposal, plain_matter);
    BOOST_TEST(!look(before));
    BOOST_TEST((before.summary().level == engine::confidentiality::internal));

    auto m = open_for_comments();
    BOOST_TEST((m.summary().level == engine::confidentiality::open));
    auto const seen = look(m);
    BOOST_TEST_REQUIRE(seen.has_value());
    BOOST_TEST(seen->title == "河道采砂管理办法");
    BOOST_TEST(seen->unit == "water");
    BOOST_TEST(seen->matter == "government");
    BOOST_TEST_REQUIRE(seen->consultation.has_value());
    BOOST_TEST(seen->consultation->is_open(engine::parse_day("2026-03-11").value()));
    BOOST_TEST(!seen->consultation->is_open(engine::parse_day("2026-03-12").value()));
    BOOST_TEST_REQUIRE(seen->documents.size() == 2u);
    BOOST_TEST(seen->documents.at(0).field == "draft");
    BOOST_TEST(seen->documents.at(1).field == "explanation");
    BOOST_TEST(!seen->takes_hearing_wishes);

    auto const notice = workflows::public_notice_of(m.acts().back());
    BOOST_TEST_REQUIRE(notice.has_value());
    BOOST_TEST(notice->kind == "participation.published");
    BOOST_TEST(engine::to_text(notice->until) == "2026-03-11");
}

BOOST_AUTO_TEST_CASE(the_public_reads_what_became_of_its_opinions_and_the_text_once_it_is_out)
{
    auto m = open_for_comments();
    m.enters("participation.opinions_recorded", two_opinions);
    m.enters("participation.opinions_decided", both_decided);
    BOOST_TEST(look(m)->answered.empty());
    m.on("2026-03-12").enters("participation.feedback_given", reply);
    BOOST_TEST(look(m)->answered.size() == 2u);
    BOOST_TEST(look(m)->feedback.size() == 1u);
    m.enters("document_opinions.comments_closed", end_of_two());
    BOOST_TEST(look(m)->consultation->closed_on.has_value());
    BOOST_TEST(!look(m)->issue);

    document_trial out;
    out.issued(a_proposal, document_publication);
    auto const seen = look(out);
    BOOST_TEST_REQUIRE(seen->issue.has_value());
    BOOST_TEST(seen->text->document_number == "高府规〔2026〕1号");
    auto const& last = seen->steps.back();
    BOOST_TEST(last.name == "publication");
    BOOST_TEST((last.is == workflows::major_decision::step_progress::done));
}

BOOST_AUTO_TEST_CASE(a_secret_draft_and_one_that_was_given_up_take_no_opinions)
{
    auto m = open_for_comments();
    m.enters("document_project.withdrawn", R"({"reason": "不再需要"})");
    BOOST_TEST(look(m)->ended_on.has_value());
    BOOST_TEST(!look(m)->consultation->is_open(engine::parse_day("2026-03-05").value()));

    document_trial n;
    n.commented(a_proposal, plain_matter);
    n.enters("document_opinions.comments_waived",
             R"({"exception_is": "secret_matter", "reason": "涉及秘密", "approved_by": "区长"})");
    BOOST_TEST(!look(n));
}

BOOST_AUTO_TEST_SUITE_END()
