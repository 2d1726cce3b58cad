#include "engine/lowered.hpp"
#include "web/handlers/opinions.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "workflows/catalogue/public_proposals.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <algorithm>
#include <map>

// The rows of the list of opinions, whichever way they came in.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
namespace law = workflows::major_decision;
namespace proposals = workflows::catalogue::public_proposals;
namespace soci = adapters::soci;

/// Letter case of a-z ignored, as the box finds words.
bool holds(std::string const& text, std::string const& words)
{
    return engine::lowered(text).find(engine::lowered(words)) != std::string::npos;
}

/// Words without spaces and the marks between them.
std::string bare_words(std::string words)
{
    for (std::string_view const mark : {" ", "\t", "\r", "\n", ",", ".", "!", "?", ";", ":",
                                        "\u3000", "，", "。", "！", "？", "；", "：", "、"})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at))
            words.erase(at, mark.size());
    return words;
}

/// The page of the list that begins with an opinion, at its row.
std::string row_href(opened_case const& file, case_opinions const& known, std::string const& number)
{
    auto href = "/cases/" + std::to_string(file.line().id.value) + "/opinions";
    if (auto const sent = law::number_of_opinion(number)) {
        if (*sent > 1)
            href += "?after=" + std::to_string(*sent - 1);
    } else {
        auto const direct = opinions_by_hand(known, {});
        auto const at = std::find_if(direct.begin(), direct.end(),
                                     [&](auto const& one) { return one.number == number; });
        href += "?filed=" + std::to_string(at - direct.begin() + 1);
    }
    return href + "#o-" + number;
}

/// The opinions that say the same, whichever of them came first.
array same_view(opened_case const& file, case_opinions const& known, std::string const& number)
{
    array made;
    auto const add = [&](std::string const& other) {
        made.push_back(object{{"opinion", other}, {"href", row_href(file, known, other)}});
    };
    if (auto const* on_file = known.opinions.find(number); on_file && !on_file->counts())
        add(on_file->same_as);
    for (auto const& other : known.opinions.repeats_of(number))
        add(other);
    return made;
}

} // namespace

long long count_opinions(soci::comment_shelf& shelf, engine::case_id on, case_opinions const& known)
{
    auto const sent = shelf.count(on, {.purpose = soci::purpose::opinion});
    auto const all = static_cast<long long>(known.opinions.all().size());
    auto const direct = static_cast<long long>(opinions_by_hand(known, {}).size());
    return sent + direct - (all - known.opinions.counted());
}

outcome_counts counts_by_outcome(case_opinions const& known)
{
    using law::participation::adoption;
    outcome_counts count;
    for (auto const& one : known.opinions.all()) {
        if (!one.counts() || !one.own_decision)
            continue;
        auto const outcome = one.own_decision->outcome;
        auto& of = outcome == adoption::adopted          ? count.adopted
                   : outcome == adoption::partly_adopted ? count.partly
                                                         : count.not_adopted;
        ++of;
    }
    return count;
}

unfiled_papers unfiled_on(soci::comment_shelf& shelf, opened_case const& file)
{
    auto const on = file.line().id;
    unfiled_papers left{shelf.count(on, {.purpose = soci::purpose::opinion}),
                        shelf.count(on, {.purpose = soci::purpose::hearing_wish})};
    if (left.all() == 0)
        return left;
    auto const known = opinions_in(file.record.acts);
    auto const& opinions = known.opinions.all();
    left.opinions -= std::count_if(opinions.begin(), opinions.end(), [](auto const& one) {
        return law::number_of_opinion(one.what.number).has_value();
    });
    left.wishes -= std::count_if(known.wishes.begin(), known.wishes.end(), [](auto const& one) {
        return law::number_of_opinion(one).has_value();
    });
    return {std::max(left.opinions, 0LL), std::max(left.wishes, 0LL)};
}

std::string_view registering_page(std::string_view kind)
{
    if (kind == law::participation::opinions_recorded::kind ||
        kind == law::participation::opinions_decided::kind ||
        kind == law::participation::feedback_given::kind)
        return "/opinions";
    if (kind == proposals::studied::kind)
        return "/proposals?state=studying";
    if (kind == proposals::handed_over::kind)
        return "/proposals?state=received";
    if (kind == proposals::answered::kind)
        return "/proposals?state=open";
    return kind == law::hearing::suggested::kind ? "/opinions?purpose=hearing_wish" : "";
}

std::vector<same_words> opinions_of_same_words(case_opinions const& known)
{
    std::vector<same_words> found;
    std::map<std::string, std::size_t> places;
    for (auto const& one : known.opinions.all()) {
        auto const words = bare_words(one.what.words);
        if (!one.counts() || words.empty())
            continue;
        auto const [at, is_new] = places.emplace(words, found.size());
        if (is_new)
            found.push_back({one.what.number, {}});
        else if (known.opinions.repeats_of(one.what.number).empty())
            found[at->second].others.push_back(one.what.number);
    }
    std::erase_if(found, [](same_words const& one) { return one.others.empty(); });
    return found;
}

std::vector<filed_by_hand> opinions_by_hand(case_opinions const& known,
                                            soci::comment_filter const& only)
{
    std::vector<filed_by_hand> found;
    if ((!only.channel.empty() && only.channel != by_hand) || (only.issue && !only.issue->empty()))
        return found;
    for (auto const& one : known.opinions.all()) {
        if (law::number_of_opinion(one.what.number) ||
            (!holds(one.what.words, only.words) && !holds(one.what.from, only.words)))
            continue;
        soci::comment_entry row;
        row.purpose = soci::purpose::opinion;
        row.channel = by_hand;
        row.kind = engine::name_of(one.what.kind);
        row.name = one.what.from;
        row.words = one.what.words;
        row.received_on = one.on;
        found.push_back({one.what.number, std::move(row)});
    }
    return found;
}

object opinion_row(visit const& v, soci::comment_shelf& shelf, opened_case const& file,
                   case_opinions const& known, soci::comment_entry const& one,
                   std::string const& number, named_people const* hidden)
{
    auto const private_too = hidden == nullptr;
    auto const shown = [&](std::string const& words) {
        return hidden ? masked_words(words, *hidden) : words;
    };
    auto const is_opinion = one.purpose == soci::purpose::opinion;
    auto const* on_file = is_opinion ? known.opinions.find(number) : nullptr;
    auto const holding = on_file ? known.opinions.decision_on(*on_file) : std::nullopt;
    auto const* decision = holding ? holding->what : nullptr;
    auto const is_filed = on_file || (!is_opinion && known.wishes.contains(number));
    auto const repeats = on_file && !on_file->counts();
    std::string const state = decision ? "decided" : is_filed ? "recorded" : "received";
    std::string const outcome =
        decision ? std::string(engine::name_of(decision->outcome)) : one.outcome;
    object made{
        {"number", one.number},
        {"opinion", number},
        {"name", private_too ? one.name : masked_name(one.name)},
        {"contact", private_too ? one.contact : ""},
        {"identity", private_too ? one.identity : ""},
        {"side_words", one.side.empty() ? "" : v.words("choice.hearing_side." + one.side)},
        {"kind", one.kind},
        {"kind_words", v.words("choice.attendee_kind." + one.kind)},
        {"channel", one.channel},
        {"channel_words", v.words("opinions.channel." + one.channel)},
        {"received_words",
         one.received_on ? v.words.date(*one.received_on) : v.words.moment(one.received_at)},
        {"words", shown(one.words)},
        {"issue", one.issue},
        {"state", state},
        {"state_words", v.words("opinions.state." + state)},
        {"outcome", outcome},
        {"outcome_words", outcome.empty() ? "" : v.words("choice.adoption." + outcome)},
        {"reason", decision ? std::string(decision->reason.value_or("")) : one.reason},
        {"repeats", repeats},
        {"same", same_view(file, known, number)},
        {"can_register", private_too && one.purpose == soci::purpose::hearing_wish && !is_filed},
        {"can_sort", private_too && is_opinion && !decision && !repeats && one.number > 0},
        {"can_choose", private_too && is_opinion && (one.number > 0 || on_file)}};
    array documents;
    if (one.documents > 0)
        for (auto const& document : shelf.documents_of(one.id))
            documents.push_back(
                object{{"name", shown(document.name)},
                       {"href", private_too ? "/cases/" + std::to_string(file.line().id.value) +
                                                  "/opinions/documents/" + document.hash
                                            : std::string()}});
    made["documents"] = std::move(documents);
    return made;
}

} // namespace web::handlers
