#include "web/handlers/form_notes.hpp"

#include "web/handlers/filed_documents.hpp"
#include "web/handlers/last_body.hpp"
#include "web/handlers/offered_number.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/drafts_of_case.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/parameters.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/review.hpp"
#include "workflows/normative_document/validity.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using engine::say;
namespace decisions = workflows::major_decision;
namespace documents = workflows::normative_document;

/// A number of the place that bears on a field, and what is said of it.
struct numbered_field {
    std::string_view kind;
    std::string_view field;
    engine::parameter_key const* key;
    engine::text (*words)(long long number);
    engine::text (*where_none)(); ///< said where nobody sets the number
};

engine::text at_least(long long number)
{
    return say("一般不少于{1}名", number);
}

engine::text at_least_if_complex(long long number)
{
    return say("专业性强、情况复杂的一般不少于{1}名", number);
}

engine::text nobody_says_how_many()
{
    return say("本地规则没有规定人数。");
}

engine::text for_days(long long number)
{
    return say("一般不少于{1}日", number);
}

engine::text for_working_days(long long number)
{
    return say("一般不少于{1}个工作日", number);
}

engine::text for_days_where_business_is_touched(long long number)
{
    return say("与企业经营密切相关的一般不少于{1}日", number);
}

engine::text days_before_effect(long long number)
{
    return say("公布后一般不少于{1}日施行", number);
}

engine::text for_supplement(long long number)
{
    return say("起草单位应在{1}个工作日内补充", number);
}

engine::text valid_at_most(long long number)
{
    return say("自施行之日起一般不超过{1}个月", number);
}

engine::text nobody_says_how_long()
{
    return say("本地规则没有规定期限。");
}

constexpr numbered_field numbered[] = {
    {decisions::experts::selected::kind, "experts", &decisions::expert_min, at_least,
     nobody_says_how_many},
    {decisions::experts::selected::kind, "experts", &decisions::expert_min_complex,
     at_least_if_complex, nobody_says_how_many},
    {decisions::hearing::announced::kind, "quota", &decisions::hearing_participants_min, at_least,
     nobody_says_how_many},
    {decisions::participation::published::kind, "closes_on", &decisions::comment_window_days,
     for_days, nobody_says_how_long},
    {documents::opinions::experts_argued::kind, "experts", &documents::document_expert_min,
     at_least, nobody_says_how_many},
    {documents::opinions::experts_argued::kind, "experts", &documents::document_expert_min_complex,
     at_least_if_complex, nobody_says_how_many},
    {documents::opinions::comments_opened::kind, "open_until", &documents::comment_working_days,
     for_working_days, nobody_says_how_long},
    {documents::opinions::comments_opened::kind, "open_until", &documents::business_comment_days,
     for_days_where_business_is_touched, nobody_says_how_long},
    {documents::review::supplement_asked::kind, "missing",
     &documents::document_supplement_working_days, for_supplement, nobody_says_how_long},
    {documents::issue::published::kind, "effective_on", &documents::effect_days, days_before_effect,
     nobody_says_how_long}};

/// "一般不少于3名（《……》第二十四条）"; nothing where nobody sets the number.
std::string number_in_force(visit const& v, engine::rules const& law, numbered_field const& one)
{
    auto const number = law.number(*one.key);
    if (!number)
        return {};
    auto const rule = rule_view(v, law.rule_of(*one.key, {}));
    return v.words(say("{1}（{2}）", v.words(one.words(*number)),
                       std::string(rule.at("citation").as_string())));
}

/// No rule that was read numbers those who take part in a hearing on a document.
bool is_hearing_on_document(opened_case const& file, std::string_view kind)
{
    return kind == decisions::hearing::announced::kind &&
           file.file().fields_of(documents::opinions::hearing_held::kind);
}

/// All numbers in force that bear on a field; empty where nobody sets one.
std::string numbers_in_force(visit const& v, engine::rules const& law, std::string_view kind,
                             std::string_view field)
{
    std::string all;
    for (auto const& one : numbered) {
        if (one.kind != kind || one.field != field)
            continue;
        auto const words = number_in_force(v, law, one);
        all += (all.empty() || words.empty() ? "" : v.words("words.semicolon")) + words;
    }
    return all;
}

void add_numbers(visit const& v, opened_case const& file, std::string_view kind, field_notes& into)
{
    auto const& law = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    for (auto const& one : numbered) {
        if (one.kind != kind)
            continue;
        auto& note = into[std::string(one.field)];
        note = numbers_in_force(v, law, kind, one.field);
        if (!note.empty())
            continue;
        note = v.words(one.where_none());
        if (one.field == "experts")
            into["few_reason"] = v.words(say("本地规则没有规定人数，不必填写。"));
    }
}

/// How long a document may hold follows from its nature.
void add_validity(visit const& v, opened_case const& file, field_notes& into)
{
    auto const* key = documents::longest_validity(file.file());
    if (!key)
        return;
    auto const& law = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    auto const words = number_in_force(v, law,
                                       {documents::issue::published::kind, "valid_until", key,
                                        valid_at_most, nobody_says_how_long});
    into["valid_until"] = words.empty() ? v.words(nobody_says_how_long()) : words;
}

/// The list of a hearing is refused for an even number, and the notice has already said how many.
void add_oddness(visit const& v, opened_case const& file, std::string& note)
{
    auto const& law = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    if (!law.flag(decisions::hearing_participants_odd))
        return;
    auto const rule = rule_view(v, law.rule_of(decisions::hearing_participants_odd, {}));
    note += v.words("words.semicolon") + v.words(say("{1}（{2}）", v.words(say("须为单数")),
                                                     std::string(rule.at("citation").as_string())));
}

/// The limit against which an act waits, if it has run out; null otherwise.
engine::limit const* missed(std::vector<engine::limit> const& limits,
                            std::vector<engine::task> const& tasks, std::string_view kind)
{
    for (auto const& task : tasks) {
        if (task.kind != kind || !task.within)
            continue;
        auto const found = std::find_if(limits.begin(), limits.end(), [&](auto const& one) {
            return one.name == task.within->name && one.is == engine::limit::state::overdue;
        });
        if (found != limits.end())
            return &*found;
    }
    return nullptr;
}

std::string lateness(visit const& v, engine::limit const& limit)
{
    auto const name = v.words("limit." + limit.name);
    auto const days = -limit.left;
    return v.words(limit.unit == engine::day_unit::working
                       ? say("“{1}”到{2}为止，已超期{3}个工作日。", name, limit.due, days)
                       : say("“{1}”到{2}为止，已超期{3}日。", name, limit.due, days));
}

/// An opinion that a form comes with tells what was found of a text, which may have changed since.
void add_drafts_of_opinions(visit const& v, opened_case const& file, std::string_view kind,
                            field_notes& into)
{
    auto const* fields = file.file().fields_of(kind);
    if (!fields)
        return;
    auto const current = workflows::drafts_of_case(file.record.acts).versions.size();
    for (auto const& [field, version] : opinions_on_earlier_drafts(file, kind, *fields))
        into[field] = v.words(say("卷内的这份意见针对第{1}稿，现行草案为第{2}稿。", version,
                                  static_cast<long long>(current)));
}

bool says_how_far_a_draft_changed(std::string_view kind)
{
    return kind == decisions::drafting::versioned::kind ||
           kind == decisions::drafting::change_confirmed::kind ||
           kind == documents::project::drafted::kind ||
           kind == documents::review::change_confirmed::kind;
}

/// Whoever calls a change substantive learns what has to be done again for it (JC-2).
void add_what_follows_a_change(visit const& v, opened_case const& file, field_notes& into)
{
    if (workflows::drafts_of_case(file.record.acts).versions.empty())
        return;
    bool const of_document = file.file().fields_of(documents::project::drafted::kind);
    auto const substantive = say("choice.change_class.substantive");
    auto& note = into["change"];
    note = v.words(
        of_document
            ? say("选“{1}"
                  "”的，已经办理的公开征求意见、专家论证、听证、评估、公平竞争审查和合法性审核"
                  "须就新的草案重新办理。",
                  substantive)
            : say("选“{1}”的，已经办理的公众参与、专家论证、风险评估、公平竞争审查须就新的草案"
                  "重新办理，审查部门确认免予重做的除外；合法性审查一律重新进行。",
                  substantive));
    if (file.file().summary().level == engine::confidentiality::secret)
        return;
    auto const& law = v.house.with().law.book.in_force(file.file().summary().place, file.on);
    auto const window =
        of_document
            ? numbers_in_force(v, law, documents::opinions::comments_opened::kind, "open_until")
            : numbers_in_force(v, law, decisions::participation::published::kind, "closes_on");
    if (!window.empty())
        note += v.words(say("再次公开征求意见的期限{1}。", window));
}

} // namespace

field_notes form_notes(visit const& v, opened_case const& file, std::string_view kind)
{
    field_notes made;
    if (is_hearing_on_document(file, kind))
        return made;
    add_numbers(v, file, kind, made);
    add_drafts_of_opinions(v, file, kind, made);
    if (kind == documents::issue::published::kind)
        add_validity(v, file, made);
    if (says_how_far_a_draft_changed(kind))
        add_what_follows_a_change(v, file, made);
    if (kind == decisions::hearing::announced::kind)
        add_oddness(v, file, made["quota"]);
    if (auto numbers = next_file_numbers(v, kind); !numbers.empty())
        made["archive_number"] = std::move(numbers);
    auto const chosen = last_body<decisions::experts::selected>(file);
    if (kind == decisions::experts::opined::kind && chosen &&
        chosen->form == decisions::experts::argument_form::written)
        made["held_on"] = v.words(say("书面咨询不开会：请填写收齐书面意见的日期。"));
    if (kind == decisions::drafting::versioned::kind) {
        auto const now = circumstances_of(v, file);
        auto const limits = file.file().limits(now);
        auto const* limit = missed(limits, file.file().tasks(now), kind);
        made["late_reason"] =
            limit ? lateness(v, *limit) : v.words(say("没有超期的时限，不必填写。"));
    }
    return made;
}

} // namespace web::handlers
