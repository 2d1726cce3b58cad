#include "workflows/fact_section.hpp"
#include "workflows/legal_matter/procedure.hpp"

#include <algorithm>

namespace workflows::legal_matter {
namespace {

namespace json = boost::json;

json::object amount_of(long long fen)
{
    return {{"money", fen}};
}

/// The amount with what it is; "none" and "not yet known" are words, never a number.
json::value amount(registration::facts const& of)
{
    if (!registration::has_amount(of.basis))
        return choice(of.basis);
    return json::array{amount_of(of.amount_fen), choice(of.basis)};
}

section of_request(dossier const& file)
{
    section made("section.request");
    auto const& all = file.registration;
    if (!all.request)
        return made;
    auto const& body = all.request->body;
    made.add("field.legal_kind_is", choice(all.kind_is));
    made.add("field.requesting_unit", shown("unit", body.requesting_unit));
    made.add_text("field.contact", body.contact);
    made.add("field.received_on", dated(body.received_on));
    made.add("field.urgency_is", choice(body.urgency_is));
    made.add("field.asked_at_is", choice(body.asked_at_is));
    made.add_text("field.counterparty", body.counterparty);
    made.add("field.amount", amount(all));
    if (body.decision_number)
        made.add("field.decision_number", shown("case", *body.decision_number));
    made.add_text("field.document_title", body.document_title);
    made.add_text("field.contract_number", body.contract_number);
    made.add_text("field.register_number", body.register_number);
    made.add_text("field.question", body.question);
    for (auto const& one : all.amount_corrections)
        made.add("section.amount_corrected",
                 json::array{dated(one.on), shown("text", one.body.reason)});
    for (auto const& one : all.kind_corrections)
        made.add("section.kind_corrected",
                 json::array{dated(one.on), shown("text", one.body.reason)});
    return made;
}

/// Advisers declare in their opinion that they have no interest; until then there is what the legal
/// office entered when it named them.
json::object standing_of(dossier const& file, handling::counsel_named const& one)
{
    if (has_withdrawn(file, one.counsel))
        return shown("key", "words.withdrew");
    if (one.conflict_declared != handling::conflict::none_declared)
        return choice(one.conflict_declared);
    auto const& all = file.advice.opinions;
    bool const has_declared = std::any_of(all.begin(), all.end(), [&](auto const& opinion) {
        return opinion.by.name == one.counsel || opinion.by.on_behalf_of == one.counsel;
    });
    return has_declared ? choice(one.conflict_declared)
                        : shown("key", "words.entered_free_of_conflict");
}

section of_handling(dossier const& file)
{
    section made("section.handling");
    auto const& all = file.handling;
    if (!all.assignments.empty()) {
        auto const& handler = all.assignments.back().body.handler;
        made.add("field.handler", handler.id.value != 0
                                      ? shown("person", std::to_string(handler.id.value))
                                      : shown("text", handler.name));
        made.add("section.round", shown("text", std::to_string(current_round(file))));
    }
    for (auto const& one : all.counsels) {
        json::array row{shown("text", one.body.counsel)};
        if (one.body.firm)
            row.push_back(shown("text", *one.body.firm));
        row.push_back(standing_of(file, one.body));
        made.add("field.counsel", std::move(row));
    }
    return made;
}

section of_told(dossier const& file)
{
    section made("section.told_afterwards");
    if (!file.handling.told)
        return made;
    auto const& body = file.handling.told->body;
    made.add("field.closed_on", dated(body.closed_on));
    made.add_text("field.handler", body.handler);
    made.add_text("field.counsel", body.counsel);
    made.add_text("field.opinion", body.opinion);
    made.add_text("field.letter_number", body.letter_number);
    made.add_text("field.adoption", body.adoption);
    made.add_text("field.outcome", body.outcome);
    if (body.loss_avoided)
        made.add("field.loss_avoided", amount_of(body.loss_avoided->fen));
    made.add_text("field.archive_number", body.archive_number);
    return made;
}

section of_advice(dossier const& file)
{
    section made("section.advice");
    for (auto const& one : file.advice.opinions)
        made.add("section.opinion_of", json::array{shown("text", one.by.name), dated(one.on),
                                                   choice(one.body.conclusion_is)});
    for (auto const& one : file.advice.contract_reviews)
        made.add("section.contract_review", json::array{dated(one.on), choice(one.body.finding)});
    for (auto const& one : file.advice.letters)
        made.add("field.letter_number", json::array{shown("text", one.body.letter_number),
                                                    dated(one.on), choice(one.body.conclusion_is)});
    for (auto const& one : file.advice.answers) {
        json::array row{choice(one.body.adoption_is), dated(one.on)};
        if (one.body.reason)
            row.push_back(shown("text", *one.body.reason));
        made.add("field.adoption_is", std::move(row));
    }
    return made;
}

section of_outcome(dossier const& file)
{
    section made("section.outcome");
    for (auto const& one : file.outcome.appearances)
        made.add("section.appearance",
                 json::array{dated(one.body.appeared_on), shown("text", one.body.before)});
    for (auto const& one : file.outcome.results) {
        json::array row{choice(one.body.result_is), dated(one.body.happened_on)};
        made.add("field.result_is", std::move(row));
    }
    if (!file.outcome.results.empty())
        if (auto const& loss = file.outcome.results.back().body.loss_avoided)
            made.add("field.loss_avoided", amount_of(loss->fen));
    if (file.outcome.archive)
        made.add("field.archive_number", shown("text", file.outcome.archive->body.archive_number));
    return made;
}

} // namespace

json::object facts(dossier const& file)
{
    json::array sections;
    of_request(file).into(sections);
    of_told(file).into(sections);
    of_handling(file).into(sections);
    of_advice(file).into(sections);
    of_outcome(file).into(sections);
    return {{"sections", std::move(sections)}};
}

} // namespace workflows::legal_matter
