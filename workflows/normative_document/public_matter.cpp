#include "workflows/normative_document/public_matter.hpp"

#include "workflows/major_decision/public_reading.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/review.hpp"

namespace workflows::normative_document {
namespace {

namespace published = major_decision::publication;
using major_decision::body_if;
using major_decision::day_of;
using major_decision::public_matter;
using major_decision::stretch;

/// After any other opinion the draft comes back to the review.
bool is_found_lawful(engine::act const& what)
{
    auto const body = body_if<review::concluded>(what);
    return body && body->outcome_is == review::document_review_outcome::lawful;
}

std::vector<stretch> const& road_of_document()
{
    static std::vector<stretch> const all = {
        stretch{
            "document_project", {"document_project.proposed"}, {"document_project.approved"}, true},
        stretch{"drafting", {"document_project.approved"}, {"document_project.drafted"}, true},
        stretch{"participation",
                {"document_opinions.comments_opened"},
                {"document_opinions.comments_closed"},
                true},
        stretch{"hearing", {"hearing.announced"}, {"document_opinions.hearing_held"}, false},
        stretch{"experts", {}, {"document_opinions.experts_argued"}, false},
        stretch{"legality_review", {"document_review.filed"}, {}, true, is_found_lawful},
        stretch{
            "document_issue", {"document_issue.deliberated"}, {"document_issue.text_signed"}, true},
        stretch{"publication", {"document_issue.text_signed"}, {"document_issue.published"}, true}};
    return all;
}

day day_on_the_road(engine::act const& what)
{
    return day_of<&opinions::comments_opened::published_on,
                  &major_decision::hearing::announced::published_on,
                  &opinions::hearing_held::held_on, &opinions::experts_argued::held_on,
                  &issue::deliberated::met_on, &issue::published::published_on>(what);
}

class document_reading {
public:
    explicit document_reading(engine::working_days const& days) : days_(days) {}

    void take(engine::act const& what)
    {
        take_project(what);
        take_consultation(what);
        take_hearing(what);
        answers_.take(what, found_);
        take_issue(what);
        road_.take(what);
    }

    std::optional<public_matter> found() &&
    {
        if ((!found_.consultation && !found_.hearing) || is_secret_)
            return {};
        answers_.tell(found_);
        found_.steps = road_.steps();
        return std::move(found_);
    }

private:
    void take_project(engine::act const& what)
    {
        if (auto const body = body_if<project::proposed>(what)) {
            found_.title = body->document_title;
            found_.unit = body->drafting_unit;
            found_.matter = engine::name_of(body->level_is);
            // No rule that was read asks for an answer to wishes, or says when the list is due.
            found_.takes_hearing_wishes = false;
            found_.list_of_hearing_is_due = false;
        }
        if (what.kind == project::approved::kind)
            found_.started_on = what.counts_on();
        if (auto body = body_if<project::drafted>(what))
            explanation_ = std::move(body->explanation);
        if (what.kind == project::withdrawn::kind)
            end(what.counts_on());
        if (auto const body = body_if<issue::deliberated>(what);
            body && body->decision_is == issue::document_decision::rejected)
            end(what.counts_on());
    }

    void take_consultation(engine::act const& what)
    {
        auto& at = found_.consultation;
        if (auto const body = body_if<opinions::comments_opened>(what)) {
            major_decision::open_consultation(
                found_, what,
                {.notice = {.opens_on = body->published_on,
                            .closes_on = body->open_until,
                            .channels = body->channels,
                            .contact = body->contact.value_or(""),
                            .draft = body->draft,
                            .explanation = explanation_,
                            .shortened_reason = body->shortened_reason,
                            .address = body->address},
                 .seq = what.seq,
                 .last_day = days_.roll_forward(body->open_until)});
            add_document(found_, what, body->published_on, "draft", body->draft);
            // A draft goes on file with what explains it, and is open with it.
            add_document(found_, what, body->published_on, "explanation", explanation_);
        }
        if (auto const body = body_if<opinions::comments_closed>(what); body && at) {
            at->closed_on = what.counts_on();
            at->received = body->comments_received;
            answers_.told_by(what);
        }
        if (auto const body = body_if<opinions::comments_waived>(what))
            is_secret_ = body->exception_is == opinions::comment_exception::secret_matter;
    }

    void take_hearing(engine::act const& what)
    {
        major_decision::take_hearing_notice(what, found_);
        if (!found_.hearing)
            return;
        if (what.kind == opinions::hearing_held::kind)
            found_.hearing->held = true;
        if (what.kind == issue::text_signed::kind)
            found_.hearing->ended = true;
    }

    void take_issue(engine::act const& what)
    {
        if (auto body = body_if<issue::text_signed>(what))
            signed_ = {.final_text = std::move(body->final_text),
                       .signed_by = {},
                       .signed_on = what.counts_on(),
                       .document_number = {}};
        if (auto body = body_if<issue::numbered>(what)) {
            signed_.document_number = std::move(body->document_number);
            signed_.issued_paper = std::move(body->issued_paper);
        }
        if (auto body = body_if<issue::published>(what)) {
            add_document(found_, what, body->published_on, "final_text",
                         major_decision::named_after(found_.title,
                                                     major_decision::paper_to_publish(signed_)));
            found_.text = signed_;
            found_.force = {body->effective_on, body->valid_until};
            found_.issue = published::published{.published_on = body->published_on,
                                                .channels = std::move(body->channels),
                                                .address = std::move(body->address),
                                                .interpretation = {},
                                                .adoption_statement = {},
                                                .press_work = {}};
            is_secret_ = false;
        }
    }

    void end(day on)
    {
        found_.ended_on = on;
        if (found_.consultation && !found_.consultation->closed_on)
            found_.consultation->closed_on = on;
        if (found_.hearing)
            found_.hearing->ended = true;
    }

    engine::working_days const& days_;
    public_matter found_;
    major_decision::public_road road_{road_of_document(), day_on_the_road};
    major_decision::public_answers answers_;
    document_ref explanation_;
    published::text_signed signed_;
    bool is_secret_ = false;
};

} // namespace

std::optional<major_decision::public_notice> notice_of(engine::act const& what)
{
    namespace participation = major_decision::participation;
    if (auto const body = body_if<opinions::comments_opened>(what))
        return major_decision::public_notice{std::string(participation::published::kind),
                                             body->published_on, body->open_until};
    // The closing tells what was made of the opinions.
    if (auto const body = body_if<opinions::comments_closed>(what);
        body && body->comments_received > 0)
        return major_decision::public_notice{std::string(participation::feedback_given::kind),
                                             what.counts_on(), what.counts_on()};
    return {};
}

std::optional<public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                              engine::working_days const& days)
{
    document_reading reading(days);
    for (auto const& one : acts)
        reading.take(one);
    return std::move(reading).found();
}

} // namespace workflows::normative_document
