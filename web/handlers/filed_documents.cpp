#include "web/handlers/filed_documents.hpp"

#include "adapters/soci/document_levels.hpp"
#include "workflows/chapter_of_act.hpp"
#include "workflows/drafts_of_case.hpp"

#include <algorithm>
#include <array>

namespace web::handlers {
namespace {

using boost::json::object;

/// A document that acts ask for again, and where it went on file: a chapter, or one of its acts,
/// and the field. Of a draft whatever is done on it takes the one in force alone (JC-2).
struct asked_again {
    std::string_view field;
    std::string_view filed_by;
    std::string_view filed_as;
    bool is_draft_in_force = false;
};

constexpr std::array again = {
    asked_again{"draft", "drafting", "draft", true},
    asked_again{"explanation", "drafting", "explanation"},
    asked_again{"final_text", "drafting", "draft", true},
    asked_again{"own_review_opinion", "sponsor_review", "document"},
    asked_again{"sponsor_minutes", "sponsor_review", "minutes"},
    asked_again{"risk_report", "risk", "report"},
    asked_again{"competition_material", "fair_competition", "opinion"},
    asked_again{"legality_opinion", "legality_review", "opinion"},
    asked_again{"draft", "document_project.drafted", "draft", true},
    asked_again{"explanation", "document_project.drafted", "explanation"},
    asked_again{"evaluation_report", "document_opinions.evaluated", "report"},
    asked_again{"countersign", "document_opinions.countersigned", "document"},
    asked_again{"final_text", "document_project.drafted", "draft", true},
};

/// A list of papers that somebody else gets, and which of those on file it must hold.
struct asked_bundle {
    std::string_view kind;
    std::string_view field;
    std::array<asked_again, 2> papers;
};

constexpr std::array bundles = {
    asked_bundle{"experts.materials_given",
                 "documents",
                 {asked_again{"draft", "drafting", "draft"},
                  asked_again{"explanation", "drafting", "explanation"}}},
    asked_bundle{"fair_competition.filed",
                 "documents",
                 {asked_again{"draft", "drafting", "draft"},
                  asked_again{"own_opinion", "fair_competition", "document"}}},
    asked_bundle{"document_review.filed",
                 "special_reviews",
                 {asked_again{"first_review", "document_opinions.competition_reviewed", "document"},
                  asked_again{"conclusion", "document_opinions.competition_concluded", "opinion"}}},
    asked_bundle{"document_filing.filed",
                 "documents",
                 {asked_again{"final_text", "document_issue", "final_text"},
                  asked_again{"explanation", "document_project", "explanation"}}},
};

bool is_filed_by(std::string_view kind, asked_again const& what)
{
    return kind == what.filed_by || workflows::is_of(kind, what.filed_by);
}

/// The last act that put it on file; null: none did.
engine::act const* last_filing(opened_case const& file, asked_again const& what)
{
    auto const& acts = file.record.acts;
    for (auto one = acts.rbegin(); one != acts.rend(); ++one)
        if (is_filed_by(one->kind, what))
            if (auto const* found = one->body.if_contains(what.filed_as);
                found && found->is_object())
                return &*one;
    return nullptr;
}

/// What it put there.
boost::json::value const* last_filed(opened_case const& file, asked_again const& what)
{
    auto const* filing = last_filing(file, what);
    return filing ? filing->body.if_contains(what.filed_as) : nullptr;
}

/// What is on file of what a field asks for again.
struct paper_on_file {
    engine::act const* filing = nullptr; ///< null: nothing is
    std::string_view filed_as;
};

paper_on_file asked_by(opened_case const& file, std::string_view kind, std::string_view field)
{
    paper_on_file found;
    for (auto const& one : again) {
        // what files it asks for a new one
        if (one.field != field || is_filed_by(kind, one))
            continue;
        if (auto const* filing = last_filing(file, one))
            found = {filing, one.filed_as};
    }
    return found;
}

/// Those of the papers that are on file; empty for a list of which nothing is known.
boost::json::array bundle_on_file(opened_case const& file, std::string_view kind,
                                  std::string_view field)
{
    boost::json::array found;
    auto const what = std::find_if(bundles.begin(), bundles.end(), [&](auto const& one) {
        return one.kind == kind && one.field == field;
    });
    if (what != bundles.end())
        for (auto const& paper : what->papers)
            if (auto const* document = last_filed(file, paper))
                found.push_back(*document);
    return found;
}

/// What whoever looks may not see stands there under no hash that the law would take.
bool is_kept_from_reader(boost::json::value const& document)
{
    auto const* hash = document.get_object().if_contains("hash");
    return !hash || !hash->is_string() || adapters::soci::is_withheld(hash->get_string());
}

} // namespace

object filed_documents(opened_case const& file, engine::offer const& offer)
{
    object found;
    if (!offer.fields)
        return found;
    for (auto const& f : *offer.fields) {
        if (f.type != engine::field_type::document)
            continue;
        if (f.many) {
            if (auto papers = bundle_on_file(file, offer.kind, f.name); !papers.empty())
                found[f.name] = std::move(papers);
            continue;
        }
        if (auto const paper = asked_by(file, offer.kind, f.name); paper.filing)
            found[f.name] = paper.filing->body.at(paper.filed_as);
    }
    return found;
}

object draft_in_force(opened_case const& file, engine::offer const& offer)
{
    object found;
    if (!offer.fields)
        return found;
    for (auto const& f : *offer.fields) {
        if (f.type != engine::field_type::document || f.many || !f.required)
            continue;
        for (auto const& one : again) {
            if (!one.is_draft_in_force || one.field != f.name || is_filed_by(offer.kind, one))
                continue;
            auto const* document = last_filed(file, one);
            if (document && !is_kept_from_reader(*document))
                found[f.name] = *document;
        }
    }
    return found;
}

void settle_inputs(boost::json::array& inputs, object const& settled)
{
    for (auto& one : inputs)
        one.as_object()["is_settled"] = settled.contains(one.at("path").as_string());
}

std::map<std::string, long long>
opinions_on_earlier_drafts(opened_case const& file, std::string_view kind,
                           std::vector<engine::field> const& fields)
{
    std::map<std::string, long long> found;
    auto const drafts = workflows::drafts_of_case(file.record.acts);
    auto const current = static_cast<long long>(drafts.versions.size());
    for (auto const& f : fields) {
        if (f.type != engine::field_type::document || f.many)
            continue;
        auto const* filing = asked_by(file, kind, f.name).filing;
        for (auto const& one : drafts.opinions)
            if (filing && one.seq == filing->seq && one.version < current)
                found[f.name] = one.version;
    }
    return found;
}

} // namespace web::handlers
