#include "tests/workflows/told_case.hpp"

#include "adapters/rights/load_rights.hpp"
#include "engine/body.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/shapes.hpp"

#include <sstream>

namespace tests {

engine::law_in_force built_in_law()
{
    static auto const entitled = adapters::rights::load_rights();
    static auto const shapes = workflows::shapes(entitled.table);
    return {shapes, built_in_rules(), built_in_days(), entitled.table};
}

adapters::demo::officials const& some_officials()
{
    static auto const all = adapters::demo::made_up_officials(
        {"water", "transport", "finance", "justice", "audit", "office", "market"});
    return all;
}

adapters::demo::matter a_matter(std::set<std::string, std::less<>> traits)
{
    return {.title = "高要区防洪排涝提升工程方案",
            .type = "construction_project",
            .sponsor = "water",
            .partners = {},
            .concerned = {"finance", "transport"},
            .executor = "water",
            .evaluator = "audit",
            .traits = std::move(traits),
            .seed = 7};
}

adapters::demo::story a_story(std::set<std::string, std::less<>> traits,
                              std::set<std::string, std::less<>> turns, std::string_view begins)
{
    return {.what = a_matter(std::move(traits)),
            .begins = engine::parse_day(begins).value(),
            .turns = std::move(turns),
            .until = {}};
}

adapters::demo::telling told(adapters::demo::story const& one)
{
    auto const end = engine::instant(engine::parse_day("2028-12-31").value());
    auto found = adapters::demo::tell(one, some_officials(), built_in_law(),
                                      adapters::demo::loose_paper(), end);
    for (auto const& ground : found.refusals)
        BOOST_ERROR(found.refused_kind << " refused: " << ground.rule << " " << ground.reason.id);
    for (auto const& fault : found.faults)
        BOOST_ERROR(found.refused_kind << " malformed: " << fault.path << " " << fault.reason.id);
    BOOST_TEST(found.went_well(), "the story stopped at " << found.refused_kind);
    return found;
}

std::string picture_of(engine::procedure const& file, engine::day today)
{
    engine::circumstances const now{built_in_rules(), built_in_days(), today};
    std::ostringstream out;
    for (auto const& one : file.stages())
        out << one.chapter << ": " << one.stage << '\n';
    for (auto const& one : file.tasks(now))
        out << "task " << one.chapter << ' ' << one.kind << ' ' << one.role << ' ' << one.unit
            << (one.opens_on ? ' ' + engine::to_text(*one.opens_on) : std::string()) << '\n';
    for (auto const& one : file.figures(built_in_days()))
        out << "figure " << one.indicator << ' ' << one.year << ' ' << one.value << '\n';
    for (auto const& one : file.limits(now))
        out << "limit " << one.name << ' ' << engine::to_text(one.due) << ' '
            << static_cast<int>(one.is) << ' ' << one.used << ' ' << one.left << '\n';
    for (auto const& one : file.outlook(now))
        out << "milestone " << one.name << ' ' << engine::to_text(one.earliest) << '\n';
    auto const summary = file.summary();
    out << "summary " << summary.title << ' ' << summary.unit << ' ' << summary.matter << ' '
        << summary.phase << ' ' << summary.closed << '\n'
        << engine::canonical(file.facts()) << '\n';
    return out.str();
}

std::string stage_of(engine::procedure const& file, std::string_view chapter)
{
    for (auto const& one : file.stages())
        if (one.chapter == chapter)
            return one.stage;
    return {};
}

recorded_case recorded(adapters::demo::telling const& one)
{
    /// Keeps what the desk says beside the acts.
    class witness final : public engine::record {
    public:
        std::optional<engine::case_head> find_case(engine::case_id id) override
        {
            return under_.find_case(id);
        }
        std::vector<engine::act> acts_of(engine::case_id id) override { return under_.acts_of(id); }
        std::optional<engine::act> find_act(std::string const& id) override
        {
            return under_.find_act(id);
        }
        std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override
        {
            return seats_.seats_of(who, on);
        }
        bool holds_document(std::string const&) override { return true; }
        std::optional<engine::case_id> case_of_shape(std::string const& shape) override
        {
            return under_.case_of_shape(shape);
        }
        std::optional<engine::case_id> case_standing_for(std::string const& what,
                                                         std::string const& family,
                                                         std::string const& unit) override
        {
            return under_.case_standing_for(what, family, unit);
        }
        engine::case_id next_case_id() override { return under_.next_case_id(); }
        std::string next_number(std::string const& prefix, int year) override
        {
            return under_.next_number(prefix, year);
        }
        void open(engine::case_line const& line, std::string const& hash) override
        {
            under_.open(line, hash);
        }
        void append(engine::act const& what, engine::consequences const& then) override
        {
            under_.append(what, then);
            figures.insert(figures.end(), then.figures.begin(), then.figures.end());
        }
        std::vector<engine::figure> figures;

    private:
        adapters::import::memory_record under_;
        adapters::demo::officials seats_ = some_officials();
    };

    witness paper;
    engine::desk desk(built_in_law());
    engine::case_id id;
    for (auto const& act : one.entered) {
        auto const answer =
            desk.submit({.on = id,
                         .shape = "major_decision/2019",
                         .place = "gd",
                         .act_id = act.act_id,
                         .kind = act.kind,
                         .body = act.body,
                         .seen = act.seq - 1 == 0 ? std::nullopt : std::optional(act.seq - 1),
                         .by = act.by,
                         .now = act.entered_at,
                         .origin = act.origin,
                         .seeing = engine::clearance::of_the_record()},
                        paper);
        auto const* taken = std::get_if<engine::admitted>(&answer);
        BOOST_REQUIRE_MESSAGE(taken, act.kind << " is taken by the desk");
        id = taken->what.on;
    }
    return {paper.find_case(id)->line, paper.acts_of(id), paper.figures};
}

} // namespace tests
