#include "web/handlers/public_view.hpp"

#include "adapters/soci/document_levels.hpp"
#include "web/handlers/hearing_sign_ups.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/page_address.hpp"
#include "web/handlers/public_text.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace law = workflows::major_decision;

std::string choice_words(visit const& v, std::string_view vocabulary, std::string_view name)
{
    return v.words("choice." + std::string(vocabulary) + "." + std::string(name));
}

template <class E>
std::string choice_words(visit const& v, E value)
{
    return choice_words(v, vocabulary_of(value), engine::name_of(value));
}

/// Days left as a light: shape and words beside the colour.
void put_light(visit const& v, object& into, engine::day from, engine::day last, bool open)
{
    auto const left = (last - v.today()).count();
    char const* colour = "grey";
    char const* shape = "‖";
    auto words = say("已经截止");
    if (v.today() < from)
        words = say("{1}开始", from);
    else if (open) {
        colour = left <= 3 ? "yellow" : "green";
        shape = left <= 3 ? "▲" : "■";
        words = left == 0 ? say("今天截止") : say("剩余{1}日", left);
    }
    into["light"] = colour;
    into["shape"] = shape;
    into["light_words"] = v.words(words);
}

/// By when the list of those who take part must be published, which ends the applications: the day
/// before the hearing where the place sets no number; nothing when that day went by (R713-16.4).
std::optional<engine::day> last_day_to_apply(visit const& v, law::public_matter const& matter)
{
    auto const& own = v.house.with().law;
    auto const before = own.book.in_force(v.house.place_of_unit(matter.unit), v.today())
                            .number(law::hearing_list_days);
    if (!before || !matter.list_of_hearing_is_due)
        return matter.hearing->hearing_on - std::chrono::days(1);
    auto const latest = engine::days_before(matter.hearing->hearing_on, *before, own.days).latest;
    return v.today() <= latest ? std::optional(latest) : std::nullopt;
}

/// Whether and until when people may apply for a hearing, as a light.
void put_light(visit const& v, object& into, law::public_matter const& matter)
{
    auto const& at = *matter.hearing;
    bool const open = at.takes_applications(v.today());
    auto const last = open ? last_day_to_apply(v, matter) : std::nullopt;
    auto const words = last ? say("正在报名，参加人名单公布时截止，最迟{1}", *last)
                       : open     ? say("正在报名，参加人名单公布时截止")
                       : at.held  ? say("听证会已经举行")
                       : at.ended ? say("听证已经终止")
                       : v.today() > at.hearing_on ? say("听证日期已过")
                       : at.list                   ? say("参加人已经公布")
                                                   : say("报名已经截止");
    into["light"] = open ? "green" : at.held ? "done" : "grey";
    into["shape"] = open ? "■" : at.held ? "✓" : "‖";
    into["light_words"] = v.words(words);
}

} // namespace

array channel_words(visit const& v, std::vector<law::participation::channel> const& channels)
{
    array made;
    for (auto one : channels)
        made.push_back(object{{"words", choice_words(v, one)}});
    return made;
}

std::shared_ptr<public_case const> find_public_case(visit& v, engine::case_id id)
{
    return v.house.counter().find(*v.records, id, v.house.with().law.days);
}

std::shared_ptr<public_case const> public_case_of_path(visit& v)
{
    auto const id = number_in(v.place("id"));
    return id ? find_public_case(v, {*id}) : nullptr;
}

answer public_not_found(visit const& v)
{
    return problem(v, 404, "not-found", say("没有这个页面，或者这个事项没有公开。"));
}

std::string public_href(engine::case_id id)
{
    return "/public/matters/" + std::to_string(id.value);
}

std::string own_address(visit const& v)
{
    if (auto const& told = v.house.with().address; !told.empty())
        return told;
    return (v.asked.secure ? "https://" : "http://") + std::string(v.asked.header("host"));
}

void put_other_address(visit const& v, object& into, public_case const& of,
                       std::string const& address)
{
    bool const is_own = address == own_address(v) + public_href(of.id);
    into["address"] = is_own ? std::string() : address;
    into["address_href"] = !is_own && is_web_address(address) ? address : std::string();
}

object public_head(visit const& v, public_case const& of)
{
    auto const& matter = of.matter;
    return {{"id", of.id.value},
            {"href", public_href(of.id)},
            {"title", matter.title},
            {"unit", matter.unit},
            {"unit_name", v.house.unit_name(matter.unit)},
            {"matter", matter.matter},
            {"matter_words", matter_words(v.words, matter.matter)},
            {"ended_on", matter.ended_on ? engine::to_text(*matter.ended_on) : ""},
            {"ended_words", matter.ended_on ? v.words.date(*matter.ended_on) : ""}};
}

object consultation_view(visit const& v, public_case const& of)
{
    auto const& at = *of.matter.consultation;
    auto const open = at.is_open(v.today());
    auto const after_last_day = at.last_day + std::chrono::days(1);
    auto const since = at.closed_on ? std::min(*at.closed_on, after_last_day) : after_last_day;
    object made{{"opens_on", engine::to_text(at.notice.opens_on)},
                {"opens_words", v.words.date(at.notice.opens_on)},
                {"closes_on", engine::to_text(at.last_day)},
                {"closes_words", v.words.date(at.last_day)},
                {"open", open},
                {"not_yet", v.today() < at.notice.opens_on},
                {"closed_since", !open && since <= v.today() ? engine::to_text(since) : ""},
                {"closed_words",
                 !open && since <= v.today()
                     ? v.words(say("意见接收至{1}，现在不再接收意见。",
                                   std::min(at.closed_on.value_or(at.last_day), at.last_day)))
                     : ""},
                {"contact", at.notice.contact},
                {"shortened_reason", at.notice.shortened_reason.value_or("")},
                {"channels", channel_words(v, at.notice.channels)},
                {"send_href", open ? public_href(of.id) + "/opinions" : ""},
                {"wish_href", open && of.matter.takes_hearing_wishes && !of.matter.hearing
                                  ? public_href(of.id) + "/hearing-wishes"
                                  : ""}};
    put_other_address(v, made, of, at.notice.address.value_or(""));
    put_light(v, made, at.notice.opens_on, at.last_day, open);
    return made;
}

object hearing_view(visit const& v, public_case const& of)
{
    auto const& at = *of.matter.hearing;
    auto const open = at.takes_applications(v.today());
    object made{{"hearing_on", engine::to_text(at.hearing_on)},
                {"hearing_words", v.words.date(at.hearing_on)},
                {"published_words", v.words.date(at.notice.published_on)},
                {"at_place", at.notice.place},
                {"mode_words", choice_words(v, at.notice.mode)},
                {"purpose", std::string(at.notice.purpose)},
                {"basis", std::string(at.notice.basis)},
                {"subject", std::string(at.notice.content)},
                {"selection_method", std::string(at.notice.selection_method)},
                {"quota", at.notice.quota},
                {"postponed_reason",
                 at.postponement ? std::string(at.postponement->reason) : std::string()},
                {"held", at.held},
                {"open", open},
                {"apply_href", open ? public_href(of.id) + "/applications" : ""}};
    put_light(v, made, of.matter);
    array people;
    if (at.list) {
        hearing_sign_ups const sign_ups(*v.records, of.id);
        for (auto const& one : at.list->people) {
            // Masked names are alike soon: by this number, which their receipt tells, people know
            // themselves and nobody else does.
            auto const number = sign_ups.number_of(one);
            people.push_back(object{{"name", masked_name(one.name)},
                                    {"number", number ? law::opinion_number(*number) : ""},
                                    {"role_words", choice_words(v, one.role)},
                                    {"side_words", one.side ? choice_words(v, *one.side) : ""}});
        }
    }
    made["has_people"] = !people.empty();
    made["people"] = std::move(people);
    array points;
    if (at.answer)
        for (auto const& one : at.answer->points)
            points.push_back(object{
                {"point", masked_words(one.point, of.people)},
                {"outcome", std::string(engine::name_of(one.outcome))},
                {"outcome_words", choice_words(v, one.outcome)},
                {"reason", one.reason ? masked_words(*one.reason, of.people) : std::string()}});
    made["has_points"] = !points.empty();
    made["points"] = std::move(points);
    return made;
}

array steps_view(visit const& v, public_case const& of)
{
    array made;
    for (auto const& one : of.matter.steps) {
        auto const done = one.is == law::step_progress::done;
        auto const current = one.is == law::step_progress::current;
        made.push_back(object{{"step", one.name},
                              {"step_words", v.words("public.step." + one.name)},
                              {"about", v.words("public.about_step." + one.name)},
                              {"standing", done      ? "done"
                                           : current ? "current"
                                                     : "to_come"},
                              {"done", done},
                              {"current", current},
                              {"to_come", !done && !current},
                              {"on", done && one.ended      ? engine::to_text(*one.ended)
                                     : current && one.began ? engine::to_text(*one.began)
                                                            : ""},
                              {"on_words", done && one.ended      ? v.words.date(*one.ended)
                                           : current && one.began ? v.words.date(*one.began)
                                                                  : ""}});
    }
    return made;
}

array published_documents_view(visit const& v, public_case const& of)
{
    array made;
    std::set<std::string> known;
    for (auto const& one : of.matter.documents)
        if (!adapters::soci::is_withheld(one.what.hash) &&
            known.insert(one.what.hash + one.field).second)
            made.push_back(object{{"name", masked_words(one.what.name, of.people)},
                                  {"href", public_href(of.id) + "/documents/" + one.what.hash},
                                  {"read_href", public_text_href(v, of.id, one.what.hash)},
                                  {"field_words", v.words("field." + one.field)},
                                  {"act_words", act_words(v.words, one.kind)},
                                  {"on", engine::to_text(one.on)},
                                  {"on_words", v.words.date(one.on)}});
    return made;
}

public_list public_cases(visit& v, adapters::soci::notice_filter const& only,
                         std::optional<adapters::soci::notice_cursor> after, long long most)
{
    constexpr long long at_a_time = 100;
    adapters::soci::notice_board board(*v.records);
    public_list found;
    std::set<long long> seen;
    while (true) {
        auto const notices = board.list(only, after, at_a_time);
        for (auto const& one : notices) {
            if (static_cast<long long>(found.cases.size()) == most) {
                found.next = after;
                return found;
            }
            after = {one.from, one.on, one.seq};
            if (!seen.insert(one.on.value).second)
                continue;
            if (auto shown = find_public_case(v, one.on))
                found.cases.push_back(std::move(shown));
        }
        if (static_cast<long long>(notices.size()) < at_a_time)
            return found;
    }
}

std::optional<adapters::soci::notice_cursor> cursor_in(std::string_view text)
{
    auto const first = text.find('.');
    auto const second = first == text.npos ? first : text.find('.', first + 1);
    if (second == text.npos)
        return {};
    auto const from = engine::parse_day(text.substr(0, first));
    auto const on = number_in(text.substr(first + 1, second - first - 1));
    auto const seq = number_in(text.substr(second + 1));
    if (!from || !on || !seq)
        return {};
    return adapters::soci::notice_cursor{*from, {*on}, *seq};
}

std::string to_text(adapters::soci::notice_cursor const& cursor)
{
    return engine::to_text(cursor.from) + "." + std::to_string(cursor.on.value) + "." +
           std::to_string(cursor.seq);
}

} // namespace web::handlers
