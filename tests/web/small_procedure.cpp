#include "tests/web/small_procedure.hpp"

#include "engine/body.hpp"
#include "engine/limit.hpp"
#include "engine/part.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>

namespace tests {

namespace json = boost::json;
using engine::say;

enum class stance { for_it, against };
JUECE_CHOICE(stance, for_it, against)

struct statement {
    std::string member;
    stance said = stance::for_it;
};
BOOST_DESCRIBE_STRUCT(statement, (), (member, said))

struct proposed {
    std::string title;
    std::optional<engine::money> cost;
    std::vector<statement> statements;
    std::optional<engine::document_ref> draft;
};
BOOST_DESCRIBE_STRUCT(proposed, (), (title, cost, statements, draft))

struct decided {
    engine::prose reason;
};
BOOST_DESCRIBE_STRUCT(decided, (), (reason))

engine::judgement small_procedure::attempt(engine::act const& what, engine::circumstances const&)
{
    engine::judgement found;
    if (!fields_of(what.kind)) {
        found.known = false;
        return found;
    }
    if (what.kind == "intake.proposed")
        engine::read_body<proposed>(what.body, found.faults);
    else
        engine::read_body<decided>(what.body, found.faults);
    if (!found.faults.empty())
        return found;
    found.answer.refusals = grounds(what.kind, what.by);
    if (found.answer.admits())
        replay(what);
    return found;
}

void small_procedure::replay(engine::act const& what)
{
    if (what.kind == "intake.proposed") {
        title_ = what.body.at("title").as_string();
        unit_ = what.by.unit;
    }
    for (auto const* name : {"title", "reason"})
        if (auto const* words = what.body.if_contains(name); words && *words == "秘密")
            level_ = engine::confidentiality::secret;
    stage_ = what.kind == "intake.proposed" ? "open" : "over";
}

std::vector<engine::offer> small_procedure::offers(engine::actor const& who,
                                                   engine::circumstances const&) const
{
    if (stage_ != "open")
        return {};
    return {{.chapter = "intake",
             .stage = stage_,
             .kind = "intake.decided",
             .duty = true,
             .rules = {"R713-30.1"},
             .seats = {{"head_of_government", ""}},
             .refusals = grounds("intake.decided", who),
             .fields = fields_of("intake.decided")}};
}

std::vector<engine::task> small_procedure::tasks(engine::circumstances const& now) const
{
    if (stage_ != "open")
        return {};
    return {{"intake",
             "intake.decided",
             "head_of_government",
             "",
             {},
             engine::task_limit{.name = "comments", .due = now.today + std::chrono::days(30)}}};
}

std::vector<engine::limit> small_procedure::limits(engine::circumstances const& now) const
{
    if (stage_ != "open")
        return {};
    return {
        engine::reckon({.name = "comments", .rule = "R713-15.1", .begins = now.today, .days = 30},
                       now.days, now.today)};
}

std::vector<engine::figure> small_procedure::figures(engine::working_days const&) const
{
    if (stage_ != "over")
        return {};
    return {{.indicator = "DEC.adopted", .year = 2024}};
}

engine::case_summary small_procedure::summary() const
{
    engine::case_summary found{.title = title_,
                               .unit = unit_,
                               .matter = "",
                               .phase = stage_ == "over" ? "execution" : "proposal",
                               .closed = stage_ == "over",
                               .place = place_,
                               .level = level_,
                               .concerned = {},
                               .known_to = {}};
    if (level_ == engine::confidentiality::secret)
        found.known_to = {engine::part_of_role("office_secretary")};
    return found;
}

json::object small_procedure::facts() const
{
    return {{"sections", json::array{{{"title", "section.matter"},
                                      {"rows", json::array{{{"label", "field.title"},
                                                            {"value", {{"text", title_}}}}}}}}}};
}

std::vector<engine::table_row> small_procedure::table() const
{
    return {{"intake", "R713-10.1", "start", "intake.proposed", "open", "duty", {}},
            {"intake", "R713-30.1", "open", "intake.decided", "over", "duty", {}}};
}

std::vector<engine::field> const* small_procedure::fields_of(std::string_view kind) const
{
    if (kind == "intake.proposed")
        return &engine::fields_of<proposed>();
    if (kind == "intake.decided")
        return &engine::fields_of<decided>();
    return nullptr;
}

std::vector<engine::refusal> small_procedure::grounds(std::string_view kind,
                                                      engine::actor const& who) const
{
    if (kind == "intake.decided" && stage_ != "open")
        return {{"R713-25.1", say("事项没有待决定的草案。"), say("先提出事项。")}};
    if (kind == "intake.decided" && who.role != "head_of_government")
        return {{.rule = "R713-30.1",
                 .reason = say("应由行政首长作出。"),
                 .remedy = say("请行政首长办理。"),
                 .about_role = true}};
    return {};
}

} // namespace tests
