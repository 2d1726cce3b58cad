#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows::major_decision {

document_ref const& paper_to_publish(publication::text_signed const& what)
{
    return what.issued_paper ? *what.issued_paper : what.final_text;
}

bool issued(dossier const& file)
{
    return file.publication.notice || file.publication.withholding;
}

std::optional<day> issued_on(dossier const& file)
{
    if (auto const& notice = file.publication.notice)
        return notice->body.published_on;
    if (auto const& withholding = file.publication.withholding)
        return withholding->on;
    return {};
}

bool adoption_statement_due(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return touches && (touches->body.wide_concern || touches->body.technical);
}

std::vector<engine::limit_terms> publication_limits(dossier const& file, engine::rules const& law)
{
    auto const working_days = law.number(publication_working_days);
    auto const from = decided_on(file);
    if (!working_days || !from)
        return {};
    return {{.name = "publication",
             .rule = law.rule_of(publication_working_days, "R713-32.1"),
             .begins = *from,
             .days = *working_days,
             .unit = engine::day_unit::working,
             .met_on = issued_on(file),
             .binds = {publication::text_signed::kind, publication::published::kind,
                       publication::withheld::kind}}};
}

} // namespace workflows::major_decision
