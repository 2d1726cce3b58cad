#include "adapters/soci/kept_plans.hpp"

#include <utility>

namespace adapters::soci {

std::optional<std::string> kept_plans::ask(std::string const& text)
{
    auto const found = by_text_.find(text);
    if (found == by_text_.end()) {
        latest_first_.push_front({text, {}});
        by_text_.emplace(latest_first_.front().text, latest_first_.begin());
        return {};
    }
    latest_first_.splice(latest_first_.begin(), latest_first_, found->second);
    return found->second->name;
}

void kept_plans::keep(std::string const& text, std::string name)
{
    by_text_.at(text)->name = std::move(name);
}

void kept_plans::forget(std::string const& text)
{
    auto const found = by_text_.find(text);
    if (found == by_text_.end())
        return;
    auto const at = found->second;
    by_text_.erase(found);
    latest_first_.erase(at);
}

std::optional<std::string> kept_plans::let_go()
{
    if (latest_first_.size() <= most_)
        return {};
    auto name = std::move(latest_first_.back().name);
    by_text_.erase(latest_first_.back().text);
    latest_first_.pop_back();
    return name;
}

} // namespace adapters::soci
