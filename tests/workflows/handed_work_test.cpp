#include "engine/case_procedure.hpp"
#include "tests/workflows/some_people.hpp"
#include "tests/workflows/told_case.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/major_decision/conditions.hpp"

#include <boost/json.hpp>
#include <set>

using engine::actor;
using engine::person_id;

namespace {

/// Whoever holds a seat, by number.
actor holder(long long number, std::string role, std::string unit)
{
    return {.person = {number},
            .name = "第" + std::to_string(number) + "人",
            .role = std::move(role),
            .unit = std::move(unit)};
}

std::string in_a_line(std::set<std::string> const& all)
{
    std::string line;
    for (auto const& one : all)
        line += (line.empty() ? "" : " ") + one;
    return line;
}

constexpr char const* answer = "consultation.answered";
constexpr char const* takes_file = "legality_review.accepted";

/// A case that was told up to an act; from then on people act on it, judged by all chapters.
class desk {
public:
    explicit desk(std::string until)
    {
        auto story = tests::a_story();
        story.until = std::move(until);
        auto telling = tests::told(story);
        entered_ = std::move(telling.entered);
        file_ = std::move(telling.file);
        now_ = entered_.back().entered_at;
        for (auto const& one :
             {ma, lin, qin, holder(904, "sponsor_clerk", "finance"), of_another_unit, judge, peer,
              holder(drafter().value, "reviewer", "justice")})
            people.add(one);
    }

    /// The rules by which an act is refused, in order; empty: it was entered.
    std::string does(actor const& who, std::string kind, std::string const& body)
    {
        engine::act what{.on = {1},
                         .seq = static_cast<long long>(entered_.size()) + 1,
                         .act_id = "handed-" + std::to_string(entered_.size()),
                         .kind = std::move(kind),
                         .body = boost::json::parse(body).as_object(),
                         .by = who,
                         .entered_at = now_,
                         .previous_hash = {},
                         .hash = {}};
        auto const found = file_->attempt(what, circumstances());
        for (auto const& fault : found.faults)
            BOOST_ERROR(what.kind << ": " << fault.path << ": " << fault.reason.id);
        BOOST_TEST(found.known, what.kind);
        std::set<std::string> grounds;
        for (auto const& ground : found.answer.refusals) {
            grounds.insert(ground.rule);
            BOOST_TEST(!ground.remedy.empty());
        }
        if (found.admitted()) {
            what.by.succeeds.clear(); // is no part of the record
            entered_.push_back(std::move(what));
        }
        return in_a_line(grounds);
    }

    /// For whom the tasks of a kind and seat wait: numbers of people, 0 for whoever holds the seat.
    std::string waits_for(std::string_view kind, std::string_view unit, std::string_view role)
    {
        std::set<std::string> found;
        for (auto const& one : file_->tasks(circumstances()))
            if (one.kind == kind && one.unit == unit && one.role == role)
                found.insert(std::to_string(one.person.value));
        return in_a_line(found);
    }
    /// Which roles of a unit lead in the tasks of a kind.
    std::string leading(std::string_view kind, std::string_view unit)
    {
        std::set<std::string> found;
        for (auto const& one : file_->tasks(circumstances()))
            if (one.kind == kind && one.unit == unit && one.leads)
                found.insert(one.role);
        return in_a_line(found);
    }
    std::string answer_waits_for() { return waits_for(answer, "finance", "department_head"); }

    /// The facts of the case as they are after all its acts were read again.
    bool is_the_same_when_read_again() const
    {
        auto const again =
            tests::built_in_law().shapes.find("major_decision/2019")->second.make("gd");
        for (auto const& one : entered_)
            again->replay(one);
        auto const today = engine::legal_day(now_);
        return tests::picture_of(*again, today) == tests::picture_of(*file_, today);
    }

    boost::json::object facts() const { return file_->facts().at("circulation").as_object(); }

    engine::procedure const& procedure() const { return *file_; }

    /// Whoever acted for the sponsor last.
    actor of_the_sponsor() const { return entered_.back().by; }

    person_id drafter() const
    {
        for (auto const& one : entered_)
            if (one.kind == "drafting.versioned")
                return one.by.person;
        return {};
    }

    tests::some_people people;
    actor const ma = holder(901, "department_head", "finance");
    actor const lin = holder(902, "department_head", "finance");
    actor const qin = holder(903, "department_head", "finance");
    actor const of_another_unit = holder(905, "department_head", "audit");
    actor const judge = holder(906, "reviewer", "justice");
    actor const peer = holder(907, "reviewer", "justice");

private:
    engine::circumstances circumstances()
    {
        auto const law = tests::built_in_law();
        return {law.book, law.days, engine::legal_day(now_), &people};
    }

    std::vector<engine::act> entered_;
    std::unique_ptr<engine::procedure> file_;
    engine::instant now_;
};

std::string to_hand(std::string_view kind, actor const& receiver)
{
    return R"({"task": ")" + std::string(kind) + R"(", "receiver": )" +
           std::to_string(receiver.person.value) + R"(, "reason": "出差"})";
}

std::string back(std::string_view kind)
{
    return R"({"task": ")" + std::string(kind) + R"(", "reason": "已返回"})";
}

std::string to_prepare(std::string_view kind, long long colleague, std::string const& more = {})
{
    return R"({"task": ")" + std::string(kind) + R"(", "colleague": )" + std::to_string(colleague) +
           R"(, "note": "请核对数字")" + more + "}";
}

/// Somebody in the place of another.
actor standing_in(actor who, actor const& whom)
{
    who.role = whom.role;
    who.unit = whom.unit;
    who.represents = whom.person;
    who.on_behalf_of = whom.name;
    return who;
}

struct consulted : desk {
    consulted() : desk("consultation.asked") {}
};

struct filed : desk {
    filed() : desk("legality_review.filed") {}
};

struct desk_before_the_draft : desk {
    desk_before_the_draft() : desk("drafting.assessed") {}
};

} // namespace

BOOST_AUTO_TEST_SUITE(handed_work_test)

BOOST_FIXTURE_TEST_CASE(a_task_that_is_handed_over_waits_for_its_receiver_alone, consulted)
{
    BOOST_TEST(answer_waits_for() == "0");
    BOOST_TEST(does(ma, "circulation.handed_over", to_hand(answer, lin)) == "");
    BOOST_TEST(answer_waits_for() == "902");
    // another post of the unit and other units have their own
    BOOST_TEST(waits_for(answer, "finance", "sponsor_clerk") == "0");
    BOOST_TEST(waits_for(answer, "transport", "department_head") == "0");
    auto const step = facts().at("handings").at(0).at("steps").at(0).as_object();
    BOOST_TEST(step.at("from_name").as_string() == ma.name);
    BOOST_TEST(step.at("to").as_int64() == 902);
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(a_unit_owes_its_answer_once_and_each_who_was_sent_a_copy_their_own_reading,
                        consulted)
{
    BOOST_TEST(leading(answer, "finance") == "sponsor_clerk");
    BOOST_TEST(leading(answer, "transport") == "sponsor_clerk");
    BOOST_TEST(does(of_the_sponsor(), "circulation.copied",
                    R"({"to": [{"seat": "sponsor_clerk", "unit": "finance"},
                               {"seat": "department_head", "unit": "finance"}]})") == "");
    BOOST_TEST(leading("circulation.read", "finance") == "department_head sponsor_clerk");
}

BOOST_FIXTURE_TEST_CASE(it_is_handed_on_by_who_has_it_and_taken_back_by_who_gave_it, consulted)
{
    does(ma, "circulation.handed_over", to_hand(answer, lin));
    BOOST_TEST(does(ma, "circulation.handed_over", to_hand(answer, qin)) == "JC-15");
    BOOST_TEST(does(lin, "circulation.handed_over", to_hand(answer, qin)) == "");
    BOOST_TEST(answer_waits_for() == "903");
    BOOST_TEST(does(qin, "circulation.handing_taken_back", back(answer)) == "JC-15");
    BOOST_TEST(does(lin, "circulation.handing_taken_back", back(answer)) == "");
    BOOST_TEST(answer_waits_for() == "902");
    BOOST_TEST(does(ma, "circulation.handing_taken_back", back(answer)) == "");
    BOOST_TEST(answer_waits_for() == "0");
    BOOST_TEST(does(ma, "circulation.handing_taken_back", back(answer)) == "JC-15");
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(it_goes_to_a_holder_of_the_same_seat_and_to_nobody_else, consulted)
{
    for (auto const& other :
         {of_another_unit, holder(904, "", ""), ma, holder(999, "", "")}) // and one unheard of
        BOOST_TEST(does(ma, "circulation.handed_over", to_hand(answer, other)) == "JC-15",
                   "to " << other.person.value);
    // A substitute of the post is no holder of it.
    auto const stands_in = standing_in(holder(908, "", ""), lin);
    people.add(stands_in);
    BOOST_TEST(does(ma, "circulation.handed_over", to_hand(answer, stands_in)) == "JC-15");
    BOOST_TEST(answer_waits_for() == "0");
}

BOOST_FIXTURE_TEST_CASE(only_what_waits_for_the_own_seat_is_handed_over, consulted)
{
    for (auto const* other : {"consultation.concluded", "legality_review.accepted",
                              "drafting.versioned", "no.such_act"})
        BOOST_TEST(does(ma, "circulation.handed_over", to_hand(other, lin)) == "JC-15", other);
}

BOOST_FIXTURE_TEST_CASE(who_may_not_do_the_act_does_not_receive_it, filed)
{
    BOOST_TEST(waits_for(takes_file, "", "reviewer") == "0");
    auto const drafted_it = holder(drafter().value, "reviewer", "justice");
    BOOST_TEST(does(judge, "circulation.handed_over", to_hand(takes_file, drafted_it)) == "JC-1");
    BOOST_TEST(does(judge, "circulation.handed_over", to_hand(takes_file, peer)) == "");
    BOOST_TEST(waits_for(takes_file, "", "reviewer") == "907");
}

BOOST_FIXTURE_TEST_CASE(it_gives_nobody_a_right_and_takes_none, filed)
{
    does(judge, "circulation.handed_over", to_hand(takes_file, peer));
    BOOST_TEST(
        does(holder(drafter().value, "reviewer", "justice"), takes_file, "{}").find("JC-1") !=
        std::string::npos);
    BOOST_TEST(does(judge, takes_file, "{}") == ""); // the seat is the law's
}

BOOST_FIXTURE_TEST_CASE(it_is_over_when_the_act_is_done, consulted)
{
    does(ma, "circulation.handed_over", to_hand(answer, lin));
    BOOST_TEST(does(lin, answer, R"({"stance": "agrees"})") == "");
    BOOST_TEST(answer_waits_for() == "");
    BOOST_TEST(facts().at("handings").at(0).at("is_over").as_bool());
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(it_is_over_when_the_act_is_no_longer_waited_for, consulted)
{
    std::string const sheet =
        R"({"subject": "口径", "prepares": "nothing", "rule_of_signing": "everybody", "signers":
            [{"turn": 1, "seat": "department_head", "unit": "finance"}]})";
    auto const clerk = holder(910, "sponsor_clerk", "water");
    BOOST_TEST(does(clerk, "circulation.opened", sheet) == "");
    BOOST_TEST(does(ma, "circulation.handed_over", to_hand("circulation.given", lin)) == "");
    BOOST_TEST(does(clerk, "circulation.withdrawn", R"({"sheet": 1})") == "");
    BOOST_TEST(facts().at("handings").at(0).at("is_over").as_bool());
    // another sheet is another task
    BOOST_TEST(does(clerk, "circulation.opened", sheet) == "");
    BOOST_TEST(waits_for("circulation.given", "finance", "department_head") == "0");
}

BOOST_FIXTURE_TEST_CASE(a_signature_is_not_handed_to_who_asked_for_it, consulted)
{
    people.add(holder(910, "department_head", "finance"));
    does(holder(910, "sponsor_clerk", "water"), "circulation.opened",
         R"({"subject": "口径", "prepares": "nothing", "rule_of_signing": "everybody", "signers":
             [{"turn": 1, "seat": "department_head", "unit": "finance"}]})");
    BOOST_TEST(does(ma, "circulation.handed_over",
                    to_hand("circulation.given", holder(910, "", ""))) == "JC-1");
}

BOOST_FIXTURE_TEST_CASE(a_substitute_and_a_successor_have_what_the_receiver_has, consulted)
{
    does(ma, "circulation.handed_over", to_hand(answer, lin));
    auto const stands_in = standing_in(holder(908, "", ""), lin);
    BOOST_TEST(does(stands_in, "circulation.handed_over", to_hand(answer, qin)) == "");
    // both are on record, and either takes it back
    BOOST_TEST(facts().at("handings").at(0).at("steps").at(1).at("on_behalf_of").as_string() ==
               lin.name);
    BOOST_TEST(does(lin, "circulation.handing_taken_back", back(answer)) == "");
    auto successor = holder(909, "department_head", "finance");
    BOOST_TEST(does(successor, "circulation.handed_over", to_hand(answer, qin)) == "JC-15");
    successor.succeeds = {lin.person};
    BOOST_TEST(does(successor, "circulation.handed_over", to_hand(answer, qin)) == "");
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(a_colleague_prepares_and_it_comes_back_to_who_asked, consulted)
{
    auto const colleague = holder(904, "sponsor_clerk", "finance");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, 904)) == "");
    BOOST_TEST(waits_for("circulation.delegation_answered", "finance", "") == "904");
    BOOST_TEST(answer_waits_for() == "0"); // the task stays where it was
    BOOST_TEST(
        does(lin, "circulation.delegation_answered", R"({"delegation": 1, "answer": "无误"})")
            .find("JC-16") != std::string::npos);
    BOOST_TEST(does(colleague, "circulation.delegation_answered", R"({"delegation": 1})") ==
               "JC-16"); // neither words nor a document
    BOOST_TEST(does(colleague, "circulation.delegation_answered",
                    R"({"delegation": 1, "answer": "第二项应为300万元"})") == "");
    auto const one = facts().at("delegations").at(0).as_object();
    BOOST_TEST(one.at("state") == "answered");
    BOOST_TEST(one.at("words") == "第二项应为300万元");
    BOOST_TEST(waits_for("circulation.read", "finance", "department_head") == "901");
    BOOST_TEST(does(lin, "circulation.read", R"({"copy": 1})").find("JC-14") != std::string::npos);
    BOOST_TEST(does(ma, "circulation.read", R"({"copy": 1})") == "");
    BOOST_TEST(does(ma, answer, R"({"stance": "agrees"})") == "");
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(what_was_asked_is_declined_with_its_reason, consulted)
{
    does(ma, "circulation.delegated", to_prepare(answer, 904));
    BOOST_TEST(does(holder(904, "sponsor_clerk", "finance"), "circulation.delegation_declined",
                    R"({"delegation": 1, "reason": "非本人业务"})") == "");
    BOOST_TEST(facts().at("delegations").at(0).at("state") == "declined");
    BOOST_TEST(facts().at("copies").at(0).at("words") == "非本人业务");
    BOOST_TEST(facts().at("copies").at(0).at("person").as_int64() == 901);
}

BOOST_FIXTURE_TEST_CASE(what_was_asked_is_recalled_by_who_asked_and_lapses_with_the_task, consulted)
{
    does(ma, "circulation.delegated", to_prepare(answer, 904));
    BOOST_TEST(does(lin, "circulation.delegation_recalled", R"({"delegation": 1})").find("JC-16") !=
               std::string::npos);
    BOOST_TEST(does(ma, "circulation.delegation_recalled", R"({"delegation": 1})") == "");
    BOOST_TEST(facts().at("delegations").at(0).at("state") == "recalled");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, 902)) == "");
    // what is over is neither answered nor recalled, whatever else is asked of the same people
    BOOST_TEST(does(lin, "circulation.delegation_answered",
                    R"({"delegation": 1, "answer": "无误"})") == "JC-16");
    BOOST_TEST(does(lin, "circulation.delegation_declined",
                    R"({"delegation": 1, "reason": "正在休假"})") == "JC-16");
    BOOST_TEST(does(ma, "circulation.delegation_recalled", R"({"delegation": 1})") == "JC-16");
    BOOST_TEST(does(ma, answer, R"({"stance": "agrees"})") == "");
    BOOST_TEST(facts().at("delegations").at(1).at("state") == "lapsed");
    BOOST_TEST(waits_for("circulation.delegation_answered", "finance", "") == "");
}

BOOST_FIXTURE_TEST_CASE(only_a_colleague_of_the_unit_is_asked_once_and_until_a_day_ahead, consulted)
{
    people.add(holder(911, "auditor", "finance"));
    for (long long other : {905LL, 901LL, 999LL, 911LL})
        BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, other)) == "JC-16", other);
    BOOST_TEST(does(ma, "circulation.delegated",
                    to_prepare(answer, 904, R"(, "answer_by": "2020-01-01")")) == "JC-16");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare("drafting.versioned", 904)) == "JC-16");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, 904)) == "");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, 904)) == "JC-16");
}

BOOST_FIXTURE_TEST_CASE(who_may_not_do_the_act_does_not_prepare_it, filed)
{
    auto const drafted_it = drafter().value;
    BOOST_TEST(does(judge, "circulation.delegated", to_prepare(takes_file, drafted_it)) == "JC-1");
    BOOST_TEST(does(judge, "circulation.delegated", to_prepare(takes_file, 907)) == "");
}

BOOST_FIXTURE_TEST_CASE(who_came_to_the_other_side_since_they_were_asked_does_not_answer, filed)
{
    people.add(holder(907, "sponsor_clerk", "water"));
    BOOST_TEST(does(judge, "circulation.delegated", to_prepare(takes_file, 907)) == "");
    BOOST_TEST(does(holder(907, "sponsor_clerk", "water"), "closing.withdrawal_requested",
                    R"({"reason": "情况变化"})") == "");
    BOOST_TEST(does(peer, "circulation.delegation_answered",
                    R"({"delegation": 1, "answer": "可以受理"})") == "JC-1");
}

BOOST_FIXTURE_TEST_CASE(who_prepared_it_has_done_it, desk_before_the_draft)
{
    // 912 sits in the legal office and in the sponsor's unit; the sponsor has them write the draft.
    auto const clerk = of_the_sponsor();
    people.add(holder(912, "legal_officer", "water"));
    people.add(holder(912, "reviewer", "justice"));
    BOOST_TEST(does(clerk, "circulation.delegated", to_prepare("drafting.versioned", 912)) == "");
    BOOST_TEST(does(holder(912, "legal_officer", "water"), "circulation.delegation_answered",
                    R"({"delegation": 1, "documents": [{"name": "草案.docx", "hash":
                    "0123456789012345678901234567890123456789012345678901234567890123"}]})") == "");
    auto const& file =
        static_cast<engine::case_procedure<workflows::major_decision::dossier> const&>(procedure())
            .file();
    using workflows::major_decision::duties_stay_separate;
    for (auto const* judges : {"drafting.change_confirmed", "legality_review.concluded",
                               "legality_review.advisers_asked"})
        BOOST_TEST(!duties_stay_separate(file, judges, holder(912, "reviewer", "justice")).admits(),
                   judges);
    BOOST_TEST(
        !duties_stay_separate(file, "sponsor_review.legal_opinion_given", holder(912, "", ""))
             .admits());
    BOOST_TEST(is_the_same_when_read_again());
}

BOOST_FIXTURE_TEST_CASE(without_a_register_nobody_is_named, consulted)
{
    people = tests::some_people();
    BOOST_TEST(does(ma, "circulation.handed_over", to_hand(answer, lin)) == "JC-15");
    BOOST_TEST(does(ma, "circulation.delegated", to_prepare(answer, 904)) == "JC-16");
}

BOOST_AUTO_TEST_SUITE_END()
