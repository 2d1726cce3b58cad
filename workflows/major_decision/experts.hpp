#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_EXPERTS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_EXPERTS_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/participation.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Expert argument (专家论证): selection, materials, signed opinions, report.
/// Order 713 arts 19-21; Guangdong rules arts 21-26.
namespace experts {

enum class argument_form { meeting, written, commissioned };
JUECE_CHOICE(argument_form, meeting, written, commissioned)

enum class expertise { sector, law, economics, risk, other_expertise };
JUECE_CHOICE(expertise, sector, law, economics, risk, other_expertise)

enum class expert_stance { supports, supports_with_changes, opposes };
JUECE_CHOICE(expert_stance, supports, supports_with_changes, opposes)

enum class pool_level { own_pool, higher_pool, outside_pool };
JUECE_CHOICE(pool_level, own_pool, higher_pool, outside_pool)

struct expert {
    std::string name;
    std::string institution;
    expertise field;
    std::optional<std::string> title;
    pool_level pool;
    bool has_interest = false;
    bool undertook_secrecy = false;
    bool dissenting_view = false;
};
BOOST_DESCRIBE_STRUCT(expert, (),
                      (name, institution, field, title, pool, has_interest, undertook_secrecy,
                       dissenting_view))

struct expert_opinion {
    std::string name;
    expert_stance stance;
    prose words;
    std::vector<std::string> points; ///< the advice, point by point; each gets a response
    bool has_signed = false;
    bool has_sealed = false;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(expert_opinion, (),
                      (name, stance, words, points, has_signed, has_sealed, document))

struct response {
    std::string point;
    participation::adoption outcome;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(response, (), (point, outcome, reason))

struct selected {
    static constexpr std::string_view kind = "experts.selected";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"complex", "form", "meeting"},
        {"complex", "form", "written"},
        {"experts", "form", "meeting"},
        {"experts", "form", "written"},
        {"institution", "form", "commissioned"},
        {"institution_has_interest", "form", "commissioned"},
        {"few_reason", "form", "meeting"},
        {"few_reason", "form", "written"}};
    argument_form form;
    bool complex = false;
    std::vector<expert> experts;
    std::optional<std::string> institution;
    bool institution_has_interest = false;
    std::optional<prose> few_reason; ///< why fewer experts than the place generally asks
    prose selection_reason;
};
BOOST_DESCRIBE_STRUCT(selected, (),
                      (form, complex, experts, institution, institution_has_interest, few_reason,
                       selection_reason))

struct materials_given {
    static constexpr std::string_view kind = "experts.materials_given";
    day given_on;
    prose focus;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(materials_given, (), (given_on, focus, documents))

struct opined {
    static constexpr std::string_view kind = "experts.opined";
    day held_on;
    std::vector<expert_opinion> opinions;
    std::optional<document_ref> minutes;
};
BOOST_DESCRIBE_STRUCT(opined, (), (held_on, opinions, minutes))

/// An expert who shows an interest or fails in duty leaves the argument.
struct expert_excluded {
    static constexpr std::string_view kind = "experts.expert_excluded";
    std::string name;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(expert_excluded, (), (name, reason))

struct reported {
    static constexpr std::string_view kind = "experts.reported";
    prose conclusion;
    std::vector<response> responses;
    std::optional<document_ref> report;
    std::optional<day> told_experts_on;
};
BOOST_DESCRIBE_STRUCT(reported, (), (conclusion, responses, report, told_experts_on))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<selected>> selection;
    std::vector<entered<selected>> earlier_selections;
    std::optional<entered<materials_given>> materials;
    std::vector<entered<opined>> opinions;
    std::vector<entered<expert_excluded>> excluded;
    std::optional<entered<reported>> report;
};

/// Whoever left the argument after the last selection.
bool is_excluded(dossier const& file, std::string const& name);
/// The institution that is commissioned.
bool is_institution(dossier const& file, std::string const& name);
bool is_selected(dossier const& file, std::string const& name);

/// Opinions that count: on the draft as it stands, of those selected and not excluded.
std::vector<expert_opinion const*> opinions_that_count(dossier const& file);

/// A point that the report answers, and whoever made it.
struct advised_point {
    std::string point;
    std::vector<std::string> experts;
};

} // namespace experts

/// Technical, in the catalogue, or missed by the reviewer: experts argue (R713-19.1).
bool experts_required(dossier const& file);

/// The argument ended in a report that still covers the current draft (R713-29.3, JC-2).
bool experts_done(dossier const& file);

/// The points of the opinions that count, as they came; one that several made stands once.
std::vector<experts::advised_point> advice_to_answer(dossier const& file);

/// The same of a case as pages have it; empty for a case of another procedure.
std::vector<experts::advised_point> advice_to_answer(engine::procedure const& of);

std::unique_ptr<engine::chapter<dossier>> make_experts();

} // namespace workflows::major_decision

#endif
