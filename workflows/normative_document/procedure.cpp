#include "workflows/normative_document/procedure.hpp"

#include "engine/tabled_chapter.hpp"

template class engine::tabled_chapter<workflows::normative_document::dossier>;

namespace workflows::normative_document {
namespace {

std::vector<engine::limit_terms> time_limits(dossier const& file, engine::rules const& law,
                                             engine::circumstances const& now)
{
    auto all = review_limits(file, law);
    for (auto one : {comment_terms(file), evaluation_terms(file, law, now.days)})
        if (one)
            all.push_back(std::move(*one));
    for (auto const& more : {filing_limits(file, law), request_limits(file, law)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

engine::procedure_parts<dossier> const& parts()
{
    static engine::procedure_parts<dossier> const all{
        .chapters = {make_project, make_opinions, make_public_opinions, make_public_hearing,
                     make_review, make_issue, make_filing, make_validity, make_requests},
        .bars = bars,
        .remember = remember,
        .summary = summary,
        .figures = figures,
        .time_limits = time_limits,
        .facts = facts};
    return all;
}

} // namespace

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(project::proposed::kind),
            .number_prefix = "WJ",
            .make = engine::cases_of(parts())};
}

} // namespace workflows::normative_document
