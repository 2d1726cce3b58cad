#include "workflows/major_decision/public_matter.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

// What of a file anybody may know. The acts are written down as they lie on record.

using namespace workflows::major_decision;

namespace {

std::string const hash_of_draft(64, 'a');
std::string const hash_of_explanation(64, 'b');
std::string const hash_of_text(64, 'c');

engine::day on(char const* text)
{
    return *engine::parse_day(text);
}

struct file {
    std::vector<engine::act> acts;
    engine::working_days days;

    file& add(std::string const& day, std::string const& kind, std::string const& body)
    {
        engine::act one;
        one.on = {7};
        one.seq = static_cast<long long>(acts.size()) + 1;
        one.kind = kind;
        one.body = boost::json::parse(body).as_object();
        one.by = {{1}, "李四", "sponsor_clerk", "water", ""};
        one.entered_at = *engine::parse_instant(day + "T02:00:00.000Z");
        acts.push_back(std::move(one));
        return *this;
    }
    std::optional<public_matter> look() const { return public_matter_of(acts, days); }
};

file proposed()
{
    file f;
    f.add("2024-03-01", "intake.proposed",
          R"({"title":"停车收费方案","matter":"public_policy","proposer":"department",
              "proposer_name":"区水务局"})");
    f.add("2024-03-05", "intake.start_decided",
          R"({"decided_on":"2024-03-05","sponsors":["urban"],"lead":"urban","congress":"none"})");
    return f;
}

std::string with_papers(std::string const& rest)
{
    return R"({"draft":{"hash":")" + hash_of_draft +
           R"(","name":"草案.txt"},"explanation":{"hash":")" + hash_of_explanation +
           R"(","name":"说明.txt"},)" + rest + "}";
}

/// From Tuesday 2 April to Sunday 5 May 2024.
file in_consultation()
{
    auto f = proposed();
    f.add("2024-04-02", "participation.published",
          with_papers(R"("opens_on":"2024-04-02","closes_on":"2024-05-05",
                         "channels":["government_site"],"contact":"电话")"));
    return f;
}

file& record_two(file& f)
{
    return f.add("2024-04-20", "participation.opinions_recorded",
                 R"({"opinions":[{"number":"GZ-1","from":"张三","kind":"citizen","words":"太贵"},
                                 {"number":"GZ-2","from":"匿名","kind":"citizen","words":"好"}]})");
}

file& decide_two(file& f)
{
    return f.add("2024-05-08", "participation.opinions_decided",
                 R"({"decisions":[{"number":"GZ-1","outcome":"not_adopted","reason":"成本所限"},
                                  {"number":"GZ-2","outcome":"adopted"}]})");
}

public_step const* step(public_matter const& of, std::string const& name)
{
    for (auto const& one : of.steps)
        if (one.name == name)
            return &one;
    return nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_matter_test)

BOOST_AUTO_TEST_CASE(what_no_act_published_is_not_public)
{
    auto f = proposed();
    BOOST_TEST(!f.look());
    f.add("2024-03-20", "drafting.versioned", with_papers(R"("options":1,"change":"first_draft")"));
    BOOST_TEST(!f.look());
    record_two(f);
    BOOST_TEST(!f.look());
    BOOST_TEST(!file{}.look());
}

BOOST_AUTO_TEST_CASE(a_consultation_is_open_from_its_first_day_to_its_last)
{
    auto const of = in_consultation().look();
    BOOST_TEST_REQUIRE(of.has_value());
    BOOST_TEST(of->title == "停车收费方案");
    BOOST_TEST(of->unit == "urban");
    auto const& at = *of->consultation;
    BOOST_TEST(!at.is_open(on("2024-04-01")));
    BOOST_TEST(at.is_open(on("2024-04-02")));
    // A last day of rest keeps it open to the end of the next working day (TIME-3).
    BOOST_TEST((at.last_day == on("2024-05-06")));
    BOOST_TEST(at.is_open(on("2024-05-06")));
    BOOST_TEST(!at.is_open(on("2024-05-07")));
}

BOOST_AUTO_TEST_CASE(an_opinion_that_repeats_another_is_told_its_answer_and_counts_once)
{
    auto f = in_consultation();
    record_two(f);
    f.add("2024-04-21", "participation.opinions_recorded",
          R"({"opinions":[{"number":"GZ-3","from":"张三","kind":"citizen","words":"太贵"}]})");
    f.add("2024-04-22", "participation.repeats_noted",
          R"({"opinions":[{"number":"GZ-3","same_as":"GZ-1"}]})");
    decide_two(f);
    BOOST_TEST(!f.look()->answer_to("GZ-3"));
    f.add("2024-05-09", "participation.feedback_given",
          R"({"way":"collective_online","given_on":"2024-05-09","address":"x","words":"答复"})");
    auto const of = f.look();
    BOOST_TEST(of->opinions.counted() == 2);
    BOOST_TEST(of->answered.size() == 2u);
    BOOST_TEST_REQUIRE(of->answer_to("GZ-3"));
    BOOST_TEST(of->answer_to("GZ-3")->number == "GZ-1");
}

BOOST_AUTO_TEST_CASE(what_was_marked_is_known_as_masked)
{
    auto f = in_consultation();
    f.add("2024-04-22", "participation.words_masked", R"({"masked":["朝阳里三栋"]})");
    BOOST_TEST(f.look()->masked.contains("朝阳里三栋"));
}

BOOST_AUTO_TEST_CASE(a_window_that_an_act_closed_is_closed_and_so_is_one_whose_matter_ended)
{
    auto closed = in_consultation();
    closed.add("2024-05-07", "participation.window_closed", R"({"received":2})");
    BOOST_TEST(!closed.look()->consultation->is_open(on("2024-05-06")));
    BOOST_TEST((closed.look()->consultation->closed_on == on("2024-05-07")));
    auto ended = in_consultation();
    ended.add("2024-04-10", "closing.terminated", R"({"ground":"basis_gone"})");
    BOOST_TEST(!ended.look()->consultation->is_open(on("2024-04-11")));
    BOOST_TEST((ended.look()->ended_on == on("2024-04-10")));
}

BOOST_AUTO_TEST_CASE(earlier_rounds_of_consultation_stay_known_with_their_end)
{
    auto const again = [](std::string const& from, std::string const& until) {
        return with_papers(R"("opens_on":")" + from + R"(","closes_on":")" + until +
                           R"(","channels":["government_site"],"contact":"电话")");
    };
    auto f = in_consultation();
    BOOST_TEST(f.look()->earlier_consultations.empty());
    f.add("2024-05-07", "participation.window_closed", R"({"received":2})");
    f.add("2024-05-20", "participation.published", again("2024-05-20", "2024-06-20"));
    f.add("2024-05-27", "participation.published", again("2024-05-27", "2024-06-27"));
    auto const of = f.look();
    BOOST_TEST_REQUIRE(of->earlier_consultations.size() == 2u);
    auto const& first = of->earlier_consultations[0];
    BOOST_TEST((first.closed_on == on("2024-05-07")));
    BOOST_TEST((first.received == 2));
    auto const& second = of->earlier_consultations[1];
    BOOST_TEST((second.closed_on == on("2024-05-27")));
    BOOST_TEST(!second.received);
    BOOST_TEST((of->consultation->notice.opens_on == on("2024-05-27")));
    BOOST_TEST(of->consultation->is_open(on("2024-06-01")));
}

BOOST_AUTO_TEST_CASE(what_is_received_belongs_to_the_round_that_had_begun_last)
{
    auto f = in_consultation();
    f.add("2024-05-07", "participation.window_closed", R"({"received":2})");
    auto const again = [](std::string const& from, std::string const& until) {
        return with_papers(R"("opens_on":")" + from + R"(","closes_on":")" + until +
                           R"(","channels":["government_site"],"contact":"电话")");
    };
    f.add("2024-05-20", "participation.published", again("2024-06-10", "2024-07-10"));
    f.add("2024-06-03", "participation.published", again("2024-06-20", "2024-07-20"));
    auto const of = f.look();
    BOOST_TEST_REQUIRE(of->earlier_consultations.size() == 2u);
    auto const& first = of->earlier_consultations[0];
    BOOST_TEST(!first.never_began());
    BOOST_TEST(of->earlier_consultations[1].never_began());
    BOOST_TEST(!of->consultation->never_began());
    for (auto const* day : {"2024-03-20", "2024-04-02", "2024-05-05", "2024-05-25", "2024-06-12"})
        BOOST_TEST((of->round_of(on(day))->seq == first.seq), day);
    for (auto const* day : {"2024-06-20", "2024-08-01"})
        BOOST_TEST((of->round_of(on(day))->seq == of->consultation->seq), day);
}

BOOST_AUTO_TEST_CASE(only_documents_of_publishing_acts_are_public)
{
    auto f = in_consultation();
    f.add("2024-04-03", "drafting.versioned",
          R"({"draft":{"hash":")" + std::string(64, 'd') +
              R"(","name":"二稿.txt"},"explanation":{"hash":")" + hash_of_explanation +
              R"(","name":"说明.txt"},"options":1,"change":"substantive"})");
    f.add("2024-04-03", "participation.feedback_given",
          R"({"way":"telephone","given_on":"2024-04-03","words":"已答复",
              "documents":[{"hash":")" +
              std::string(64, 'e') + R"(","name":"内部.txt"}]})");
    f.add("2024-04-04", "publication.text_signed",
          R"({"final_text":{"hash":")" + hash_of_text + R"(","name":"正文.txt"},"signed_by":"王",
              "signed_on":"2024-04-04","document_number":"〔2024〕1号"})");
    auto const of = f.look();
    BOOST_TEST(of->document(hash_of_draft));
    BOOST_TEST(of->document(hash_of_explanation));
    BOOST_TEST(!of->document(std::string(64, 'd')));
    BOOST_TEST(!of->document(std::string(64, 'e')));
    // Signed, but not published yet.
    BOOST_TEST(!of->document(hash_of_text));
    BOOST_TEST(!of->text);
    f.add("2024-04-08", "publication.published",
          R"({"published_on":"2024-04-08","channels":["government_site"]})");
    BOOST_TEST_REQUIRE(f.look()->document(hash_of_text));
    // The public reads the decision under its title.
    BOOST_TEST(f.look()->document(hash_of_text)->what.name == "停车收费方案.txt");
    BOOST_TEST(f.look()->text->document_number == "〔2024〕1号");
}

BOOST_AUTO_TEST_CASE(the_public_gets_the_paper_that_was_signed_and_not_its_draft)
{
    std::string const hash_of_paper(64, 'f');
    auto f = in_consultation();
    f.add("2024-04-04", "publication.text_signed",
          R"({"final_text":{"hash":")" + hash_of_text +
              R"(","name":"二稿.docx"},"issued_paper":{"hash":")" + hash_of_paper +
              R"(","name":"正式文件.pdf"},"signed_by":"王",
              "signed_on":"2024-04-04","document_number":"〔2024〕1号"})");
    BOOST_TEST(!f.look()->document(hash_of_paper));
    f.add("2024-04-08", "publication.published",
          R"({"published_on":"2024-04-08","channels":["government_site"]})");
    auto const of = f.look();
    BOOST_TEST_REQUIRE(of->document(hash_of_paper));
    BOOST_TEST(of->document(hash_of_paper)->what.name == "停车收费方案.pdf");
    BOOST_TEST(!of->document(hash_of_text));
}

BOOST_AUTO_TEST_CASE(what_is_kept_from_the_public_is_kept_whole)
{
    auto const secret = R"({"secret":true,"secret_basis":"保守国家秘密法"})";
    auto f = in_consultation();
    f.add("2024-04-10", "drafting.assessed", secret);
    BOOST_TEST(!f.look());
    f.add("2024-04-11", "drafting.assessed", R"({"secret":false})");
    BOOST_TEST(f.look().has_value());
    auto exempt = in_consultation();
    exempt.add("2024-04-10", "drafting.assessed", secret);
    exempt.add("2024-04-10", "participation.exempted", R"({"legal_basis":"法","reason":"密"})");
    BOOST_TEST(!exempt.look());
    auto withheld = in_consultation();
    withheld.add("2024-06-10", "publication.withheld", R"({"legal_basis":"法","reason":"密"})");
    BOOST_TEST(!withheld.look());
}

BOOST_AUTO_TEST_CASE(decisions_on_opinions_are_told_with_the_feedback)
{
    auto f = in_consultation();
    record_two(f);
    BOOST_TEST(f.look()->opinions.find("GZ-1"));
    decide_two(f);
    BOOST_TEST(!f.look()->answer_to("GZ-1"));
    BOOST_TEST(f.look()->answered.empty());
    f.add("2024-05-09", "participation.feedback_given",
          R"({"way":"collective_online","given_on":"2024-05-09","address":"x","words":"谢谢"})");
    auto const of = f.look();
    BOOST_TEST_REQUIRE(of->answer_to("GZ-1"));
    BOOST_TEST((of->answer_to("GZ-1")->outcome == participation::adoption::not_adopted));
    BOOST_TEST(std::string(*of->answer_to("GZ-1")->reason) == "成本所限");
    BOOST_TEST(of->answered.size() == 2u);
    BOOST_TEST(of->feedback.size() == 1u);
    // What is decided anew waits for the next feedback.
    f.add("2024-05-10", "participation.opinions_decided",
          R"({"decisions":[{"number":"GZ-1","outcome":"adopted"}]})");
    BOOST_TEST(!f.look()->answer_to("GZ-1"));
}

BOOST_AUTO_TEST_CASE(where_nobody_owed_a_feedback_decisions_are_told_with_the_decision_itself)
{
    auto f = in_consultation();
    record_two(f);
    f.add("2024-05-08", "participation.opinions_decided",
          R"({"decisions":[{"number":"GZ-1","outcome":"adopted"},
                           {"number":"GZ-2","outcome":"adopted"}]})");
    f.add("2024-05-09", "participation.concluded",
          R"({"summary":"两条意见均采纳","report":{"hash":")" + std::string(64, 'd') +
              R"(","name":"报告.txt"}})");
    // The review may still send it back, and then they are decided anew.
    BOOST_TEST(f.look()->answered.empty());
    BOOST_TEST(f.look()->untold() == 2);
    f.add("2024-06-20", "publication.published",
          R"({"published_on":"2024-06-20","channels":["government_site"]})");
    BOOST_TEST(f.look()->answered.size() == 2u);
    BOOST_TEST(f.look()->untold() == 0);
}

BOOST_AUTO_TEST_CASE(a_report_on_participation_that_is_published_tells_what_was_decided)
{
    auto f = in_consultation();
    record_two(f);
    decide_two(f);
    f.add("2024-05-09", "participation.concluded",
          R"({"summary":"一条采纳","report_address":"https://example.gov.cn/report",
              "report":{"hash":")" +
              std::string(64, 'd') + R"(","name":"报告.txt"}})");
    BOOST_TEST(f.look()->answered.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_hearing_takes_applications_until_its_list_is_out)
{
    auto f = proposed();
    f.add("2024-04-02", "hearing.announced",
          with_papers(R"("published_on":"2024-04-02","hearing_on":"2024-04-25","place":"礼堂",
                         "mode":"on_site","purpose":"目的","basis":"依据","content":"内容",
                         "selection_method":"抽签","quota":9,"channels":["government_site"])"));
    auto const announced = f.look();
    BOOST_TEST(announced->hearing->takes_applications(on("2024-04-10")));
    BOOST_TEST(!announced->hearing->takes_applications(on("2024-04-01")));
    BOOST_TEST(!announced->hearing->takes_applications(on("2024-04-25")));
    f.add("2024-04-12", "hearing.postponed",
          R"({"new_day":"2024-05-10","reason":"人数不足","noticed_on":"2024-04-12",
              "participants_told_on":"2024-04-12"})");
    BOOST_TEST((f.look()->hearing->hearing_on == on("2024-05-10")));
    f.add("2024-04-15", "hearing.listed",
          R"({"published_on":"2024-04-15","people":[{"name":"张三","role":"participant"}]})");
    BOOST_TEST(!f.look()->hearing->takes_applications(on("2024-04-16")));
}

BOOST_AUTO_TEST_CASE(the_road_goes_on_with_the_evaluation_and_the_adjustment_that_was_decided)
{
    auto f = in_consultation();
    f.add("2024-08-01", "evaluation.ordered", "{}");
    BOOST_TEST((step(*f.look(), "evaluation")->is == step_progress::current));
    f.add("2024-10-01", "evaluation.reported", "{}");
    f.add("2024-10-08", "adjustment.proposed", "{}");
    BOOST_TEST((step(*f.look(), "evaluation")->is == step_progress::done));
    BOOST_TEST(!step(*f.look(), "adjustment"));
    f.add("2024-10-20", "adjustment.minor_decided", "{}");
    BOOST_TEST((step(*f.look(), "adjustment")->ended == on("2024-10-20")));
}

BOOST_AUTO_TEST_CASE(a_draft_that_was_decided_as_it_stood_is_read_as_the_text)
{
    auto f = in_consultation();
    f.add("2024-05-20", "publication.text_signed",
          R"({"final_text":{"hash":")" + hash_of_draft +
              R"(","name":"草案第2稿.txt"},"signed_by":"王","signed_on":"2024-05-20",
              "document_number":"〔2024〕1号"})");
    f.add("2024-05-21", "publication.published",
          R"({"published_on":"2024-05-21","channels":["government_site"]})");
    BOOST_TEST(f.look()->document(hash_of_draft)->what.name == "停车收费方案.txt");
}

BOOST_AUTO_TEST_CASE(steps_are_done_current_or_to_come)
{
    auto f = in_consultation();
    auto of = f.look();
    BOOST_TEST((step(*of, "start")->is == step_progress::done));
    BOOST_TEST((step(*of, "participation")->is == step_progress::current));
    BOOST_TEST((step(*of, "participation")->began == on("2024-04-02")));
    BOOST_TEST((step(*of, "execution")->is == step_progress::to_come));
    BOOST_TEST(!step(*of, "hearing"));
    BOOST_TEST(!step(*of, "risk"));
    f.add("2024-05-20", "participation.concluded",
          R"({"summary":"完成","report":{"hash":")" + std::string(64, 'f') + R"(","name":"r"}})");
    of = f.look();
    BOOST_TEST((step(*of, "participation")->is == step_progress::done));
    BOOST_TEST((step(*of, "participation")->ended == on("2024-05-20")));
    // The report stays on the file unless it says where it was published (HLJ-20.1).
    BOOST_TEST(!of->document(std::string(64, 'f')));
    BOOST_TEST(!step(*of, "evaluation"));
    BOOST_TEST(!step(*of, "adjustment"));
    // Begun again: current again.
    f.add("2024-06-20", "participation.activity_held", R"({"form":"symposium"})");
    BOOST_TEST((step(*f.look(), "participation")->is == step_progress::current));
}

BOOST_AUTO_TEST_CASE(drafting_is_over_with_the_first_draft_and_does_not_come_after_later_steps)
{
    auto f = proposed();
    f.add("2024-03-20", "drafting.versioned", with_papers(R"("options":1,"change":"first_draft")"));
    f.add("2024-04-02", "participation.published",
          with_papers(R"("opens_on":"2024-04-02","closes_on":"2024-05-05",
                         "channels":["government_site"],"contact":"电话")"));
    f.add("2024-05-06", "drafting.researched", R"({"summary":"补充调研"})");
    f.add("2024-05-21", "drafting.versioned", with_papers(R"("options":1,"change":"editorial")"));
    auto const of = f.look();
    BOOST_TEST((step(*of, "drafting")->is == step_progress::done));
    BOOST_TEST((step(*of, "drafting")->ended == on("2024-03-20")));
}

BOOST_AUTO_TEST_CASE(a_step_is_told_by_the_days_of_what_happened_and_not_of_its_entry)
{
    auto f = in_consultation();
    auto const paper = [](char byte, std::string const& name) {
        return R"({"hash":")" + std::string(64, byte) + R"(","name":")" + name + R"("})";
    };
    f.add("2024-06-20", "deliberation.held",
          R"({"meeting":"executive","meeting_name":"第9次常务会议","met_on":"2024-06-17",
              "members_entitled":9,"sponsor_explained":true,"outcome":"adopted","decision":"通过",
              "substantive_changes":false,"recorder":"书记","draft":)" +
              paper('a', "草案.txt") + R"(,"minutes":)" + paper('d', "纪要.txt") + "}");
    auto of = f.look();
    BOOST_TEST((step(*of, "deliberation")->is == step_progress::done));
    BOOST_TEST((step(*of, "deliberation")->began == on("2024-06-17")));
    BOOST_TEST((step(*of, "deliberation")->ended == on("2024-06-17")));
    f.add("2024-06-24", "publication.text_signed",
          R"({"final_text":)" + paper('c', "正文.txt") +
              R"(,"signed_by":"王","signed_on":"2024-06-21","document_number":"〔2024〕1号"})");
    f.add("2024-06-28", "publication.published",
          R"({"published_on":"2024-06-25","channels":["government_site"]})");
    f.add("2024-12-30", "execution.completed", R"({"completed_on":"2024-12-20","result":"完成"})");
    of = f.look();
    // Signing moves the day of the meeting no more.
    BOOST_TEST((step(*of, "deliberation")->ended == on("2024-06-17")));
    BOOST_TEST((step(*of, "publication")->began == on("2024-06-21")));
    BOOST_TEST((step(*of, "publication")->ended == on("2024-06-25")));
    BOOST_TEST((of->document(hash_of_text)->on == on("2024-06-25")));
    // Nobody told when the execution began.
    BOOST_TEST((step(*of, "execution")->began == on("2024-12-20")));
    BOOST_TEST((step(*of, "execution")->ended == on("2024-12-20")));
}

BOOST_AUTO_TEST_CASE(what_the_party_committee_does_not_agree_to_is_decided_no_longer)
{
    auto f = in_consultation();
    f.add("2024-06-17", "deliberation.held",
          R"({"meeting":"executive","meeting_name":"第9次常务会议","met_on":"2024-06-17",
              "members_entitled":9,"sponsor_explained":true,"outcome":"adopted","decision":"通过",
              "substantive_changes":false,"recorder":"书记","draft":{"hash":")" +
              std::string(64, 'a') + R"(","name":"草案.txt"},"minutes":{"hash":")" +
              std::string(64, 'd') + R"(","name":"纪要.txt"}})");
    auto const answer = [&](char const* what) {
        f.add("2024-06-20", "party_report.answered",
              std::string(R"({"answered_on":"2024-06-19","words":"意见","answer":")") + what +
                  "\"}");
    };
    answer("agrees");
    BOOST_TEST((step(*f.look(), "deliberation")->is == step_progress::done));
    answer("disagrees");
    auto const of = f.look();
    BOOST_TEST((step(*of, "deliberation")->is == step_progress::current));
    BOOST_TEST(!step(*of, "deliberation")->ended);
}

BOOST_AUTO_TEST_CASE(what_was_over_before_its_beginning_was_entered_began_no_later)
{
    auto f = in_consultation();
    f.add("2024-12-24", "execution.unit_named", R"({"executor":"water","tasks":"实施"})");
    f.add("2024-12-30", "execution.completed", R"({"completed_on":"2024-12-20","result":"完成"})");
    BOOST_TEST((step(*f.look(), "execution")->began == on("2024-12-20")));
}

BOOST_AUTO_TEST_CASE(a_matter_ends_on_the_day_of_the_decision_and_opinions_are_taken_to_its_entry)
{
    auto f = in_consultation();
    f.add("2024-04-12", "closing.terminated",
          R"({"ground":"basis_gone","reason":"上位法修改","decided_on":"2024-04-10"})");
    auto const of = f.look();
    BOOST_TEST((of->ended_on == on("2024-04-10")));
    BOOST_TEST((of->consultation->closed_on == on("2024-04-12")));
}

BOOST_AUTO_TEST_CASE(the_review_is_done_when_an_opinion_finds_the_draft_lawful)
{
    auto f = in_consultation();
    auto const opinion = [](std::string const& outcome) {
        return R"({"within_power":true,"power_finding":"在权限内","procedure_followed":true,
                   "procedure_finding":"程序完备","content_lawful":true,
                   "content_finding":"内容合法","outcome":")" +
               outcome + R"(","author":"夏秀英","opinion":{"hash":")" + std::string(64, 'd') +
               R"(","name":"意见书"}})";
    };
    f.add("2024-05-21", "legality_review.filed", "{}");
    for (auto const* sent_back : {"lawful_after_changes", "complete_procedure", "unlawful"}) {
        f.add("2024-05-22", "legality_review.concluded", opinion(sent_back));
        BOOST_TEST((step(*f.look(), "legality_review")->is == step_progress::current), sent_back);
    }
    f.add("2024-05-28", "legality_review.concluded", opinion("lawful_with_risk_notice"));
    BOOST_TEST((step(*f.look(), "legality_review")->is == step_progress::done));
    BOOST_TEST((step(*f.look(), "legality_review")->ended == on("2024-05-28")));
}

BOOST_AUTO_TEST_CASE(publishing_acts_are_noticed_with_their_days)
{
    auto const f = in_consultation();
    BOOST_TEST(!notice_of(f.acts[0]));
    auto const notice = notice_of(f.acts[2]);
    BOOST_TEST_REQUIRE(notice.has_value());
    BOOST_TEST(
        (*notice == public_notice{"participation.published", on("2024-04-02"), on("2024-05-05")}));
    auto g = in_consultation();
    g.add("2024-05-09", "participation.feedback_given",
          R"({"way":"writing","given_on":"2024-05-09","words":"谢谢"})");
    BOOST_TEST(!notice_of(g.acts.back()));
}

BOOST_AUTO_TEST_CASE(an_opinions_number_leads_back_to_what_was_sent_in)
{
    BOOST_TEST(opinion_number(12) == "GZ-12");
    BOOST_TEST((number_of_opinion("GZ-12") == 12));
    for (auto const* other : {"YJ12", "GZ-", "GZ-0", "GZ-01", "GZ-1x", "GZ--1", ""})
        BOOST_TEST(!number_of_opinion(other), other);
}

BOOST_AUTO_TEST_SUITE_END()
