#include "workflows/major_decision/circulation_entries.hpp"

#include "workflows/major_decision/circulation_parties.hpp"
#include "workflows/separation.hpp"

#include <set>
#include <utility>

namespace workflows::major_decision::circulation {
namespace {

sheet& sheet_of(dossier& file, long long number)
{
    return file.circulation.sheets.at(static_cast<std::size_t>(number - 1));
}

/// A signer does something to a sheet; where that decides it, or undoes it, the opener is told.
template <class Do>
void change(sheet& on, engine::act const& what, Do&& how)
{
    auto const before = on.state;
    how();
    if (on.state != before)
        on.decided_in = what.seq;
}

std::string words_in(std::optional<prose> const& words)
{
    return words ? std::string(*words) : std::string();
}

void send_copy(dossier& file, engine::seat to, engine::act const& what, std::string words,
               long long sheet_number = 0)
{
    auto& all = file.circulation.copies;
    all.push_back({.number = static_cast<long long>(all.size()) + 1,
                   .to = std::move(to),
                   .from_name = what.by.name,
                   .from_unit = what.by.unit,
                   .words = std::move(words),
                   .sent_on = what.counts_on(),
                   .sheet = sheet_number});
}

} // namespace

void enter(dossier& file, opened const& body, engine::act const& what)
{
    sheet made{.number = static_cast<long long>(file.circulation.sheets.size()) + 1,
               .subject = body.subject,
               .prepares = body.prepares,
               .rule = body.rule_of_signing,
               .needed = body.votes_needed,
               .sign_by = body.sign_by,
               .words = words_in(body.message),
               .documents = body.documents,
               .opener = what.by.person,
               .opened_for = what.by.represents,
               .opener_name = what.by.name,
               .opened_at = {what.by.role, what.by.unit},
               .opened_on = what.counts_on(),
               .draft = current_draft(file)};
    for (auto const& one : body.signers)
        made.signers.push_back(
            {.number = static_cast<long long>(made.signers.size()) + 1,
             .step = one.turn,
             .at = {role_of(one.seat), one.unit, one.person.value_or(engine::person_id{})}});
    file.circulation.sheets.push_back(std::move(made));
}

void enter(dossier& file, given const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    auto const* who = awaited_at(on, what.by.role, what.by.unit);
    change(on, what, [&] {
        sign(on, who->number,
             {what.seq, what.by.person, what.by.name, what.by.on_behalf_of, what.counts_on(),
              body.word, words_in(body.opinion), body.documents});
    });
}

void enter(dossier& file, signer_added const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    add_signer(on, awaited_at(on, what.by.role, what.by.unit)->number, body.where,
               {role_of(body.seat), body.unit, body.person.value_or(engine::person_id{})});
}

void enter(dossier& file, signer_removed const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    change(on, what, [&] { remove_signer(on, body.signer); });
}

void enter(dossier& file, returned const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    send_back(on, {.by = awaited_at(on, what.by.role, what.by.unit)->number,
                   .to_step = body.to_turn,
                   .way = body.way,
                   .name = what.by.name,
                   .reason = body.reason,
                   .on = what.counts_on()});
}

void enter(dossier& file, sent_again const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    on.sent_on.push_back({what.by.name, words_in(body.message), body.documents, what.counts_on()});
    bool const in_order = !on.returns.empty() && on.returns.back().way == return_way::in_order &&
                          on.state == sheet_state::returned;
    send_again(on, current_draft(file), in_order || sheet_is_overtaken(file, on));
}

void enter(dossier& file, withdrawn const& body, engine::act const&)
{
    sheet_of(file, body.sheet).state = sheet_state::withdrawn;
}

void enter(dossier& file, stopped const& body, engine::act const&)
{
    auto& on = sheet_of(file, body.sheet);
    on.state = sheet_state::stopped;
    on.end_reason = body.reason;
    on.last_signature = 0;
}

void enter(dossier& file, signature_withdrawn const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    change(on, what, [&] { take_back_signature(on); });
}

void enter(dossier& file, urged const& body, engine::act const& what)
{
    auto& on = sheet_of(file, body.sheet);
    on.urged.push_back({.seq = what.seq,
                        .name = what.by.name,
                        .unit = what.by.unit,
                        .words = words_in(body.message),
                        .on = what.counts_on()});
    std::set<engine::seat> learn;
    if (on.urged.size() == heads_learn_at)
        for (auto const* who : awaited(on))
            if (who->at.role != "department_head")
                learn.insert({"department_head", who->at.unit});
    if (on.urged.size() == office_learns_at)
        learn.insert({"office_secretary", ""});
    for (auto const& to : learn)
        send_copy(file, to, what, words_in(body.message), on.number);
}

void enter(dossier& file, copied const& body, engine::act const& what)
{
    for (auto const& to : body.to)
        send_copy(file, {role_of(to.seat), to.unit}, what, words_in(body.message));
}

void enter(dossier& file, read const& body, engine::act const& what)
{
    auto& one = file.circulation.copies.at(static_cast<std::size_t>(body.copy - 1));
    one.read_on = what.counts_on();
    one.read_by = what.by.name;
}

void enter(dossier& file, handed_over const& body, engine::act const& what)
{
    hand_over(file.circulation.handings, body.task, {what.by.role, what.by.unit},
              {.from = what.by.person,
               .in_place_of = what.by.represents,
               .from_name = what.by.name,
               .on_behalf_of = what.by.on_behalf_of,
               .to = body.receiver,
               .reason = body.reason,
               .on = what.counts_on()});
}

void enter(dossier& file, handing_taken_back const& body, engine::act const& what)
{
    take_back(file.circulation.handings, body.task, {what.by.role, what.by.unit}, what.by);
}

void enter(dossier& file, delegated const& body, engine::act const& what)
{
    auto& all = file.circulation.delegations;
    // A substitute asks in the name of whoever they stand in for, and the answer goes there.
    auto const asks = what.by.represents.value ? what.by.represents : what.by.person;
    all.push_back({.number = static_cast<long long>(all.size()) + 1,
                   .kind = body.task,
                   .from = {what.by.role, what.by.unit, asks},
                   .from_name = what.by.name,
                   .on_behalf_of = what.by.on_behalf_of,
                   .colleague = body.colleague,
                   .note = body.note,
                   .answer_by = body.answer_by,
                   .asked_on = what.counts_on(),
                   .state = delegation_state::asked,
                   .words = {},
                   .documents = {},
                   .answered_by = {},
                   .prepared_by = {},
                   .answered_on = {}});
}

namespace {

/// What was asked comes back: whoever asked has it among their copies until they have read it.
void come_back(dossier& file, long long number, delegation_state state, std::string words,
               engine::act const& what)
{
    auto& one = file.circulation.delegations.at(static_cast<std::size_t>(number - 1));
    one.state = state;
    one.words = std::move(words);
    one.answered_by = what.by.name;
    one.answered_on = what.counts_on();
    send_copy(file, one.from, what, one.words);
}

} // namespace

void enter(dossier& file, delegation_answered const& body, engine::act const& what)
{
    auto& one = file.circulation.delegations.at(static_cast<std::size_t>(body.delegation - 1));
    one.documents = body.documents;
    note(one.prepared_by, what.by);
    come_back(file, body.delegation, delegation_state::answered, words_in(body.answer), what);
}

void enter(dossier& file, delegation_declined const& body, engine::act const& what)
{
    come_back(file, body.delegation, delegation_state::declined, body.reason, what);
}

void enter(dossier& file, delegation_recalled const& body, engine::act const&)
{
    file.circulation.delegations.at(static_cast<std::size_t>(body.delegation - 1)).state =
        delegation_state::recalled;
}

} // namespace workflows::major_decision::circulation
