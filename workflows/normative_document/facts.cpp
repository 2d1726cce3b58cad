#include "workflows/fact_section.hpp"
#include "workflows/normative_document/procedure.hpp"

namespace workflows::normative_document {
namespace {

namespace json = boost::json;

void add_day(section& to, char const* label, std::optional<day> on)
{
    if (on)
        to.add(label, dated(*on));
}

section of_project(dossier const& file)
{
    section made("section.document");
    auto const& all = file.project;
    if (!all.proposal)
        return made;
    auto const& body = all.proposal->body;
    made.add("field.level_is", choice(body.level_is));
    made.add("field.nature_is", choice(body.nature_is));
    made.add("field.drafting_unit", shown("unit", body.drafting_unit));
    for (auto const& one : body.legal_basis)
        made.add("field.legal_basis", shown("text", one.title));
    made.add_text("field.replaces_number", body.replaces_number);
    if (all.link)
        made.add("field.decision_number", shown("case", all.link->body.decision_number));
    for (auto const& one : all.taken_over)
        made.add("section.taken_over", json::array{choice(one.body.step), dated(one.body.done_on),
                                                   shown("text", one.body.draft.name)});
    if (all.withdrawal)
        made.add("field.reason", shown("text", all.withdrawal->body.reason));
    return made;
}

section of_touches(dossier const& file)
{
    section made("section.touches");
    auto const* what = touches(file);
    if (!what)
        return made;
    made.add_if(what->technical, "field.technical");
    made.add_if(what->complex, "field.complex");
    made.add_if(what->business_related, "field.business_related");
    made.add_if(what->operators_affected, "field.operators_affected");
    made.add_if(what->vital_interests, "field.vital_interests");
    made.add_if(what->large_disagreement, "field.large_disagreement");
    made.add_if(what->conflicting_groups, "field.conflicting_groups");
    made.add_text("field.hearing_law", what->hearing_law);
    return made;
}

section of_drafts(dossier const& file)
{
    section made("section.drafts");
    for (auto const& one : file.project.versions)
        made.add("field.draft", json::array{document(one.body.draft), dated(one.on),
                                            choice(change_of(file, one.draft))});
    return made;
}

section of_opinions(dossier const& file)
{
    section made("section.document_opinions");
    auto const& all = file.opinions;
    if (all.evaluation)
        made.add("act.document_opinions.evaluated",
                 json::array{dated(all.evaluation->on), document(all.evaluation->body.report)});
    if (all.notice)
        made.add(
            "act.document_opinions.comments_opened",
            json::array{dated(all.notice->body.published_on), dated(all.notice->body.open_until)});
    if (all.closing)
        made.add("field.comments_received",
                 shown("text", std::to_string(all.closing->body.comments_received)));
    if (all.waiver)
        made.add("act.document_opinions.comments_waived", choice(all.waiver->body.exception_is));
    if (all.argument)
        made.add(
            "act.document_opinions.experts_argued",
            json::array{dated(all.argument->body.held_on), document(all.argument->body.report)});
    if (all.hearing)
        made.add(
            "act.document_opinions.hearing_held",
            json::array{dated(all.hearing->body.held_on), document(all.hearing->body.minutes)});
    if (all.first_review)
        made.add("act.document_opinions.competition_reviewed",
                 choice(all.first_review->body.outcome));
    if (all.competition)
        made.add("act.document_opinions.competition_concluded",
                 choice(all.competition->body.outcome));
    return made;
}

section of_review(dossier const& file)
{
    section made("section.document_review");
    for (auto const& one : file.review.conclusions)
        made.add(
            "act.document_review.concluded",
            json::array{dated(one.on), choice(one.body.outcome_is), document(one.body.opinion)});
    return made;
}

section of_issue(dossier const& file)
{
    section made("section.document_issue");
    for (auto const& one : file.issue.meetings)
        made.add("field.meeting",
                 json::array{shown("text", one.body.meeting_name), dated(one.body.met_on),
                             choice(one.body.decision_is)});
    if (auto const& text = file.issue.text)
        made.add("field.final_text", document(text->body.final_text));
    if (auto const& number = file.issue.number) {
        if (auto const& paper = number->body.issued_paper)
            made.add("field.issued_paper", document(*paper));
        made.add("field.registration_number", shown("text", number->body.registration_number));
        made.add("field.document_number", shown("text", number->body.document_number));
    }
    if (auto const& out = file.issue.publication) {
        made.add("field.published_on", dated(out->body.published_on));
        made.add("field.address", shown("text", out->body.address));
    }
    return made;
}

section of_told(dossier const& file)
{
    section made("section.told_afterwards");
    if (!file.project.told)
        return made;
    auto const& body = file.project.told->body;
    made.add("field.document_number", shown("text", body.document_number));
    made.add_text("field.registration_number", body.registration_number);
    made.add("field.published_on", dated(body.published_on));
    made.add("field.address", shown("text", body.address));
    made.add("field.source", shown("text", body.source));
    if (body.final_text)
        made.add("field.final_text", document(*body.final_text));
    return made;
}

section of_filing(dossier const& file)
{
    section made("section.document_filing");
    for (auto const& one : file.filing.lines) {
        json::array row{choice(one.sent.body.recipient_is), dated(one.sent.body.filed_on)};
        if (one.answer)
            row.push_back(choice(one.answer->body.answer_is));
        made.add("act.document_filing.filed", std::move(row));
    }
    return made;
}

section of_validity(dossier const& file)
{
    section made("section.document_validity");
    auto const& all = file.validity;
    add_day(made, "field.effective_on", all.effective_on);
    add_day(made, "field.valid_until", all.valid_until);
    for (auto const& one : all.evaluations)
        made.add("act.document_validity.evaluated",
                 json::array{dated(one.body.evaluated_on), choice(one.body.prospect_is)});
    for (auto const& one : all.findings)
        made.add("act.document_validity.found_unlawful",
                 json::array{choice(one.body.found_by), dated(one.body.found_on),
                             shown("text", one.body.provision)});
    for (auto const& one : all.cleanups)
        made.add("act.document_validity.cleaned_up",
                 json::array{choice(one.body.result_is), dated(one.body.decided_on),
                             shown("text", one.body.reason)});
    if (all.amendment)
        made.add("field.successor_number", shown("text", all.amendment->body.successor_number));
    return made;
}

section of_requests(dossier const& file)
{
    section made("section.document_requests");
    for (auto const& one : file.requests.lines) {
        json::array row{shown("text", one.request.body.request_number),
                        dated(one.request.body.received_on)};
        if (one.answer)
            row.push_back(choice(one.answer->body.finding_is));
        made.add("act.document_requests.received", std::move(row));
    }
    return made;
}

} // namespace

json::object facts(dossier const& file)
{
    json::array sections;
    of_project(file).into(sections);
    of_touches(file).into(sections);
    of_told(file).into(sections);
    of_drafts(file).into(sections);
    of_opinions(file).into(sections);
    of_review(file).into(sections);
    of_issue(file).into(sections);
    of_filing(file).into(sections);
    of_validity(file).into(sections);
    of_requests(file).into(sections);
    return {{"sections", std::move(sections)}};
}

} // namespace workflows::normative_document
