#include "workflows/major_decision/circulation_parties.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <algorithm>
#include <boost/json.hpp>

// What people are told of a sheet, and what they have to have seen before they sign it.

namespace workflows::major_decision {

using namespace circulation;
namespace json = boost::json;

namespace {

constexpr std::string_view chapter = "circulation";

/// Whoever asked, by name; of a substitute, the person whose place they took.
engine::seat opener_of(sheet const& one)
{
    auto const asks = one.opened_for.value != 0 ? one.opened_for : one.opener;
    return {one.opened_at.role, one.opened_at.unit, asks};
}

/// Where the word of a signer is waited for: by name where the task was handed over.
engine::seat waited_for_at(dossier const& file, engine::seat at)
{
    if (at.person.value == 0)
        at.person = handed_to(file, given::kind, at);
    return at;
}

std::string_view outcome_of(sheet const& one)
{
    if (one.state == sheet_state::agreed)
        return "news.sheet_agreed";
    return one.state == sheet_state::refused ? "news.sheet_refused" : "news.sheet_open_again";
}

json::array hashes_of(std::vector<document_ref> const& all)
{
    json::array made;
    for (auto const& one : all)
        made.push_back(json::string(one.hash));
    return made;
}

/// What the opener said and added each time the sheet was sent on again.
json::array words_since(sheet const& on)
{
    json::array made;
    for (auto const& one : on.sent_on)
        made.push_back(json::object{{"words", one.words}, {"documents", hashes_of(one.documents)}});
    return made;
}

/// The text that lies before the signers.
json::array draft_on_file(dossier const& file)
{
    auto const& versions = file.drafting.versions;
    if (versions.empty())
        return {};
    auto const& last = versions.back().body;
    return {json::string(last.draft.hash), json::string(last.explanation.hash)};
}

/// The words without which this signer would not be asked.
json::array words_before(sheet const& on, signer const& who)
{
    json::array made;
    for (auto const& one : on.signers) {
        auto const comes_first =
            one.step < who.step || std::find(who.waits_for.begin(), who.waits_for.end(),
                                             one.number) != who.waits_for.end();
        if (comes_first && one.given)
            made.push_back(json::object{{"signer", one.number},
                                        {"name", one.given->name},
                                        {"word", engine::name_of(one.given->word)},
                                        {"words", one.given->words},
                                        {"documents", hashes_of(one.given->documents)}});
    }
    return made;
}

} // namespace

std::vector<engine::news> told_of_sheets(dossier const& file, engine::act const& what)
{
    std::vector<engine::news> all;
    auto const tell = [&](std::string_view kind, engine::seat to, std::optional<day> due) {
        all.push_back({std::string(chapter), std::string(kind), std::move(to), due});
    };
    for (auto const& one : file.circulation.sheets) {
        if (!one.urged.empty() && one.urged.back().seq == what.seq)
            for (auto const* who : awaited(one))
                tell("news.sheet_urged", waited_for_at(file, who->at), one.sign_by);
        if (one.decided_in == what.seq)
            tell(outcome_of(one), opener_of(one), {});
    }
    return all;
}

std::optional<std::string> ground_of_signature(dossier const& file, engine::act const& what)
{
    bool const is_word = what.kind == given::kind || what.kind == returned::kind;
    auto const* number = is_word ? what.body.if_contains("sheet") : nullptr;
    auto const* on = number && number->is_int64() ? find_sheet(file, number->get_int64()) : nullptr;
    auto const* who = on ? awaited_at(*on, what.by.role, what.by.unit) : nullptr;
    if (!who)
        return {};
    json::object ground{{"signer", who->number},
                        {"is_consulted", who->is_consulted},
                        {"subject", on->subject},
                        {"prepares", engine::name_of(on->prepares)},
                        {"rule", engine::name_of(on->rule)},
                        {"needed", on->needed.value_or(0)},
                        {"sign_by", on->sign_by ? engine::to_text(*on->sign_by) : ""},
                        {"words", on->words},
                        {"documents", hashes_of(on->documents)},
                        {"returns", on->returns.size()},
                        {"sent_on", words_since(*on)},
                        {"draft", draft_on_file(file)},
                        {"before", words_before(*on, *who)}};
    return json::serialize(ground);
}

} // namespace workflows::major_decision
