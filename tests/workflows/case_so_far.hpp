#ifndef JUECE_TESTS_WORKFLOWS_CASE_SO_FAR_HPP
#define JUECE_TESTS_WORKFLOWS_CASE_SO_FAR_HPP

#include "tests/workflows/trial.hpp"

#include <optional>
#include <set>
#include <string>

// The facts of a case up to a certain step, for tests of the chapters that come after it.

namespace tests {

using rules = std::set<std::string>;
namespace law = workflows::major_decision;

/// A stored document whose hash is one hexadecimal digit repeated.
engine::document_ref paper(char digit, std::string name = "文件");

/// The same as JSON.
std::string paper_json(char digit);

/// The object with these members replaced; a null takes the member away.
std::string with(std::string const& base, std::string const& changes);

engine::day date(std::string_view text);

template <class Body>
law::entered<Body> entry(trial::dossier const& file, Body body, std::string_view on,
                         long long seq = 1)
{
    return {std::move(body), seq, date(on), {}, {}, law::current_draft(file)};
}

/// The water bureau leads; the route of the people's congress is as given.
void start(trial::dossier& file,
           law::intake::congress_route route = law::intake::congress_route::none);

/// The next version of the draft: document of that digit.
void draft(trial::dossier& file, char digit,
           law::drafting::change_class change = law::drafting::change_class::first_draft);

/// The reviewer's word on the current version.
void confirm(trial::dossier& file, law::drafting::change_class change);

/// The public was heard on the current draft, and the sponsor reviewed and discussed it: what
/// Guangdong asks of every matter before the legality review.
void prepare(trial::dossier& file);

/// A lawful opinion on the current draft, with what has to come before it.
void review(trial::dossier& file, std::string_view on = "2024-02-20");

void put_on_agenda(trial::dossier& file, std::string_view meeting_on = "2024-03-01");

/// A meeting with that outcome on 2024-03-01.
void meet(trial::dossier& file,
          law::deliberation::meeting_outcome outcome = law::deliberation::meeting_outcome::adopted,
          std::string_view on = "2024-03-01", long long seq = 30);

/// The party committee's answer on the current draft.
void ask_party(trial::dossier& file,
               law::party_report::party_answer answer = law::party_report::party_answer::agrees,
               long long seq = 40);

void sign(trial::dossier& file);

void publish(trial::dossier& file);

/// The transport bureau executes.
void name_executor(trial::dossier& file);

void report_problem(trial::dossier& file, law::execution::problem_kind kind =
                                              law::execution::problem_kind::circumstances_changed);

/// Everything up to the adoption of draft 'a' on 2024-03-01.
void adopt(trial::dossier& file);

/// Everything up to the publication on 2024-03-11.
void issue(trial::dossier& file);

/// The rules of a place "strict" that makes an evaluation a duty when the circumstances changed. No
/// built-in place has such a duty.
engine::rule_book const& where_evaluation_is_a_duty();

/// What the matter touches, to be filled by the test.
law::drafting::assessed& touches(trial::dossier& file);

} // namespace tests

#endif
