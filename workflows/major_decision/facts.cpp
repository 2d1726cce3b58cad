#include "workflows/fact_section.hpp"
#include "workflows/major_decision/later_facts.hpp"
#include "workflows/major_decision/procedure.hpp"
#include "workflows/major_decision/review_clock.hpp"

namespace workflows::major_decision {
namespace {

namespace json = boost::json;

section of_matter(dossier const& file)
{
    section matter("section.matter");
    if (auto const& proposal = file.intake.proposal) {
        matter.add("field.matter", choice(proposal->body.matter));
        matter.add("field.proposer", choice(proposal->body.proposer));
        if (proposal->body.public_proposal)
            matter.add("field.public_proposal", shown("proposal", *proposal->body.public_proposal));
        if (is_secret(file))
            matter.add("field.secret_basis",
                       shown("text", file.drafting.touches
                                         ? file.drafting.touches->body.secret_basis.value_or("")
                                         : proposal->body.secret_basis.value_or("")));
        if (proposal->body.adjusts_case)
            matter.add("field.adjusts_case", shown("text", *proposal->body.adjusts_case));
    }
    if (auto const& started = file.intake.started) {
        matter.add("field.lead", shown("unit", started->body.lead));
        json::array others;
        for (auto const& unit : started->body.sponsors)
            if (unit != started->body.lead)
                others.push_back(shown("unit", unit));
        if (!others.empty())
            matter.add("field.co_sponsors", std::move(others));
        matter.add("field.start_decided_on", dated(started->body.decided_on));
        matter.add("field.congress", choice(started->body.congress));
        for (auto const& item : started->body.catalogue)
            matter.add("field.catalogue",
                       shown("text", std::to_string(item.year) + "：" + item.item));
    }
    return matter;
}

/// A row of enumerators; none for an empty list.
template <class E>
void add_choices(section& into, std::string label, std::vector<E> const& all)
{
    json::array named;
    for (auto one : all)
        named.push_back(choice(one));
    if (!named.empty())
        into.add(std::move(label), std::move(named));
}

/// All that was ticked and written of what the matter touches.
section of_touches(dossier const& file)
{
    section touches("section.touches");
    if (!file.drafting.touches)
        return touches;
    auto const& body = file.drafting.touches->body;
    touches.add_if(body.technical, "field.technical");
    touches.add_text("field.not_technical_reason", body.not_technical_reason);
    add_choices(touches, "field.risk_domains", body.risk_domains);
    touches.add_text("field.no_risk_reason", body.no_risk_reason);
    touches.add_if(body.operators_affected, "field.operators_affected");
    touches.add_if(body.business_related, "field.business_related");
    add_choices(touches, "field.special_groups", body.special_groups);
    touches.add_if(body.vital_interests, "field.vital_interests");
    touches.add_if(body.large_disagreement, "field.large_disagreement");
    touches.add_if(body.wide_concern, "field.wide_concern");
    touches.add_if(body.secret, "field.secret");
    touches.add_text("field.not_secret_reason", body.not_secret_reason);
    touches.add_if(body.exploratory_reform, "field.exploratory_reform");
    json::array units;
    for (auto const& unit : body.units_concerned)
        units.push_back(shown("unit", unit));
    if (!units.empty())
        touches.add("field.units_concerned", std::move(units));
    touches.add_text("field.hearing_law", body.hearing_law);
    return touches;
}

/// What the reviewer asks of the sponsor, as long as an answer is owed.
section of_supplement(dossier const& file)
{
    section demand("section.supplement");
    if (auto const* awaited = awaited_supplement(file)) {
        json::array items;
        for (auto const& item : awaited->body.missing)
            items.push_back(shown("text", item));
        demand.add("field.missing", std::move(items));
        demand.add("field.answer_by", dated(awaited->body.answer_by));
    }
    return demand;
}

section of_drafts(dossier const& file)
{
    section drafts("section.drafts");
    for (long long v = current_draft(file); v > 0; --v) {
        auto const* version = draft_version(file, v);
        drafts.add("field.version",
                   json::array{shown("text", std::to_string(v)), document(version->draft),
                               choice(change_of(file, v))});
    }
    return drafts;
}

section of_outcome(dossier const& file)
{
    section outcome("section.outcome");
    if (auto const& review = file.legality_review.conclusion) {
        outcome.add("field.review_outcome", choice(review->body.outcome));
        outcome.add("field.opinion", document(review->body.opinion));
    }
    if (auto const& deputy = file.submission.deputy)
        outcome.add("field.deputy", shown("person", std::to_string(deputy->value)));
    for (auto const& meeting : file.deliberation.meetings) {
        outcome.add("field.meeting",
                    json::array{shown("text", meeting.body.meeting_name),
                                dated(meeting.body.met_on), choice(meeting.body.outcome)});
    }
    return outcome;
}

} // namespace

json::object facts(dossier const& file)
{
    json::array sections;
    of_matter(file).into(sections);
    of_supplement(file).into(sections);
    of_touches(file).into(sections);
    of_drafts(file).into(sections);
    of_outcome(file).into(sections);
    add_later_facts(file, sections);
    return {{"sections", std::move(sections)}, {"circulation", circulation_facts(file)}};
}

} // namespace workflows::major_decision
