#include "web/handlers/basis_on_file.hpp"

#include "web/handlers/last_body.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <sstream>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace law = workflows::major_decision;
using law::drafting::researched;

/// The proposal tells its basis in prose, in which a line is taken for one law or policy. What
/// somebody from outside went by is their own word: what the decision rests on is researched.
array rows_of_proposal(opened_case const& file)
{
    array found;
    auto const proposal = last_body<law::intake::proposed>(file);
    if (!proposal || !proposal->legal_basis || law::intake::is_from_outside(proposal->proposer))
        return found;
    std::istringstream lines(*proposal->legal_basis);
    for (std::string line; std::getline(lines, line);) {
        std::erase(line, '\r');
        if (!line.empty())
            found.push_back(object{{"title", line}});
    }
    return found;
}

array rows_of_research(opened_case const& file)
{
    auto const research = last_body<researched>(file);
    if (!research)
        return rows_of_proposal(file);
    array found;
    for (auto const& one : research->legal_basis) {
        object row{{"title", one.title}};
        if (one.article)
            row["article"] = *one.article;
        if (one.document_number)
            row["document_number"] = *one.document_number;
        found.push_back(std::move(row));
    }
    return found;
}

array lines_of_research(opened_case const& file)
{
    array found;
    if (auto const research = last_body<researched>(file))
        for (auto const& one : research->legal_basis)
            found.emplace_back(one.title + one.article.value_or("") +
                               (one.document_number ? "（" + *one.document_number + "）" : ""));
    return found;
}

template <class Filed>
array lines_of(opened_case const& file)
{
    array found;
    if (auto const filed = last_body<Filed>(file))
        for (auto const& one : filed->legal_basis)
            found.emplace_back(one);
    return found;
}

/// As it was researched, or as a submission since has named it.
array last_lines(opened_case const& file)
{
    using law::legality_review::filed;
    auto const& acts = file.record.acts;
    auto const last = std::find_if(acts.rbegin(), acts.rend(), [](engine::act const& one) {
        return one.kind == researched::kind || one.kind == filed::kind ||
               one.kind == law::submission::filed::kind;
    });
    if (last == acts.rend())
        return {};
    if (last->kind == filed::kind)
        return lines_of<filed>(file);
    return last->kind == researched::kind ? lines_of_research(file)
                                          : lines_of<law::submission::filed>(file);
}

} // namespace

array basis_on_file(opened_case const& file, std::string_view kind)
{
    if (kind == researched::kind)
        return rows_of_research(file);
    if (kind == law::legality_review::filed::kind || kind == law::submission::filed::kind)
        return last_lines(file);
    return {};
}

} // namespace web::handlers
