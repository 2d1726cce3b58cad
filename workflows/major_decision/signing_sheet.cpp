#include "workflows/major_decision/signing_sheet.hpp"

#include <algorithm>

namespace workflows::major_decision::circulation {
namespace {

template <class Sheet>
auto* find(Sheet& in, long long number)
{
    auto const found = std::find_if(in.signers.begin(), in.signers.end(),
                                    [&](signer const& one) { return one.number == number; });
    return found == in.signers.end() ? nullptr : &*found;
}

bool stands_at(signer const& one, long long step)
{
    return one.step == step && !one.is_removed;
}

bool decides(signer const& one)
{
    return !one.is_consulted;
}

bool is_for(signer const& one)
{
    return one.given && one.given->word != signature_word::disagrees;
}

bool is_against(signer const& one)
{
    return one.given && one.given->word == signature_word::disagrees;
}

template <class Is>
long long count_at(sheet const& in, long long step, Is&& is)
{
    return std::count_if(in.signers.begin(), in.signers.end(), [&](signer const& one) {
        return stands_at(one, step) && decides(one) && is(one);
    });
}

long long voices(sheet const& in, long long step)
{
    return count_at(in, step, [](signer const&) { return true; });
}

bool step_is_lost(sheet const& in, long long step)
{
    auto const against = count_at(in, step, is_against);
    switch (in.rule) {
    case signing_rule::everybody:
        return against > 0;
    case signing_rule::anybody: // the first word decides
        return against > 0 && count_at(in, step, is_for) == 0;
    case signing_rule::vote:
        return voices(in, step) - against < votes_needed(in, step);
    }
    return false;
}

void make_void(signer& one)
{
    if (!one.given)
        return;
    one.overtaken.push_back(std::move(*one.given));
    one.given.reset();
}

/// Ends the sheet where nothing is left to ask.
void settle(sheet& in)
{
    if (in.state == sheet_state::returned)
        return;
    in.state = sheet_state::open;
    for (long long step = 1; step <= last_step(in); ++step) {
        if (step_is_lost(in, step)) {
            in.state = sheet_state::refused;
            return;
        }
        if (!step_is_done(in, step))
            return;
    }
    in.state = sheet_state::agreed;
}

void touched(sheet& in, bool by_signer)
{
    in.last_signature = 0;
    in.is_acted_on = in.is_acted_on || by_signer;
}

} // namespace

std::string_view kind_prepared(prepared_step step)
{
    switch (step) {
    case prepared_step::nothing:
        return {};
    case prepared_step::draft_version:
        return "drafting.versioned";
    case prepared_step::unit_answer:
        return "consultation.answered";
    case prepared_step::filing_for_review:
        return "legality_review.filed";
    case prepared_step::review_opinion:
        return "legality_review.concluded";
    case prepared_step::filing_for_decision:
        return "submission.filed";
    case prepared_step::office_check:
        return "submission.office_passed";
    case prepared_step::signing_of_text:
        return "publication.text_signed";
    }
    return {};
}

signer const* find_signer(sheet const& in, long long number)
{
    return find(in, number);
}

long long last_step(sheet const& in)
{
    long long last = 0;
    for (auto const& one : in.signers)
        if (!one.is_removed)
            last = std::max(last, one.step);
    return last;
}

long long votes_needed(sheet const& in, long long step)
{
    return in.needed.value_or(voices(in, step) / 2 + 1);
}

bool step_is_done(sheet const& in, long long step)
{
    switch (in.rule) {
    case signing_rule::everybody:
        return std::all_of(in.signers.begin(), in.signers.end(), [&](signer const& one) {
            return !stands_at(one, step) || one.given.has_value();
        });
    case signing_rule::anybody:
        return count_at(in, step, is_for) > 0;
    case signing_rule::vote:
        return count_at(in, step, is_for) >= votes_needed(in, step);
    }
    return false;
}

bool is_awaited(sheet const& in, signer const& who)
{
    if (in.state != sheet_state::open || who.is_removed || who.given || step_is_done(in, who.step))
        return false;
    for (long long step = 1; step < who.step; ++step)
        if (!step_is_done(in, step))
            return false;
    return std::all_of(who.waits_for.begin(), who.waits_for.end(), [&](long long number) {
        auto const* first = find_signer(in, number);
        return !first || first->is_removed || first->given;
    });
}

std::vector<signer const*> awaited(sheet const& in)
{
    std::vector<signer const*> all;
    for (auto const& one : in.signers)
        if (is_awaited(in, one))
            all.push_back(&one);
    return all;
}

signer const* awaited_at(sheet const& in, std::string_view role, std::string_view unit)
{
    for (auto const* one : awaited(in))
        if (one->at.role == role && one->at.unit == unit)
            return one;
    return nullptr;
}

void sign(sheet& in, long long number, signature given)
{
    find(in, number)->given = std::move(given);
    touched(in, true);
    in.last_signature = number;
    settle(in);
}

long long add_signer(sheet& in, long long beside, added_where where, engine::seat at)
{
    auto const number = static_cast<long long>(in.signers.size()) + 1;
    auto& adding = *find(in, beside);
    signer added{.number = number,
                 .step = adding.step,
                 .at = std::move(at),
                 .added_by = beside,
                 .is_consulted = where == added_where::before_me || adding.is_consulted};
    if (where == added_where::before_me)
        adding.waits_for.push_back(number);
    if (where == added_where::after_me)
        added.waits_for.push_back(beside);
    in.signers.push_back(std::move(added));
    touched(in, true);
    return number;
}

void remove_signer(sheet& in, long long number)
{
    find(in, number)->is_removed = true;
    touched(in, true);
    settle(in);
}

void send_back(sheet& in, sent_back const& how)
{
    for (auto& one : in.signers)
        if (how.way == return_way::in_order ? one.step >= how.to_step : one.step == how.to_step)
            make_void(one);
    in.returns.push_back(how);
    touched(in, true);
    in.state = how.to_step == 0 ? sheet_state::returned : sheet_state::open;
}

void send_again(sheet& in, long long draft, bool all_anew)
{
    if (all_anew)
        for (auto& one : in.signers)
            make_void(one);
    in.draft = draft;
    in.state = sheet_state::open;
    in.last_signature = 0;
    in.is_acted_on = false;
}

void take_back_signature(sheet& in)
{
    make_void(*find(in, in.last_signature));
    in.last_signature = 0;
    in.state = sheet_state::open;
    settle(in);
}

} // namespace workflows::major_decision::circulation
