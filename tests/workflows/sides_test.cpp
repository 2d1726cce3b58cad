#include "tests/workflows/told_case.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/procedure.hpp"
#include "workflows/major_decision/sides.hpp"

#include <algorithm>

using namespace workflows::major_decision;
using engine::actor;

namespace {

std::vector<engine::table_row> whole_table()
{
    return tests::built_in_law().shapes.find("major_decision/2019")->second.make("gd")->table();
}

bool asks(engine::table_row const& row, std::string const& condition)
{
    return std::find(row.conditions.begin(), row.conditions.end(), condition) !=
           row.conditions.end();
}

std::string name_of(std::string const& kind)
{
    return kind.substr(kind.find('.') + 1);
}

actor somebody(long long number, std::string role = "reviewer", std::string unit = "justice")
{
    return {.person = {number},
            .name = "第" + std::to_string(number) + "人",
            .role = std::move(role),
            .unit = std::move(unit)};
}

/// A file of the water bureau on which 7 has done something in some way.
struct file_with_a_part : dossier {
    file_with_a_part()
    {
        intake::start_decided started{};
        started.lead = "water";
        intake.started.emplace().body = started;
    }

    void did(std::string kind, long long who = 7, long long in_place_of = 0)
    {
        doings.push_back({.seq = static_cast<long long>(doings.size()) + 1,
                          .kind = std::move(kind),
                          .person = {who},
                          .represents = {in_place_of}});
    }

    circulation::sheet& sheet(circulation::prepared_step prepares, std::string unit)
    {
        circulation.sheets.push_back({.number = 1, .prepares = prepares});
        circulation.sheets.back().opened_at = {"sponsor_clerk", std::move(unit)};
        return circulation.sheets.back();
    }

    void signs(circulation::sheet& on, std::string unit, circulation::signature_word word)
    {
        did("circulation.given");
        circulation::signer one{.number = 1, .at = {"department_head", std::move(unit)}};
        one.given.emplace().seq = doings.back().seq;
        one.given->person = {7};
        one.given->word = word;
        on.signers.push_back(std::move(one));
    }

    bool is_the_sponsors(long long who = 7, long long in_place_of = 0) const
    {
        auto asked = somebody(who);
        asked.represents = {in_place_of};
        return had_part_in(*this, asked, is_of_sponsor_side);
    }
};

using circulation::prepared_step;
using circulation::signature_word;

} // namespace

BOOST_AUTO_TEST_SUITE(sides_test)

BOOST_AUTO_TEST_CASE(no_act_of_the_review_or_the_decision_forgets_whose_work_it_judges)
{
    for (auto const& row : whole_table()) {
        auto const on = side_of(row.kind);
        bool const judges = on == side::review || on == side::decision ||
                            row.kind == submission::filed::kind ||
                            row.kind == sponsor_review::legal_opinion_given::kind;
        if (row.sort == "follows" || !judges)
            continue;
        auto const condition = row.kind == legality_review::adviser_withdrew::kind
                                   ? std::string("may_take_advisers_off")
                                   : "judges_no_own_work<" + name_of(row.kind) + ">";
        BOOST_TEST(asks(row, condition), row.chapter << " " << row.stage << " " << row.kind);
    }
}

BOOST_AUTO_TEST_CASE(whatever_the_sponsor_does_until_the_decision_is_on_its_side)
{
    for (auto const& row : whole_table()) {
        bool const before =
            row.chapter != "publication" && row.chapter != "archive" && row.chapter != "adjustment";
        for (auto const* party : {"any_department", "studying_unit", "sponsor", "sponsor_head",
                                  "sponsor_legal_officer", "hearing_organiser", "risk_assessor"})
            if (before && asks(row, "by<" + std::string(party) + ">"))
                BOOST_TEST((side_of(row.kind) == side::sponsor), row.kind);
        for (auto const* party : {"reviewer", "legal_adviser", "competition_reviewer"})
            if (asks(row, "by<" + std::string(party) + ">"))
                BOOST_TEST((side_of(row.kind) == side::review), row.kind);
    }
}

BOOST_AUTO_TEST_CASE(who_does_an_act_or_has_it_done_has_a_part_in_it)
{
    file_with_a_part file;
    file.did("legality_review.filed", 7, 8);
    for (auto const& [who, in_place_of] :
         std::vector<std::pair<long long, long long>>{{7, 0}, {8, 0}, {9, 7}, {9, 8}})
        BOOST_TEST(file.is_the_sponsors(who, in_place_of), who << "/" << in_place_of);
    BOOST_TEST(!file.is_the_sponsors(9));
    BOOST_TEST(!file.is_the_sponsors(0)); // for tasks nobody is asked
    // the answer of a consulted unit, a copy that was read, the office's check
    file_with_a_part other;
    for (auto const* kind :
         {"consultation.answered", "circulation.read", "submission.office_passed",
          "intake.start_decided", "legality_review.concluded"})
        other.did(kind);
    BOOST_TEST(!other.is_the_sponsors());
}

BOOST_AUTO_TEST_CASE(who_prepares_for_a_colleague_has_a_part_once_they_answer)
{
    file_with_a_part file;
    file.circulation.delegations.push_back(
        {.number = 1, .kind = "drafting.versioned", .colleague = {7}, .prepared_by = {{7}, {8}}});
    auto& one = file.circulation.delegations.back();
    BOOST_TEST(!file.is_the_sponsors());
    one.state = circulation::delegation_state::answered;
    BOOST_TEST(file.is_the_sponsors());
    BOOST_TEST(file.is_the_sponsors(8));
    BOOST_TEST(!file.is_the_sponsors(9));
    // to look it over is not to draft: the own legal unit may still give its opinion
    BOOST_TEST(!has_drafted(file, somebody(7)));
    one.documents.push_back({"a", "草案.docx"});
    BOOST_TEST(has_drafted(file, somebody(7)));
    BOOST_TEST(!has_drafted(file, somebody(9)));
}

BOOST_AUTO_TEST_CASE(who_agrees_for_the_own_unit_has_a_part_and_who_signs_for_information_has_none)
{
    struct signing {
        prepared_step prepares;
        char const* opened_by;
        char const* signed_by;
        signature_word word;
        bool has_part;
    };
    auto const agrees = signature_word::agrees;
    for (auto const& [prepares, opened_by, signed_by, word, has_part] : std::vector<signing>{
             {prepared_step::filing_for_review, "water", "water", agrees, true},
             {prepared_step::draft_version, "water", "water", agrees, true},
             {prepared_step::filing_for_decision, "water", "water",
              signature_word::agrees_with_comments, true},
             // against it; for another unit; for information; for what is not the sponsor's
             {prepared_step::filing_for_review, "water", "water", signature_word::disagrees, false},
             {prepared_step::filing_for_review, "water", "justice", agrees, false},
             {prepared_step::nothing, "water", "water", agrees, false},
             {prepared_step::unit_answer, "justice", "justice", agrees, false},
             {prepared_step::draft_version, "justice", "justice", agrees, false},
             {prepared_step::review_opinion, "justice", "justice", agrees, false}}) {
        file_with_a_part file;
        file.signs(file.sheet(prepares, opened_by), signed_by, word);
        BOOST_TEST(file.is_the_sponsors() == has_part,
                   engine::name_of(prepares) << " of " << opened_by << " by " << signed_by);
    }
}

BOOST_AUTO_TEST_CASE(who_takes_a_sheet_round_has_a_part_and_has_drafted_if_papers_are_on_it)
{
    file_with_a_part file;
    auto& one = file.sheet(prepared_step::draft_version, "water");
    one.opener = {7};
    one.opened_for = {8};
    BOOST_TEST(file.is_the_sponsors());
    BOOST_TEST(file.is_the_sponsors(8));
    BOOST_TEST(!has_drafted(file, somebody(7)));
    one.documents.push_back({"a", "草案.docx"});
    BOOST_TEST(has_drafted(file, somebody(8)));
}

BOOST_AUTO_TEST_CASE(the_author_of_the_opinion_reviewed)
{
    file_with_a_part file;
    file.legality_review.authors = {{7}};
    BOOST_TEST(had_part_in(file, somebody(7), is_of_review_side));
    BOOST_TEST(!had_part_in(file, somebody(8), is_of_review_side));
    BOOST_TEST(!file.is_the_sponsors());
}

/// Who did something and then would do something else: barred or free.
BOOST_AUTO_TEST_CASE(what_a_part_bars_from)
{
    struct pair {
        char const* did;
        char const* would;
        bool barred;
    };
    for (auto const& [did, would, barred] : std::vector<pair>{
             // the sponsor's side does not review
             {"intake.proposed", "legality_review.concluded", true},
             {"sponsor_review.discussed", "legality_review.concluded", true},
             {"legality_review.filed", "legality_review.advisers_asked", true},
             {"drafting.versioned", "drafting.change_confirmed", true},
             {"risk.reported", "fair_competition.concluded", true},
             {"drafting.versioned", "legality_review.adviser_opined", true},
             // who handles the review does not advise, nor the other way round
             {"legality_review.clock_stopped", "legality_review.adviser_opined", true},
             {"legality_review.adviser_opined", "legality_review.clock_stopped", true},
             {"legality_review.adviser_opined", "legality_review.adviser_opined", false},
             {"legality_review.accepted", "legality_review.concluded", false},
             {"fair_competition.concluded", "legality_review.adviser_opined", false},
             // who reviewed, also for the sponsor, does not decide
             {"legality_review.adviser_opined", "submission.deputy_approved", true},
             {"legality_review.accepted", "submission.deputy_returned", true},
             {"drafting.change_confirmed", "publication.text_signed", true},
             {"fair_competition.concluded", "deliberation.changes_accepted", true},
             {"sponsor_review.legal_opinion_given", "submission.removed_from_agenda", true},
             {"legality_review.concluded", "closing.terminated", true},
             {"legality_review.concluded", "submission.filed", true},
             // the sponsor's own legal unit is of the sponsor's side
             {"sponsor_review.legal_opinion_given", "submission.filed", false},
             {"sponsor_review.legal_opinion_given", "sponsor_review.legal_opinion_given", false},
             {"drafting.researched", "sponsor_review.legal_opinion_given", false},
             {"drafting.versioned", "sponsor_review.legal_opinion_given", true},
             {"drafting.versioned", "sponsor_review.discussed", false},
             // the head of the government may propose, the deputy head the department
             {"intake.proposed", "publication.text_signed", false},
             {"sponsor_review.discussed", "submission.deputy_approved", false},
             {"consultation.answered", "legality_review.concluded", false},
             {"submission.office_passed", "deliberation.held", false}}) {
        file_with_a_part file;
        file.did(did);
        auto const found = duties_stay_separate(file, would, somebody(7));
        BOOST_TEST(!found.admits() == barred, did << ", then " << would);
        BOOST_TEST(duties_stay_separate(file, would, somebody(9)).admits(), would);
        for (auto const& ground : found.refusals)
            BOOST_TEST((ground.rule == "JC-1" && ground.about_role && !ground.remedy.empty()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
