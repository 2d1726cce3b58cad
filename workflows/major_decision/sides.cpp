#include "workflows/major_decision/sides.hpp"

#include "workflows/chapter_of_act.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/separation.hpp"

#include <algorithm>
#include <array>

namespace workflows::major_decision {
namespace {

/// What the sponsor does in chapters that belong to others too.
constexpr std::array sponsors_acts{intake::proposed::kind,
                                   intake::studied::kind,
                                   drafting::researched::kind,
                                   drafting::assessed::kind,
                                   drafting::versioned::kind,
                                   consultation::asked::kind,
                                   consultation::settled::kind,
                                   consultation::disagreement_stated::kind,
                                   consultation::concluded::kind,
                                   fair_competition::drafter_reviewed::kind,
                                   fair_competition::filed::kind,
                                   legality_review::filed::kind,
                                   legality_review::supplemented::kind,
                                   legality_review::responded::kind,
                                   submission::filed::kind,
                                   submission::completed::kind,
                                   deliberation::changes_made::kind,
                                   closing::withdrawal_requested::kind};

/// Chapters in which whatever is done is done for the sponsor: by it, or by the unit that it has
/// charged with the hearing or the assessment of risks.
constexpr std::array<std::string_view, 5> sponsors_chapters{"participation", "hearing", "experts",
                                                            "risk", "sponsor_review"};

constexpr std::array reviewers_acts{drafting::change_confirmed::kind,
                                    fair_competition::concluded::kind};

constexpr std::array deciding_acts{
    submission::deputy_approved::kind,     submission::deputy_returned::kind,
    submission::head_returned::kind,       submission::placed_on_agenda::kind,
    submission::removed_from_agenda::kind, deliberation::held::kind,
    deliberation::changes_accepted::kind,  deliberation::changes_refused::kind,
    publication::text_signed::kind,        closing::terminated::kind};

template <class List>
bool is_in(List const& all, std::string_view kind)
{
    return std::find(all.begin(), all.end(), kind) != all.end();
}

bool is_the_draft(std::string_view kind)
{
    return kind == drafting::versioned::kind;
}

using meant = bool (*)(std::string_view);

bool is_them(doing const& one, engine::actor const& who)
{
    return is_one_of({one.person, one.represents}, who);
}

bool did(dossier const& file, engine::actor const& who, meant is_meant)
{
    return std::any_of(file.doings.begin(), file.doings.end(),
                       [&](doing const& one) { return is_meant(one.kind) && is_them(one, who); });
}

bool prepared_for_a_colleague(dossier const& file, engine::actor const& who, meant is_meant,
                              bool with_papers)
{
    auto const& all = file.circulation.delegations;
    return std::any_of(all.begin(), all.end(), [&](circulation::delegation const& one) {
        return is_meant(one.kind) && one.state == circulation::delegation_state::answered &&
               !(with_papers && one.documents.empty()) && is_one_of(one.prepared_by, who);
    });
}

/// The sheet prepares an act that its unit does: nobody drafts for the sponsor by a sheet of
/// another unit.
bool prepares_own_act(dossier const& file, circulation::sheet const& one, meant is_meant)
{
    auto const kind = circulation::kind_prepared(one.prepares);
    auto const& started = file.intake.started;
    return !kind.empty() && is_meant(kind) &&
           (!is_of_sponsor_side(kind) || (started && one.opened_at.unit == started->body.lead));
}

bool agreed(dossier const& file, circulation::sheet const& on, circulation::signer const& one,
            engine::actor const& who)
{
    if (!one.given || one.is_consulted || one.at.unit != on.opened_at.unit ||
        one.given->word == circulation::signature_word::disagrees)
        return false;
    return std::any_of(file.doings.begin(), file.doings.end(), [&](doing const& did) {
        return did.seq == one.given->seq && is_them(did, who);
    });
}

bool took_it_round(dossier const& file, engine::actor const& who, meant is_meant)
{
    auto const& all = file.circulation.sheets;
    return std::any_of(all.begin(), all.end(), [&](circulation::sheet const& one) {
        return prepares_own_act(file, one, is_meant) &&
               (is_one_of({one.opener, one.opened_for}, who) ||
                std::any_of(one.signers.begin(), one.signers.end(),
                            [&](auto const& signer) { return agreed(file, one, signer, who); }));
    });
}

} // namespace

side side_of(std::string_view kind)
{
    auto const is_of_this = [&](std::string_view chapter) { return is_of(kind, chapter); };
    if (is_in(sponsors_acts, kind) ||
        std::any_of(sponsors_chapters.begin(), sponsors_chapters.end(), is_of_this))
        return side::sponsor;
    if (is_in(reviewers_acts, kind) || is_of(kind, "legality_review"))
        return side::review;
    return is_in(deciding_acts, kind) ? side::decision : side::none;
}

bool is_of_sponsor_side(std::string_view kind)
{
    return side_of(kind) == side::sponsor;
}

bool is_of_review_side(std::string_view kind)
{
    return side_of(kind) == side::review;
}

bool handles_review(std::string_view kind)
{
    return is_of_review_side(kind) && kind != fair_competition::concluded::kind &&
           kind != legality_review::adviser_opined::kind &&
           kind != legality_review::adviser_withdrew::kind;
}

bool examines(std::string_view kind)
{
    return is_of_review_side(kind) || kind == sponsor_review::legal_opinion_given::kind;
}

bool assesses(std::string_view kind)
{
    return is_of(kind, "experts") || is_of(kind, "risk");
}

bool had_part_in(dossier const& file, engine::actor const& who, meant is_meant)
{
    return did(file, who, is_meant) || prepared_for_a_colleague(file, who, is_meant, false) ||
           took_it_round(file, who, is_meant) ||
           (is_meant(legality_review::concluded::kind) &&
            is_one_of(file.legality_review.authors, who));
}

bool has_drafted(dossier const& file, engine::actor const& who)
{
    auto const& all = file.circulation.sheets;
    return did(file, who, is_the_draft) ||
           prepared_for_a_colleague(file, who, is_the_draft, true) ||
           std::any_of(all.begin(), all.end(), [&](circulation::sheet const& one) {
               return prepares_own_act(file, one, is_the_draft) && !one.documents.empty() &&
                      is_one_of({one.opener, one.opened_for}, who);
           });
}

} // namespace workflows::major_decision
