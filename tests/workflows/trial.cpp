#include "tests/workflows/trial.hpp"

#include "workflows/major_decision/procedure.hpp"
#include "workflows/parameters.hpp"

#include <functional>

namespace tests {

engine::rule_book const& built_in_rules()
{
    static auto const loaded = adapters::rules::load_rules(workflows::declared_parameters());
    BOOST_TEST_REQUIRE(loaded.faults.empty());
    return loaded.book;
}

engine::working_days const& built_in_days()
{
    static auto const loaded = adapters::calendar::load_calendar();
    BOOST_TEST_REQUIRE(loaded.faults.empty());
    return loaded.days;
}

engine::rule_book book_of(std::string place, std::vector<known_rule> const& rules)
{
    engine::rule_book book(workflows::declared_parameters());
    std::vector<engine::parameter> parameters;
    for (auto const& one : rules)
        parameters.push_back({.key = one.key,
                              .value = one.value,
                              .rule = one.rule,
                              .from = engine::parse_day("2019-09-01").value(),
                              .until = {},
                              .pack = place});
    auto const faults =
        book.add({.name = std::move(place), .title = "某地", .parameters = std::move(parameters)});
    BOOST_TEST_REQUIRE(faults.empty());
    return book;
}

engine::act act_on(engine::day on, engine::actor const& by, long long seq, std::string_view kind,
                   std::string_view body)
{
    engine::act what;
    what.on = {1};
    what.seq = seq;
    what.kind = kind;
    what.body = boost::json::parse(body).as_object();
    what.by = by;
    what.entered_at = engine::instant(on) + std::chrono::hours(1);
    return what;
}

std::set<std::string> rules_of(std::vector<engine::refusal> const& all)
{
    std::set<std::string> ids;
    for (auto const& ground : all) {
        ids.insert(ground.rule);
        BOOST_TEST(!ground.reason.empty());
        BOOST_TEST(!ground.remedy.empty());
    }
    return ids;
}

std::set<std::string> rules_of(std::vector<engine::advice> const& all)
{
    std::set<std::string> ids;
    for (auto const& remark : all)
        ids.insert(remark.rule);
    return ids;
}

namespace {

std::shared_ptr<void const> read_by_its_chapter(engine::act const& what)
{
    for (auto const& make : workflows::major_decision::parts().chapters)
        if (auto const chapter = make(); chapter->admits(what.kind))
            return chapter->read(what);
    throw std::logic_error("no chapter admits " + what.kind);
}

} // namespace

trial::trial(std::unique_ptr<engine::chapter<dossier>> chapter, std::string place)
    : chapter_(std::move(chapter)), place_(std::move(place))
{
    by("sponsor_clerk", "water");
}

trial& trial::on(std::string_view day)
{
    today_ = engine::parse_day(day).value();
    return *this;
}

trial& trial::by(std::string role, std::string unit, std::string name)
{
    if (name.empty())
        name = role + " of " + unit;
    auto const number = number_of(name);
    by_ = {{number}, std::move(name), std::move(role), std::move(unit), {}, {}};
    return *this;
}

long long trial::number_of(std::string const& name)
{
    return static_cast<long long>(std::hash<std::string>{}(name) >> 8);
}

trial& trial::knowing(engine::seat_holders& people)
{
    people_ = &people;
    return *this;
}

trial& trial::receiving(engine::papers_received const& papers)
{
    received_ = &papers;
    return *this;
}

trial& trial::beside(engine::number_given const& numbers)
{
    is_given_ = &numbers;
    return *this;
}

trial& trial::under(engine::rule_book const& book)
{
    book_ = &book;
    return *this;
}

trial& trial::in_place_of(std::string name)
{
    by_.represents = {name.empty() ? 0 : number_of(name)};
    by_.on_behalf_of = std::move(name);
    return *this;
}

void trial::bars_all_ways_round(std::string_view before, std::string_view kind,
                                std::string const& role, std::string const& unit)
{
    struct way {
        std::string did, for_whom, does, in_whose_place;
        bool barred = true;
    };
    std::vector<way> const ways{
        {"甲", "", "甲", ""},     {"甲", "", "乙", "甲"},        {"甲", "", "甲", "丙"},
        {"乙", "甲", "甲", ""},   {"乙", "甲", "乙", ""},        {"乙", "甲", "丙", "甲"},
        {"乙", "甲", "丙", "乙"}, {"甲", "", "乙", "丙", false}, {"乙", "甲", "丙", "丁", false}};
    for (auto const& one : ways) {
        file.doings.push_back({90,
                               std::string(before),
                               {number_of(one.did)},
                               one.did,
                               role,
                               unit,
                               today_,
                               {one.for_whom.empty() ? 0 : number_of(one.for_whom)},
                               one.for_whom});
        by(role, unit, one.does).in_place_of(one.in_whose_place);
        bool offered = false;
        bool barred = false;
        for (auto const& offer : offers())
            if (offer.kind == kind) {
                offered = true;
                for (auto const& ground : offer.refusals)
                    barred = barred || ground.rule == "JC-1";
            }
        BOOST_TEST(offered, kind);
        BOOST_TEST(barred == one.barred, before << " by " << one.did << "/" << one.for_whom << ", "
                                                << kind << " by " << one.does << "/"
                                                << one.in_whose_place);
        file.doings.pop_back();
    }
}

engine::act trial::act_of(std::string_view kind, std::string_view body)
{
    return act_on(today_, by_, ++seq_, kind, body);
}

engine::question<trial::dossier> trial::question() const
{
    return {.file = file,
            .by = by_,
            .today = today_,
            .law = book_->in_force(place_, today_),
            .days = built_in_days(),
            .people = people_,
            .received = received_,
            .is_given = is_given_};
}

engine::judgement trial::judge(std::string_view kind, std::string_view body)
{
    auto const what = act_of(kind, body);
    auto found = chapter_->attempt(file, what, question());
    BOOST_TEST_REQUIRE(found.known, "no act of kind " << kind);
    if (found.admitted())
        workflows::major_decision::remember(file, what);
    return found;
}

void trial::enters(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    for (auto const& fault : found.faults)
        BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
    for (auto const& ground : found.answer.refusals)
        BOOST_ERROR(kind << ": " << ground.rule << " " << ground.reason.id);
}

std::set<std::string> trial::refused(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    for (auto const& fault : found.faults)
        BOOST_ERROR(kind << ": " << fault.path << ": " << fault.reason.id);
    return rules_of(found.answer.refusals);
}

std::set<std::string> trial::advised(std::string_view kind, std::string_view body)
{
    auto const found = judge(kind, body);
    BOOST_TEST(found.admitted());
    return rules_of(found.answer.remarks);
}

std::set<std::string> trial::malformed(std::string_view kind, std::string_view body)
{
    std::set<std::string> paths;
    for (auto const& fault : judge(kind, body).faults)
        paths.insert(fault.path);
    return paths;
}

void trial::follows(std::string_view kind, std::string_view body)
{
    auto const what = act_of(kind, body);
    chapter_->follow(file, what, read_by_its_chapter(what).get());
}

std::vector<engine::offer> trial::offers()
{
    std::vector<engine::offer> all;
    chapter_->offers(question(), false, all);
    return all;
}

std::set<std::string> trial::duties()
{
    std::set<std::string> kinds;
    for (auto const& one : offers())
        if (one.duty)
            kinds.insert(one.kind);
    return kinds;
}

} // namespace tests
