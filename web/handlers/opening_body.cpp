#include "web/handlers/opening_body.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "adapters/soci/document_levels.hpp"
#include "web/form.hpp"
#include "web/handlers/days_of_today.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/public_proposal.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/legal_matter/registration.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/proposal_name.hpp"

#include <set>

namespace web::handlers {
namespace {

namespace catalogue = workflows::catalogue;
namespace documents = workflows::normative_document;
using engine::say;

/// How an address names the proposal of the public that is taken up.
constexpr std::string_view from_proposal = "proposal";
/// More than these are looked for by whoever knows the number, and typed.
constexpr long long most_to_choose = 300;

/// Who works for a unit, and not for those that handle the matters of all.
bool acts_for_own_unit(visit const& v)
{
    auto const& role = v.session->as.role;
    return role == "sponsor_clerk" || role == "department_head";
}

/// What came with a proposal, then what its study rests on, as far as whoever opens may know it.
boost::json::array papers_of_proposal(std::vector<adapters::soci::attached_document> const& sent,
                                      catalogue::public_proposals::account const& so_far)
{
    boost::json::array made;
    std::set<std::string> known;
    for (auto const& one : sent)
        if (known.insert(one.hash).second)
            made.push_back({{"hash", one.hash}, {"name", one.name}});
    if (!so_far.is_studied())
        return made;
    for (auto const& one : so_far.study->body.documents) {
        if (adapters::soci::is_withheld(one.hash) || !known.insert(one.hash).second)
            continue;
        boost::json::object paper{{"hash", one.hash}, {"name", one.name}};
        if (one.level)
            paper["level"] = engine::name_of(*one.level);
        made.push_back(std::move(paper));
    }
    return made;
}

std::string study_in_words(visit const& v, catalogue::public_proposals::account const& so_far)
{
    auto const& study = so_far.study->body;
    return v.words(say("{1}研究论证的结论是“{2}”：{3}",
                       v.house.unit_name(so_far.handing->body.unit),
                       v.words("choice.study_view." + std::string(engine::name_of(study.view))),
                       std::string(study.opinion)));
}

/// The proposal of the public that is named "<case>-<number>", in the words of a decision's; only
/// for whoever works with what the public sent in there.
boost::json::object body_of_proposal(visit const& v, std::string const& named)
{
    auto const dash = named.find('-');
    if (dash == std::string::npos || !v.records)
        return {};
    auto const on = number_in(named.substr(0, dash));
    auto const number = number_in(named.substr(dash + 1));
    auto const file = on && number ? open_file(v, {*on}) : std::nullopt;
    auto const* content = file ? catalogue::content_of(file->file()) : nullptr;
    if (!content || !works_with_senders(v, *file))
        return {};
    adapters::soci::comment_shelf shelf(*v.records);
    auto const kept = shelf.find({*on}, *number);
    auto const so_far = account_of_proposal(*content, *number);
    if (!kept || kept->purpose != adapters::soci::purpose::proposal ||
        !handles_proposal(v, *content, so_far))
        return {};
    boost::json::object made{
        {"title", kept->title},
        {"proposer", "citizen"},
        {"proposer_name", kept->name},
        {"public_proposal", workflows::to_text({file->line().number, *number})},
        {"in_writing", true},
        {"reasons", kept->words},
        {"documents", papers_of_proposal(shelf.documents_of(kept->id), so_far)}};
    if (!kept->basis.empty())
        made["legal_basis"] = kept->basis;
    if (so_far.is_studied())
        made["necessity_and_feasibility"] = study_in_words(v, so_far);
    return made;
}

/// What is known of whoever opens, or of the proposal that is taken up.
boost::json::object body_of_opener(visit const& v, std::string_view kind, pairs const& subject)
{
    auto const& own = v.session->as.unit;
    if (kind == workflows::major_decision::intake::proposed::kind) {
        auto const* proposal = find(subject, from_proposal);
        if (auto made = body_of_proposal(v, proposal ? *proposal : ""); !made.empty())
            return made;
        return {{"proposer", "department"}, {"proposer_name", v.house.unit_name(own)}};
    }
    if (kind == documents::project::proposed::kind)
        return {{"drafting_unit", own}};
    if (kind != workflows::legal_matter::registration::registered::kind)
        return {};
    boost::json::object made;
    if (acts_for_own_unit(v))
        made["requesting_unit"] = own;
    return made;
}

} // namespace

std::string subject_of_opening(pairs const& query)
{
    pairs said;
    for (auto const& one : query)
        if (one.first == from_proposal || one.first.starts_with(field_prefix))
            said.push_back(one);
    return to_query(said);
}

boost::json::object opening_body(visit const& v, std::string_view kind,
                                 std::vector<engine::field> const& fields,
                                 std::string const& subject)
{
    auto const said = parse_pairs(subject).value_or(pairs());
    auto made = days_of_today(kind, fields, v.today());
    for (auto const& more : {body_of_opener(v, kind, said), read_form(said, fields).body})
        for (auto const& one : more)
            made[one.key()] = one.value();
    return made;
}

known_values opening_choices(visit const& v, std::string_view kind)
{
    known_values known;
    if (kind != documents::project::proposed::kind)
        return known;
    auto const found = documents_today(v).list({.binding_only = true}, {}, most_to_choose);
    if (found.rows.empty() || found.next)
        return known;
    auto& numbers = known["replaces_number"];
    for (auto const& one : found.rows)
        numbers.emplace_back(one.line.document_number, one.line.document_number + " " + one.title);
    return known;
}

} // namespace web::handlers
