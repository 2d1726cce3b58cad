#include "tests/workflows/wanderer.hpp"

#include "engine/case_procedure.hpp"
#include "tests/workflows/trial.hpp"

namespace tests {
namespace {

using file_of_decision = engine::case_procedure<workflows::major_decision::dossier>;

std::unique_ptr<engine::procedure> fresh_file()
{
    return built_in_law().shapes.find("major_decision/2019")->second.make("gd");
}

} // namespace

wanderer::wanderer(adapters::demo::matter const& what, engine::day begins)
    : what_(what), file_(fresh_file()), today_(begins)
{}

wanderer::wanderer(adapters::demo::matter const& what, std::vector<engine::act> acts,
                   engine::day today)
    : what_(what), file_(fresh_file()), acts_(std::move(acts)), today_(today)
{
    for (auto const& one : acts_)
        file_->replay(one);
}

engine::circumstances wanderer::now() const
{
    static auto seats = some_officials();
    return {built_in_rules(), built_in_days(), today_, &seats};
}

workflows::major_decision::dossier const& wanderer::dossier() const
{
    return static_cast<file_of_decision const&>(*file_).file();
}

std::vector<attempt> wanderer::open_attempts() const
{
    if (offers_.empty())
        offers_ = file_->offers({}, now());
    std::vector<attempt> all;
    for (auto const& offer : offers_)
        for (auto& variant : adapters::demo::variants_of(offer.kind))
            all.push_back({offer.kind, std::move(variant)});
    return all;
}

engine::actor wanderer::actor_of(std::string const& kind) const
{
    auto const& paper = adapters::demo::loose_paper();
    auto const unit = adapters::demo::unit_whose_turn_it_is(
        kind, {what_, acts_, today_, built_in_days(), paper, some_officials().all()});
    if (offers_.empty())
        offers_ = file_->offers({}, now());
    for (auto const& offer : offers_) {
        if (offer.kind != kind)
            continue;
        if (auto const* who = some_officials().holding(offer.seats, unit))
            return *who;
        if (auto const* who = some_officials().holding(offer.seats))
            return *who;
    }
    return some_officials().all().front();
}

tried wanderer::go_once(attempt const& one)
{
    auto const paper = adapters::demo::loose_paper();
    adapters::demo::scene const at{what_,           acts_, today_,
                                   built_in_days(), paper, some_officials().all()};
    tried result;
    result.what = {.on = {1},
                   .seq = static_cast<long long>(acts_.size()) + 1,
                   .act_id = "walk-" + std::to_string(acts_.size() + 1),
                   .kind = one.kind,
                   .body = adapters::demo::model_body(one.kind, one.variant, at),
                   .by = actor_of(one.kind),
                   .entered_at = engine::instant(today_) + std::chrono::hours(2),
                   .origin = engine::entered_here,
                   .previous_hash = {},
                   .hash = {}};
    result.ways = file_->ways(result.what);
    result.found = file_->attempt(result.what, now());
    if (result.found.admitted()) {
        acts_.push_back(result.what);
        offers_.clear();
    }
    return result;
}

tried wanderer::go(attempt const& one)
{
    auto const began = today_;
    auto result = go_once(one);
    for (int again = 0; again < 3 && !result.found.admitted(); ++again) {
        auto const later = engine::opens_on(result.found.answer.refusals);
        if (!result.found.faults.empty() || !later || *later <= today_)
            break;
        today_ = built_in_days().roll_forward(*later);
        result = go_once(one);
    }
    if (!result.found.admitted())
        today_ = began;
    return result;
}

std::string path_of(wanderer const& at)
{
    std::string path;
    for (auto const& one : at.acts())
        path += one.kind + ' ';
    return path;
}

} // namespace tests
