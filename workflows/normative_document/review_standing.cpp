#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parameters.hpp"

#include <algorithm>

namespace workflows::normative_document {

using project::change_class;
using project::shared_step;
using review::document_review_outcome;

namespace {

/// The last opinion, if it found the draft lawful; else null.
entered<review::concluded> const* lawful_opinion(dossier const& file)
{
    auto const& all = file.review.conclusions;
    if (all.empty() || all.back().body.outcome_is != document_review_outcome::lawful)
        return nullptr;
    return &all.back();
}

bool is_confirmed(dossier const& file, long long version)
{
    auto const& all = file.review.confirmations;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& one) { return one.body.version == version; });
}

} // namespace

std::optional<long long> unconfirmed_version(dossier const& file)
{
    auto const* opinion = lawful_opinion(file);
    if (!opinion || taken_over(file, shared_step::legality_review))
        return {};
    for (auto version = opinion->draft + 1; version <= current_draft(file); ++version)
        if (change_of(file, version) != change_class::substantive && !is_confirmed(file, version))
            return version;
    return {};
}

bool is_reviewed(dossier const& file)
{
    if (taken_over(file, shared_step::legality_review))
        return true;
    auto const* opinion = lawful_opinion(file);
    return opinion && still_covers(file, opinion->draft) && !unconfirmed_version(file);
}

std::optional<day> reviewed_on(dossier const& file)
{
    if (auto const* elsewhere = taken_over(file, shared_step::legality_review))
        return elsewhere->body.done_on;
    if (auto const* opinion = lawful_opinion(file); opinion && is_reviewed(file))
        return opinion->on;
    return {};
}

namespace {

void add_supplement(dossier const& file, engine::rules const& law,
                    std::vector<engine::limit_terms>& into)
{
    auto const& all = file.review;
    auto const length = law.number(document_supplement_working_days);
    if (!length || all.supplements_asked.empty())
        return;
    auto const& asked_for = all.supplements_asked.back();
    if (asked_for.draft != current_draft(file))
        return; // another draft is filed anew
    engine::limit_terms terms{.name = "document_supplement",
                              .rule = law.rule_of(document_supplement_working_days, "NORM-10"),
                              .begins = asked_for.on,
                              .days = *length,
                              .unit = engine::day_unit::working,
                              .binds = {review::supplemented::kind}};
    if (!all.supplements.empty() && all.supplements.back().seq > asked_for.seq)
        terms.met_on = all.supplements.back().on;
    into.push_back(std::move(terms));
}

void add_review(dossier const& file, engine::rules const& law,
                std::vector<engine::limit_terms>& into)
{
    auto const& accepted = file.review.acceptance;
    if (!accepted)
        return;
    std::optional<day> met_on;
    auto const& conclusions = file.review.conclusions;
    if (!conclusions.empty() && conclusions.back().seq > accepted->seq)
        met_on = conclusions.back().on;
    if (!met_on && accepted->draft != current_draft(file))
        return; // the draft was replaced: under review no more
    auto const add = [&](char const* name, engine::parameter_key const& key, bool is_least) {
        if (auto const length = law.number(key))
            into.push_back({.name = name,
                            .rule = law.rule_of(key, "NORM-3"),
                            .begins = accepted->on,
                            .days = *length,
                            .unit = engine::day_unit::working,
                            .pauses = file.review.stops,
                            .met_on = met_on,
                            .is_least = is_least,
                            .binds = {review::concluded::kind, review::clock_resumed::kind}});
    };
    add("document_review_least", document_review_min_working_days, true);
    add("document_review_longest", document_review_max_working_days, false);
}

} // namespace

std::vector<engine::limit_terms> review_limits(dossier const& file, engine::rules const& law)
{
    std::vector<engine::limit_terms> all;
    if (is_given_up(file))
        return all;
    add_supplement(file, law, all);
    add_review(file, law, all);
    return all;
}

} // namespace workflows::normative_document
