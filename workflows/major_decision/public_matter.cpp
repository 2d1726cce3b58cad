#include "workflows/major_decision/public_matter.hpp"

#include "workflows/major_decision/closing.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/drafting.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace workflows::major_decision {
namespace {

/// The body of an act if it is of this kind and can be read.
template <class Body>
std::optional<Body> body_of(engine::act const& what)
{
    if (what.kind != Body::kind)
        return {};
    std::vector<engine::field_fault> faults;
    auto body = engine::read_body<Body>(what.body, faults);
    if (!faults.empty())
        return {};
    return body;
}

bool is_public(participation::feedback_given const& body)
{
    return body.way == participation::feedback_way::collective_online;
}

/// A step of the road: the kinds of acts that begin it and those that end it.
struct stretch {
    char const* name;
    std::vector<std::string_view> begins;
    std::vector<std::string_view> ends;
    bool always; ///< shown before it begins, since every decision takes it
};

std::array<stretch, 10> const& all_stretches()
{
    static std::array<stretch, 10> const all = {
        stretch{"start", {"intake.proposed"}, {"intake.start_decided"}, true},
        stretch{"drafting",
                {"intake.start_decided", "drafting.researched"},
                {"drafting.versioned"},
                true},
        stretch{"participation",
                {"participation.published", "participation.activity_held"},
                {"participation.concluded"},
                true},
        stretch{"hearing", {"hearing.announced", "hearing.postponed"}, {"hearing.answered"}, false},
        stretch{"experts", {"experts.selected"}, {"experts.reported"}, false},
        stretch{"risk", {"risk.planned"}, {"risk.reported"}, false},
        stretch{"legality_review", {"legality_review.filed"}, {"legality_review.concluded"}, true},
        stretch{"deliberation",
                {"submission.filed", "deliberation.held"},
                {"deliberation.changes_accepted", "publication.text_signed"},
                true},
        stretch{"publication", {"publication.text_signed"}, {"publication.published"}, true},
        stretch{"execution", {"execution.unit_named"}, {"execution.completed"}, true}};
    return all;
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
        take_opinions(what);
        take_issue(what);
        take_steps(what);
        if (what.kind == closing::withdrawn::kind || what.kind == closing::terminated::kind ||
            what.kind == closing::expired::kind)
            end(what.counts_on());
    }

    std::optional<public_matter> found() &&
    {
        if (!published_ || secret_ || exempt_ || withheld_)
            return {};
        tell_answers();
        for (auto& one : steps_)
            if (one.step.began || one.step.ended || one.of->always)
                found_.steps.push_back(std::move(one.step));
        return std::move(found_);
    }

private:
    void take_origin(engine::act const& what)
    {
        if (auto body = body_of<intake::proposed>(what)) {
            found_.title = body->title;
            found_.matter = body->matter;
            found_.unit = what.by.unit;
            secret_ = body->secret;
        }
        if (auto body = body_of<intake::start_decided>(what)) {
            found_.unit = body->lead;
            found_.started_on = body->decided_on;
        }
    }

    void take_secrecy(engine::act const& what)
    {
        if (auto body = body_of<drafting::assessed>(what)) {
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
        if (auto body = body_of<participation::published>(what)) {
            at.emplace(public_consultation{
                .notice = *body, .seq = what.seq, .last_day = days_.roll_forward(body->closes_on)});
            name(what, "draft", body->draft);
            name(what, "explanation", body->explanation);
            published_ = true;
        }
        if (what.kind == participation::window_closed::kind && at && !at->closed_on)
            at->closed_on = what.counts_on();
        if (auto body = body_of<participation::concluded>(what)) {
            told_until_ = what.seq;
            // Only where the place has the report published does it leave the file (HLJ-20.1).
            if (body->report_address)
                name(what, "report", body->report);
        }
    }

    void take_hearing(engine::act const& what)
    {
        auto& at = found_.hearing;
        if (auto body = body_of<hearing::announced>(what)) {
            at.emplace(
                public_hearing{.notice = *body, .seq = what.seq, .hearing_on = body->hearing_on});
            name(what, "draft", body->draft);
            name(what, "explanation", body->explanation);
            published_ = true;
        }
        if (auto const body = body_of<hearing::suggested>(what))
            found_.wishes.try_emplace(body->number);
        if (auto const body = body_of<hearing::suggestion_answered>(what))
            found_.wishes.insert_or_assign(body->number, *body);
        if (!at)
            return;
        if (auto body = body_of<hearing::postponed>(what)) {
            at->hearing_on = body->new_day;
            at->postponement = std::move(body);
        }
        if (auto body = body_of<hearing::listed>(what))
            at->list = std::move(body);
        if (what.kind == hearing::held::kind)
            at->held = true;
        if (auto body = body_of<hearing::answered>(what)) {
            for (auto const& one : body->documents)
                name(what, "documents", one);
            at->answer = std::move(body);
        }
    }

    void take_opinions(engine::act const& what)
    {
        found_.opinions.take(what);
        if (auto body = body_of<participation::words_masked>(what))
            found_.masked.insert(body->masked.begin(), body->masked.end());
        if (auto body = body_of<participation::feedback_given>(what)) {
            told_until_ = what.seq;
            if (!is_public(*body))
                return;
            for (auto const& one : body->documents)
                name(what, "documents", one);
            found_.feedback.push_back(std::move(*body));
        }
    }

    void take_issue(engine::act const& what)
    {
        if (auto body = body_of<publication::text_signed>(what)) {
            found_.text = std::move(body);
        }
        if (auto body = body_of<publication::published>(what)) {
            if (found_.text)
                name(what, "final_text", found_.text->final_text);
            if (body->interpretation)
                name(what, "interpretation", *body->interpretation);
            found_.issue = std::move(body);
            published_ = true;
        }
    }

    void take_steps(engine::act const& what)
    {
        auto const is_one = [&](std::vector<std::string_view> const& kinds) {
            return std::find(kinds.begin(), kinds.end(), what.kind) != kinds.end();
        };
        for (auto& one : steps_) {
            if (is_one(one.of->begins)) {
                if (!one.step.began)
                    one.step.began = what.counts_on();
                one.step.ended.reset();
                one.step.is = step_standing::current;
            }
            if (is_one(one.of->ends) || ends_deliberation(*one.of, what)) {
                if (!one.step.began)
                    one.step.began = what.counts_on();
                one.step.ended = what.counts_on();
                one.step.is = step_standing::done;
            }
        }
    }

    static bool ends_deliberation(stretch const& of, engine::act const& what)
    {
        if (std::string_view(of.name) != "deliberation")
            return false;
        auto const body = body_of<deliberation::held>(what);
        return body && body->outcome == deliberation::meeting_outcome::adopted;
    }

    void end(day on)
    {
        found_.ended_on = on;
        if (found_.consultation && !found_.consultation->closed_on)
            found_.consultation->closed_on = on;
        if (found_.hearing)
            found_.hearing->ended = true;
    }

    /// Decisions become known with the feedback or the conclusion that comes after them.
    void tell_answers()
    {
        for (auto const& one : found_.opinions.all())
            if (auto const decision = found_.opinions.decision_on(one);
                one.counts() && decision && decision->since < told_until_)
                found_.answered.push_back({one.what, *decision->what});
        // A text that was signed but not published stays on the file.
        if (!found_.issue)
            found_.text.reset();
    }

    void name(engine::act const& by, char const* field, document_ref const& what)
    {
        found_.documents.push_back({what, field, by.kind, by.seq, by.counts_on()});
    }

    struct walked {
        stretch const* of;
        public_step step;
    };
    static std::vector<walked> whole_road()
    {
        std::vector<walked> all;
        for (auto const& one : all_stretches())
            all.push_back({&one, {.name = one.name}});
        return all;
    }

    engine::working_days const& days_;
    public_matter found_;
    std::vector<walked> steps_ = whole_road();
    long long told_until_ = 0;
    bool published_ = false;
    bool secret_ = false;
    bool exempt_ = false;
    bool withheld_ = false;
};

} // namespace

std::optional<public_notice> notice_of(engine::act const& what)
{
    if (auto const body = body_of<participation::published>(what))
        return public_notice{what.kind, body->opens_on, body->closes_on};
    if (auto const body = body_of<hearing::announced>(what))
        return public_notice{what.kind, body->published_on, body->hearing_on};
    if (auto const body = body_of<hearing::postponed>(what))
        return public_notice{what.kind, body->noticed_on, body->new_day};
    if (auto const body = body_of<hearing::listed>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    if (auto const body = body_of<hearing::answered>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    if (auto const body = body_of<participation::feedback_given>(what); body && is_public(*body))
        return public_notice{what.kind, body->given_on, body->given_on};
    if (auto const body = body_of<publication::published>(what))
        return public_notice{what.kind, body->published_on, body->published_on};
    return {};
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
    for (auto const& one : documents)
        if (one.what.hash == hash)
            return &one;
    return nullptr;
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
