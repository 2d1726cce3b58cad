#include "workflows/major_decision/public_reading.hpp"

#include <algorithm>

namespace workflows::major_decision {

public_road::public_road(std::vector<stretch> const& all, day (*day_of_act)(engine::act const&))
    : day_of_act_(day_of_act)
{
    for (auto const& one : all)
        steps_.push_back({&one, {.name = one.name}});
}

void public_road::take(engine::act const& what)
{
    auto const is_one = [&](std::vector<std::string_view> const& kinds) {
        return std::find(kinds.begin(), kinds.end(), what.kind) != kinds.end();
    };
    for (auto& one : steps_) {
        if (one.of->ends_once && one.step.ended)
            continue;
        if (is_one(one.of->begins) || (one.of->also_begins && one.of->also_begins(what))) {
            if (!one.step.began)
                one.step.began = day_of_act_(what);
            one.step.ended.reset();
            one.step.is = step_progress::current;
        }
        bool const is_over_by_now = what.kind == one.of->over_by && !one.step.ended;
        if (is_over_by_now || is_one(one.of->ends) ||
            (one.of->also_ends && one.of->also_ends(what))) {
            auto const on = day_of_act_(what);
            // What was over before its beginning was entered had begun by then.
            one.step.began = std::min(one.step.began.value_or(on), on);
            one.step.ended = on;
            one.step.is = step_progress::done;
        }
    }
}

std::vector<public_step> public_road::steps() const
{
    std::vector<public_step> found;
    for (auto const& one : steps_)
        if (one.step.began || one.step.ended || one.of->always)
            found.push_back(one.step);
    return found;
}

bool is_public(participation::feedback_given const& body)
{
    return body.way == participation::feedback_way::collective_online;
}

void public_answers::take(engine::act const& what, public_matter& into)
{
    into.opinions.take(what);
    if (auto body = body_if<participation::words_masked>(what))
        into.masked.insert(body->masked.begin(), body->masked.end());
    if (auto body = body_if<participation::feedback_given>(what)) {
        told_by(what);
        if (!is_public(*body))
            return;
        for (auto const& one : body->documents)
            add_document(into, what, body->given_on, "documents", one);
        into.feedback.push_back(std::move(*body));
    }
}

void public_answers::tell(public_matter& into) const
{
    for (auto const& one : into.opinions.all())
        if (auto const decision = into.opinions.decision_on(one);
            one.counts() && decision && decision->since < told_until_)
            into.answered.push_back({one.what, *decision->what});
}

void open_consultation(public_matter& into, engine::act const& by, public_consultation round)
{
    if (auto& before = into.consultation) {
        if (!before->closed_on)
            before->closed_on = by.counts_on();
        into.earlier_consultations.push_back(std::move(*before));
    }
    into.consultation = std::move(round);
}

void take_hearing_notice(engine::act const& what, public_matter& into)
{
    auto& at = into.hearing;
    if (auto body = body_if<hearing::announced>(what)) {
        at.emplace(
            public_hearing{.notice = *body, .seq = what.seq, .hearing_on = body->hearing_on});
        add_document(into, what, body->published_on, "draft", body->draft);
        add_document(into, what, body->published_on, "explanation", body->explanation);
    }
    if (!at)
        return;
    if (auto body = body_if<hearing::postponed>(what)) {
        at->hearing_on = body->new_day;
        at->postponement = std::move(body);
    }
    if (auto body = body_if<hearing::listed>(what))
        at->list = std::move(body);
}

document_ref named_after(std::string const& title, document_ref text)
{
    auto const dot = text.name.rfind('.');
    text.name = title + (dot == std::string::npos ? "" : text.name.substr(dot));
    return text;
}

void add_document(public_matter& into, engine::act const& by, day on, char const* field,
                  document_ref const& what)
{
    into.documents.push_back({what, field, by.kind, by.seq, on});
}

} // namespace workflows::major_decision
