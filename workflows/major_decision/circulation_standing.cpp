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
                           .unit_bound = who->at.unit});
    }
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
    json::array urges;
    for (auto const& when : one.urged)
        urges.push_back(json::string(engine::to_text(when)));
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
                      {"urged", std::move(urges)}};
    if (one.sign_by)
        made["sign_by"] = engine::to_text(*one.sign_by);
    if (one.rule == signing_rule::vote)
        made["needed"] = votes_needed(one, 1);
    return made;
}

json::object shown(copy const& one)
{
    json::object made{{"number", one.number},       {"role", one.to.role},
                      {"unit", one.to.unit},        {"from", one.from_name},
                      {"from_unit", one.from_unit}, {"words", one.words},
                      {"sheet", one.sheet},         {"sent_on", engine::to_text(one.sent_on)},
                      {"read_by", one.read_by}};
    if (one.read_on)
        made["read_on"] = engine::to_text(*one.read_on);
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
    return {{"sheets", std::move(sheets)}, {"copies", std::move(copies)}};
}

} // namespace workflows::major_decision
