#include "tests/bench/filling.hpp"

#include "adapters/documents/document_store.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/sessions.hpp"
#include "tests/bench/numbers.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

namespace bench {
namespace {

namespace demo = adapters::demo;
namespace soci = adapters::soci;

engine::instant now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Submits one after the other without waiting for answers; the first no is a fault.
class hand {
public:
    hand(soci::database& at, engine::law_in_force law) : clerk_(at, law) {}

    void submit(engine::submission const& wish, long long* opened = nullptr)
    {
        auto const reply = [this, opened, kind = wish.kind](soci::outcome said) {
            auto const* ruling = std::get_if<engine::ruling>(&said);
            auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
            if (taken && opened)
                *opened = taken->what.on.value;
            if (!taken && refused_++ == 0)
                first_refused_ = kind + reason_of(ruling);
            ++answered_;
        };
        while (!clerk_.submit(wish, reply))
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        ++asked_;
    }

    /// Waits for every answer.
    void finish()
    {
        while (answered_ < asked_)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        if (refused_ > 0)
            throw std::runtime_error(std::to_string(refused_) +
                                     " acts of the filling were refused, first " + first_refused_);
    }

    double a_group() const
    {
        auto const done = clerk_.counts();
        return static_cast<double>(done.submissions) / static_cast<double>(done.groups);
    }

private:
    static std::string reason_of(engine::ruling const* ruling)
    {
        auto const* no = ruling ? std::get_if<engine::refused>(ruling) : nullptr;
        if (!no || no->grounds.empty())
            return {};
        auto const& first = no->grounds.front();
        return " (" + first.rule + " " + first.reason.id + ")";
    }

    std::size_t asked_ = 0;
    std::string first_refused_; ///< before refused_ counts it
    std::atomic<std::size_t> answered_ = 0;
    std::atomic<std::size_t> refused_ = 0;
    soci::clerk clerk_; // last: ends before what its answers touch
};

/// Where the people of the story work.
constexpr std::pair<char const*, char const*> units[] = {
    {"water", "区水利局"},      {"transport", "区交通运输局"}, {"finance", "区财政局"},
    {"justice", "区司法局"},    {"audit", "区审计局"},         {"office", "区政府办公室"},
    {"market", "区市场监管局"}, {"leaders", "区政府领导"},     {"advisers", "区政府法律顾问室"}};

demo::officials people_of_story()
{
    return demo::made_up_officials(
        {"water", "transport", "finance", "justice", "audit", "office", "market"});
}

} // namespace

seats add_people(soci::database& at)
{
    soci::house_register house(at);
    soci::sessions kept(at);
    auto const from = engine::legal_day(now()) - std::chrono::days(30);
    house.add_organ({"gov", "某区人民政府", "county", "gd", ""}, now());
    for (auto const& [unit, name] : units)
        house.add_unit({unit, name, "gov"}, now());
    // Acts name people by their number, who had their seats then (R713-28.2): those of the story
    // come first.
    auto const long_ago = from - std::chrono::days(2'000);
    auto const officials = people_of_story();
    for (auto const& one : officials.all()) {
        auto const who = house.add_person("official" + std::to_string(one.person.value), one.name,
                                          "a password to measure with", now());
        if (who != one.person)
            throw std::logic_error("the people of the story are not the first of the house");
        house.add_appointment(
            {.who = who, .role = one.role, .unit = one.unit, .from = long_ago, .until = {}}, now());
    }
    auto const token_of = [&](char const* login, char const* name, char const* role,
                              char const* unit) {
        auto const who = house.add_person(login, name, "a password to measure with", now());
        auto const as = house.add_appointment(
            {.who = who, .role = role, .unit = unit, .from = from, .until = {}}, now());
        return kept.start(who, as, now()).token;
    };
    return {token_of("clerk", "李勤", "sponsor_clerk", "water"),
            token_of("secretary", "王文", "office_secretary", "office")};
}

long_story tell_with_papers(demo::story const& one, engine::law_in_force law, engine::instant now)
{
    long_story made;
    demo::paper const keep = [&](std::string const& name, std::string const& words) {
        auto const filed = demo::loose_paper()(name, words);
        made.papers.emplace(filed.hash, std::pair(name, words));
        return filed;
    };
    made.told = demo::tell(one, people_of_story(), law, keep, now);
    if (!made.told.went_well()) {
        auto words = "the law refuses " + made.told.refused_kind + " of the story:";
        for (auto const& ground : made.told.refusals)
            words += " " + ground.rule + " " + ground.reason.id;
        throw std::runtime_error(words);
    }
    return made;
}

long_story tell_long_story(engine::law_in_force law)
{
    demo::story const one{.what = {.title = "城区防洪排涝提升工程方案",
                                   .type = "construction_project",
                                   .sponsor = "water",
                                   .partners = {},
                                   .concerned = {"finance", "transport"},
                                   .executor = "water",
                                   .evaluator = "audit",
                                   .traits = {"risk", "hearing"},
                                   .seed = 7},
                          .begins = engine::legal_day(now()) - std::chrono::days(900),
                          .turns = {},
                          .until = "execution.citizen_opinion_received"};
    return tell_with_papers(one, law, now());
}

void store_papers(written_papers const& all, std::filesystem::path const& dir, soci::database& at)
{
    if (all.empty())
        return;
    adapters::documents::document_store documents(dir);
    soci::accounts people(at);
    for (auto const& [hash, paper] : all) {
        auto const stored = documents.put(paper.second);
        people.note_document(stored.hash, stored.size, "text/plain; charset=utf-8", paper.first,
                             {1}, now());
    }
}

filled fill_with_stories(soci::database& at, engine::law_in_force law, long_story const& story,
                         std::size_t cases)
{
    filled done;
    done.cases.resize(cases, 0);
    hand clerk(at, law);
    auto const submit = [&](std::size_t which, std::size_t act) {
        auto const& told = story.told.acts[act];
        auto body = told.body;
        if (auto* number = body.if_contains("document_number")) // one for each paper (JC-25)
            *number = "高府〔2024〕" + std::to_string(which + 1) + "号";
        if (auto* number = body.if_contains("archive_number"))
            *number = "0058-WS·2024-Y-" + std::to_string(which + 1);
        clerk.submit({.on = {done.cases[which]},
                      .shape = "major_decision/2019",
                      .place = "gd",
                      .act_id = "story-" + std::to_string(which) + "-" + std::to_string(act),
                      .kind = told.kind,
                      .body = std::move(body),
                      .seen = {},
                      .by = told.by,
                      .now = told.at,
                      .origin = engine::entered_as_demo,
                      .seeing = engine::clearance::of_the_record()},
                     act == 0 ? &done.cases[which] : nullptr);
    };
    done.seconds = time_of([&] {
        for (std::size_t which = 0; which < cases; ++which)
            submit(which, 0);
        clerk.finish(); // the numbers of the cases are known now
        for (std::size_t act = 1; act < story.told.acts.size(); ++act)
            for (std::size_t which = 0; which < cases; ++which)
                submit(which, act);
        clerk.finish();
    });
    done.acts = cases * story.told.acts.size();
    done.a_group = clerk.a_group();
    return done;
}

filled fill_with_proposals(soci::database& at, engine::law_in_force law, std::size_t cases)
{
    constexpr int years = 6;
    constexpr char const* matters[] = {"public_policy", "plan", "resource_policy",
                                       "construction_project", "other_major"};
    filled done;
    hand clerk(at, law);
    auto const last = now() - std::chrono::hours(24);
    auto const first = last - std::chrono::days(365 * years);
    std::chrono::milliseconds const step =
        (last - first) / static_cast<long long>(std::max<std::size_t>(cases, 1));
    done.seconds = time_of([&] {
        for (std::size_t i = 0; i < cases; ++i) {
            auto const number = std::to_string(i);
            boost::json::object body{
                {"title", "第" + number + "号决策事项：公共服务设施建设和管理方案"},
                {"matter", matters[i % 5]},
                {"proposer", "department"},
                {"proposer_name", "区水利局"},
                {"in_writing", true},
                {"main_problem", "现有设施不足，群众反映强烈。"},
                {"reasons", "列入年度重点工作。"},
                {"legal_basis", "《重大行政决策程序暂行条例》第三条。"},
                {"necessity_and_feasibility", "事关公共利益，经费有保障。"},
                {"main_measures", "新建和改造设施，完善管理办法。"},
                {"documents", boost::json::array()}};
            clerk.submit({.on = {},
                          .shape = "major_decision/2019",
                          .place = "gd",
                          .act_id = "proposal-" + number,
                          .kind = "intake.proposed",
                          .body = std::move(body),
                          .seen = {},
                          .by = {.person = {1},
                                 .name = "李勤",
                                 .role = "sponsor_clerk",
                                 .unit = "water",
                                 .on_behalf_of = {}},
                          .now = first + step * static_cast<long long>(i),
                          .origin = engine::entered_as_demo,
                          .seeing = engine::clearance::of_the_record()});
        }
        clerk.finish();
    });
    done.acts = cases;
    done.a_group = clerk.a_group();
    return done;
}

} // namespace bench
