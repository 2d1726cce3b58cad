#include "workflows/major_decision/public_matter.hpp"

#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/closing.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/execution.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/major_decision/public_reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace workflows::major_decision {
namespace {

bool is_adopted_by_meeting(engine::act const& what)
{
    auto const body = body_if<deliberation::held>(what);
    return body && body->outcome == deliberation::meeting_outcome::adopted;
}

/// What the party committee does not agree to is discussed again (R713-31.1).
bool goes_back_to_a_meeting(engine::act const& what)
{
    auto const body = body_if<party_report::answered>(what);
    return body && body->answer == party_report::party_answer::disagrees;
}

/// After any other opinion the draft comes back to the review.
bool is_found_lawful(engine::act const& what)
{
    auto const body = body_if<legality_review::concluded>(what);
    using outcome = legality_review::review_outcome;
    return body &&
           (body->outcome == outcome::lawful || body->outcome == outcome::lawful_with_risk_notice);
}

std::vector<stretch> const& all_stretches()
{
    static std::vector<stretch> const all = {
        stretch{"start", {"intake.proposed"}, {"intake.start_decided"}, true},
        // Later versions belong to the steps that asked for them.
        stretch{"drafting",
                {"intake.start_decided", "drafting.researched"},
                {"drafting.versioned"},
                true,
                nullptr,
                true},
        stretch{"participation",
                {"participation.published", "participation.activity_held"},
                {"participation.concluded"},
                true},
        stretch{"hearing", {"hearing.announced", "hearing.postponed"}, {"hearing.answered"}, false},
        stretch{"experts", {"experts.selected"}, {"experts.reported"}, false},
        stretch{"risk", {"risk.planned"}, {"risk.reported"}, false},
        stretch{"legality_review", {"legality_review.filed"}, {}, true, is_found_lawful},
        stretch{"deliberation",
                {"submission.filed", "deliberation.held"},
                {"deliberation.changes_accepted"},
                true,
                is_adopted_by_meeting,
                false,
                goes_back_to_a_meeting,
                "publication.text_signed"},
        stretch{"publication", {"publication.text_signed"}, {"publication.published"}, true},
        stretch{"execution", {"execution.unit_named"}, {"execution.completed"}, true},
        stretch{"evaluation", {"evaluation.ordered"}, {"evaluation.reported"}, false},
        // What is proposed within the government is no step of the public's road.
        stretch{"adjustment", {}, {"adjustment.minor_decided", "adjustment.replaced"}, false}};
    return all;
}

day day_on_the_road(engine::act const& what)
{
    return day_of<&intake::start_decided::decided_on, &participation::published::opens_on,
                  &participation::activity_held::held_on, &hearing::announced::published_on,
                  &hearing::answered::published_on, &deliberation::held::met_on,
                  &publication::text_signed::signed_on, &publication::published::published_on,
                  &execution::completed::completed_on, &adjustment::minor_decided::decided_on,
                  &adjustment::replaced::decided_on>(what);
}

/// Reads the acts of one file in order.
class public_reading {
public:
    explicit public_reading(engine::working_days const& days) : days_(days) {}

    void take(engine::act const& what)
    {
        take_origin(what);
        take_secrecy(what);
        take_consultation(what);
        take_hearing(what);
        answers_.take(what, found_);
        take_issue(what);
        road_.take(what);
        if (what.kind == closing::withdrawn::kind || what.kind == closing::terminated::kind ||
            what.kind == closing::expired::kind)
            end(what);
    }

    std::optional<public_matter> found() &&
    {
        if (!published_ || secret_ || exempt_ || withheld_)
            return {};
        answers_.tell(found_);
        // A text that was signed but not published stays on the file.
        if (!found_.issue)
            found_.text.reset();
        found_.steps = road_.steps();
        return std::move(found_);
    }

private:
    void take_origin(engine::act const& what)
    {
        if (auto body = body_if<intake::proposed>(what)) {
            found_.title = body->title;
            found_.matter = engine::name_of(body->matter);
            found_.unit = what.by.unit;
            secret_ = body->secret;
        }
        if (auto body = body_if<intake::start_decided>(what)) {
            found_.unit = body->lead;
            found_.started_on = body->decided_on;
        }
    }

    void take_secrecy(engine::act const& what)
    {
        if (auto body = body_if<drafting::assessed>(what)) {
            secret_ = body->secret;
            exempt_ = exempt_ && body->secret;
        }
        if (what.kind == participation::exempted::kind)
            exempt_ = true;
        if (what.kind == publication::withheld::kind)
            withheld_ = true;
    }

    void take_consultation(engine::act const& what)
    {
        auto& at = found_.consultation;
        if (auto body = body_if<participation::published>(what)) {
            open_consultation(found_, what,
                              {.notice = *body,
                               .seq = what.seq,
                               .last_day = days_.roll_forward(body->closes_on)});
            add_document(found_, what, body->opens_on, "draft", body->draft);
            add_document(found_, what, body->opens_on, "explanation", body->explanation);
            published_ = true;
        }
        if (auto const body = body_if<participation::window_closed>(what);
            body && at && !at->closed_on) {
            at->closed_on = what.counts_on();
            at->received = body->received;
        }
        // Only where the place has the report published does it leave the file, and what was
        // decided with it (HLJ-20.1).
        if (auto body = body_if<participation::concluded>(what); body && body->report_address) {
            answers_.told_by(what);
            add_document(found_, what, what.counts_on(), "report", body->report);
        }
    }

    void take_hearing(engine::act const& what)
    {
        auto& at = found_.hearing;
        take_hearing_notice(what, found_);
        if (at)
            published_ = true;
        if (auto const body = body_if<hearing::suggested>(what))
            found_.wishes.try_emplace(body->number);
        if (auto const body = body_if<hearing::suggestion_answered>(what))
            found_.wishes.insert_or_assign(body->number, *body);
        if (!at)
            return;
        if (what.kind == hearing::held::kind)
            at->held = true;
        if (auto body = body_if<hearing::answered>(what)) {
            for (auto const& one : body->documents)
                add_document(found_, what, body->published_on, "documents", one);
            at->answer = std::move(body);
        }
    }

    void take_issue(engine::act const& what)
    {
        if (auto body = body_if<publication::text_signed>(what)) {
            found_.text = std::move(body);
        }
        if (auto body = body_if<publication::published>(what)) {
            if (found_.text)
                add_document(found_, what, body->published_on, "final_text",
                             named_after(found_.title, paper_to_publish(*found_.text)));
            if (body->interpretation)
                add_document(found_, what, body->published_on, "interpretation",
                             *body->interpretation);
            found_.issue = std::move(body);
            published_ = true;
            // Where everything was adopted nobody owes a feedback (GD21-20.1), and until now it
            // could be decided anew.
            answers_.told_by(what);
        }
    }

    /// Opinions were taken until the end was entered.
    void end(engine::act const& what)
    {
        found_.ended_on = day_of<&closing::terminated::decided_on>(what);
        if (found_.consultation && !found_.consultation->closed_on)
            found_.consultation->closed_on = what.counts_on();
        if (found_.hearing)
            found_.hearing->ended = true;
    }

    engine::working_days const& days_;
    public_matter found_;
    public_road road_{all_stretches(), day_on_the_road};
    public_answers answers_;
    bool published_ = false;
    bool secret_ = false;
    bool exempt_ = false;
    bool withheld_ = false;
};

} // namespace

std::optional<public_notice> notice_of(engine::act const& what)
{
    if (auto const body = body_if<participation::published>(what))
        return public_notice{what.kind, body->opens_on, body->closes_on};
    if (auto const body = body_if<hearing::announced>(what))
        return public_notice{what.kind, body->published_on, body->hearing_on};
    if (auto const body = body_if<hearing::postponed>(what))
        return public_notice{what.kind, body->noticed_on, body->new_day};
    if (auto const body = body_if<hearing::listed>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    if (auto const body = body_if<hearing::answered>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    if (auto const body = body_if<participation::feedback_given>(what); body && is_public(*body))
        return public_notice{what.kind, body->given_on, body->given_on};
    if (auto const body = body_if<publication::published>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    return {};
}

long long public_matter::untold() const
{
    return opinions.counted() - static_cast<long long>(answered.size());
}

public_consultation const* public_matter::round_of(day received) const
{
    public_consultation const* found = nullptr;
    auto const look_at = [&](public_consultation const& one) {
        if (!one.never_began() && (!found || one.notice.opens_on <= received))
            found = &one;
    };
    for (auto const& one : earlier_consultations)
        look_at(one);
    if (consultation)
        look_at(*consultation);
    return found;
}

participation::decided_opinion const* public_matter::answer_to(std::string const& number) const
{
    auto const* sent = opinions.find(number);
    auto const& counted = sent && !sent->counts() ? sent->same_as : number;
    for (auto const& one : answered)
        if (one.what.number == counted)
            return &one.decision;
    return nullptr;
}

public_document const* public_matter::document(std::string const& hash) const
{
    // What was published last of the same bytes: a draft that was decided as it stood is the text.
    auto const found = std::find_if(documents.rbegin(), documents.rend(),
                                    [&](auto const& one) { return one.what.hash == hash; });
    return found == documents.rend() ? nullptr : &*found;
}

std::optional<public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                              engine::working_days const& days)
{
    public_reading reading(days);
    for (auto const& one : acts)
        reading.take(one);
    return std::move(reading).found();
}

namespace {
constexpr std::string_view sent_in = "GZ-";
}

std::string opinion_number(long long number)
{
    return std::string(sent_in) + std::to_string(number);
}

std::optional<long long> number_of_opinion(std::string_view opinion)
{
    if (!opinion.starts_with(sent_in))
        return {};
    opinion.remove_prefix(sent_in.size());
    long long number = 0;
    auto const [end, fault] =
        std::from_chars(opinion.data(), opinion.data() + opinion.size(), number);
    if (opinion.empty() || opinion.front() == '0' || fault != std::errc() ||
        end != opinion.data() + opinion.size() || number < 1)
        return {};
    return number;
}

} // namespace workflows::major_decision
