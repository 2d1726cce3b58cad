#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using namespace circulation;
namespace json = boost::json;

sheet const* find_sheet(dossier const& file, long long number)
{
    auto const& all = file.circulation.sheets;
    if (number < 1 || static_cast<std::size_t>(number) > all.size())
        return nullptr;
    return &all[static_cast<std::size_t>(number - 1)];
}

delegation const* find_delegation(dossier const& file, long long number)
{
    auto const& all = file.circulation.delegations;
    if (number < 1 || static_cast<std::size_t>(number) > all.size())
        return nullptr;
    return &all[static_cast<std::size_t>(number - 1)];
}

engine::person_id handed_to(dossier const& file, std::string_view kind, engine::seat const& from)
{
    auto const* one = find_handing(file.circulation.handings, kind, from);
    return one ? one->waits_for() : engine::person_id{};
}

void settle_handed_work(dossier& file, engine::act const& what, seats_of_kind const& seats)
{
    settle(file.circulation.handings, file.circulation.delegations, what, seats);
}

bool sheet_is_overtaken(dossier const& file, sheet const& one)
{
    return one.draft != current_draft(file) && !still_covers(file, one.draft);
}

sheet const* sheet_in_the_way(dossier const& file, std::string_view unit, std::string_view kind)
{
    sheet const* in_the_way = nullptr;
    for (auto const& one : file.circulation.sheets) {
        if (one.opened_at.unit != unit || kind.empty() || kind_prepared(one.prepares) != kind)
            continue;
        if (!one.is_ended())
            return &one;
        // A refusal stands until another sheet on the same act is agreed, or it is overruled by
        // name.
        if (one.state == sheet_state::refused)
            in_the_way = &one;
        else if (one.state == sheet_state::agreed)
            in_the_way = nullptr;
    }
    return in_the_way;
}

std::vector<engine::limit_terms> circulation_terms(dossier const& file)
{
    std::vector<engine::limit_terms> all;
    for (auto const& one : file.circulation.sheets) {
        if (!one.sign_by || one.is_ended())
            continue;
        for (auto const* who : awaited(one))
            all.push_back({.name = "signing",
                           .rule = "JC-12",
                           .begins = one.opened_on,
                           .days = (*one.sign_by - one.opened_on).count(),
                           .binds = {circulation::given::kind},
                           .unit_bound = who->at.unit,
                           .ends_as_written = true});
    }
    for (auto const& one : file.circulation.delegations)
        if (one.state == delegation_state::asked && one.answer_by)
            all.push_back({.name = "delegation",
                           .rule = "JC-16",
                           .begins = one.asked_on,
                           .days = (*one.answer_by - one.asked_on).count(),
                           .binds = {circulation::delegation_answered::kind},
                           .unit_bound = one.from.unit,
                           .person_bound = one.colleague,
                           .ends_as_written = true});
    return all;
}

namespace {

json::array documents_of(std::vector<document_ref> const& all)
{
    json::array list;
    for (auto const& one : all)
        list.push_back(json::object{{"hash", one.hash}, {"name", one.name}});
    return list;
}

json::object shown(signature const& one)
{
    return {{"word", engine::name_of(one.word)},
            {"words", one.words},
            {"name", one.name},
            {"on_behalf_of", one.on_behalf_of},
            {"on", engine::to_text(one.on)},
            {"documents", documents_of(one.documents)},
            {"seq", one.seq}};
}

json::object shown(dossier const& file, sheet const& in, signer const& one)
{
    json::object made{{"number", one.number},
                      {"step", one.step},
                      {"role", one.at.role},
                      {"unit", one.at.unit},
                      {"person", one.at.person.value},
                      {"added_by", one.added_by},
                      {"is_consulted", one.is_consulted},
                      {"is_removed", one.is_removed},
                      {"is_awaited", is_awaited(in, one) && !sheet_is_overtaken(file, in)}};
    if (one.given)
        made["given"] = shown(*one.given);
    json::array overtaken;
    for (auto const& before : one.overtaken)
        overtaken.push_back(shown(before));
    made["overtaken"] = std::move(overtaken);
    return made;
}

json::object shown(dossier const& file, sheet const& one)
{
    json::array signers;
    for (auto const& who : one.signers)
        signers.push_back(shown(file, one, who));
    json::array returns;
    for (auto const& back : one.returns)
        returns.push_back(json::object{{"name", back.name},
                                       {"to_step", back.to_step},
                                       {"way", engine::name_of(back.way)},
                                       {"reason", back.reason},
                                       {"on", engine::to_text(back.on)}});
    json::array sent_on;
    for (auto const& again : one.sent_on)
        sent_on.push_back(json::object{{"name", again.name},
                                       {"words", again.words},
                                       {"documents", documents_of(again.documents)},
                                       {"on", engine::to_text(again.on)}});
    json::array urges;
    for (auto const& by : one.urged)
        urges.push_back(json::object{{"name", by.name},
                                     {"unit", by.unit},
                                     {"words", by.words},
                                     {"on", engine::to_text(by.on)}});
    json::object made{{"number", one.number},
                      {"subject", one.subject},
                      {"prepares", engine::name_of(one.prepares)},
                      {"kind_prepared", kind_prepared(one.prepares)},
                      {"rule", engine::name_of(one.rule)},
                      {"words", one.words},
                      {"documents", documents_of(one.documents)},
                      {"opener", one.opener_name},
                      {"opener_role", one.opened_at.role},
                      {"opener_unit", one.opened_at.unit},
                      {"opened_on", engine::to_text(one.opened_on)},
                      {"draft", one.draft},
                      {"state", engine::name_of(one.state)},
                      {"is_overtaken", !one.is_ended() && sheet_is_overtaken(file, one)},
                      {"end_reason", one.end_reason},
                      {"signers", std::move(signers)},
                      {"returns", std::move(returns)},
                      {"sent_on", std::move(sent_on)},
                      {"urged", std::move(urges)}};
    if (one.sign_by)
        made["sign_by"] = engine::to_text(*one.sign_by);
    if (one.rule == signing_rule::vote)
        made["needed"] = votes_needed(one, 1);
    return made;
}

json::object shown(copy const& one)
{
    json::object made{{"number", one.number},   {"role", one.to.role},
                      {"unit", one.to.unit},    {"person", one.to.person.value},
                      {"from", one.from_name},  {"from_unit", one.from_unit},
                      {"words", one.words},     {"sheet", one.sheet},
                      {"read_by", one.read_by}, {"sent_on", engine::to_text(one.sent_on)}};
    if (one.read_on)
        made["read_on"] = engine::to_text(*one.read_on);
    return made;
}

json::object shown(handing const& one)
{
    json::array steps;
    for (auto const& step : one.steps)
        steps.push_back(json::object{{"from", step.from.value},
                                     {"from_name", step.from_name},
                                     {"on_behalf_of", step.on_behalf_of},
                                     {"to", step.to.value},
                                     {"reason", step.reason},
                                     {"on", engine::to_text(step.on)}});
    return {{"kind", one.kind},
            {"role", one.at.role},
            {"unit", one.at.unit},
            {"is_over", one.is_over},
            {"steps", std::move(steps)}};
}

json::object shown(delegation const& one)
{
    json::object made{{"number", one.number},
                      {"kind", one.kind},
                      {"role", one.from.role},
                      {"unit", one.from.unit},
                      {"from", one.from.person.value},
                      {"from_name", one.from_name},
                      {"on_behalf_of", one.on_behalf_of},
                      {"colleague", one.colleague.value},
                      {"note", one.note},
                      {"asked_on", engine::to_text(one.asked_on)},
                      {"state", engine::name_of(one.state)},
                      {"words", one.words},
                      {"documents", documents_of(one.documents)},
                      {"answered_by", one.answered_by}};
    if (one.answer_by)
        made["answer_by"] = engine::to_text(*one.answer_by);
    if (one.answered_on)
        made["answered_on"] = engine::to_text(*one.answered_on);
    return made;
}

} // namespace

json::object circulation_facts(dossier const& file)
{
    json::array sheets;
    for (auto const& one : file.circulation.sheets)
        sheets.push_back(shown(file, one));
    json::array copies;
    for (auto const& one : file.circulation.copies)
        copies.push_back(shown(one));
    json::array handings;
    for (auto const& one : file.circulation.handings)
        handings.push_back(shown(one));
    json::array delegations;
    for (auto const& one : file.circulation.delegations)
        delegations.push_back(shown(one));
    return {{"sheets", std::move(sheets)},
            {"copies", std::move(copies)},
            {"handings", std::move(handings)},
            {"delegations", std::move(delegations)}};
}

} // namespace workflows::major_decision
