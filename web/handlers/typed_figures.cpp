#include "web/handlers/typed_figures.hpp"

#include <algorithm>

namespace web::handlers {

typed_figures::typed_figures(visit const& v, std::string_view kind)
    : v_(v), form_(v.came_back && v.came_back->kind == kind ? v.came_back : nullptr)
{}

typed_figures::typed_figures(visit const& v, std::string_view kind, std::string_view field,
                             std::string_view named)
    : typed_figures(v, kind)
{
    if (word(field) != named)
        form_ = nullptr;
}

std::string typed_figures::word(std::string_view name) const
{
    auto const* typed = form_ ? form_->body.if_contains(name) : nullptr;
    return typed && typed->is_string() ? std::string(typed->get_string()) : std::string();
}

bool typed_figures::has_ticked(std::string_view indicator) const
{
    auto const all = ticked();
    return std::find(all.begin(), all.end(), indicator) != all.end();
}

std::string typed_figures::fault_of(std::string_view name) const
{
    if (!form_)
        return {};
    for (auto const& one : said_at_fields(*form_))
        if (one.path == name)
            return v_.words(one.reason);
    return name == "indicators" && ticked().empty() ? v_.words(engine::say("请至少选择一个指标"))
                                                    : std::string();
}

std::vector<std::string> typed_figures::ticked() const
{
    std::vector<std::string> found;
    auto const* typed = form_ ? form_->body.if_contains("indicators") : nullptr;
    if (auto const* all = typed ? typed->if_array() : nullptr)
        for (auto const& one : *all)
            if (one.is_string())
                found.emplace_back(one.get_string());
    return found;
}

} // namespace web::handlers
