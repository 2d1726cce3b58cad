#include "workflows/major_decision/open_disagreement.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <algorithm>
#include <map>

namespace workflows::major_decision {
namespace {

/// What a unit said last while it was consulted, or what came of the talk about it.
long long last_said(dossier const& file, std::string const& unit)
{
    long long last = 0;
    for (auto const& answer : file.consultation.answers)
        if (answer.unit == unit)
            last = std::max(last, answer.seq);
    for (auto const& talk : file.consultation.settlements)
        if (talk.body.with_unit == unit)
            last = std::max(last, talk.seq);
    return last;
}

/// A sheet counts as long as it was not called off and is about the text that is proposed now.
bool counts(dossier const& file, circulation::sheet const& one)
{
    return one.state != circulation::sheet_state::withdrawn &&
           one.state != circulation::sheet_state::stopped && one.draft == current_draft(file);
}

/// The last word of each unit on the sheets that count.
std::map<std::string, circulation::signature const*> last_words(dossier const& file)
{
    std::map<std::string, circulation::signature const*> words;
    for (auto const& sheet : file.circulation.sheets) {
        if (!counts(file, sheet))
            continue;
        for (auto const& who : sheet.signers) {
            if (!who.given || who.is_removed)
                continue;
            auto& last = words[who.at.unit];
            if (!last || last->seq < who.given->seq)
                last = &*who.given;
        }
    }
    return words;
}

} // namespace

open_disagreement disagreement_on(dossier const& file)
{
    open_disagreement found{.units = units_in_disagreement(file)};
    for (auto const& unit : found.units)
        found.act = std::max(found.act, last_said(file, unit));
    auto const& statement = file.consultation.disagreement;
    if (!found.units.empty() && statement)
        found.act = std::max(found.act, statement->seq);
    for (auto const& [unit, word] : last_words(file)) {
        if (word->word != circulation::signature_word::disagrees)
            continue;
        if (std::find(found.units.begin(), found.units.end(), unit) == found.units.end())
            found.units.push_back(unit);
        found.act = std::max(found.act, word->seq);
    }
    return found;
}

open_disagreement disagreement_on(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? disagreement_on(known->file()) : open_disagreement();
}

} // namespace workflows::major_decision
