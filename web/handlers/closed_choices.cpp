#include "web/handlers/closed_choices.hpp"

#include "web/problem.hpp"

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

void close(visit const& v, object& input, std::vector<engine::refused_choice> const& refused)
{
    array closed;
    for (auto const& one : refused)
        for (auto& option : input.at("options").as_array()) {
            if (option.at("code").as_string() != one.choice)
                continue;
            option.as_object()["is_closed"] = !option.at("selected").as_bool();
            auto why = refusal_view(v, one.ground);
            why["choice_words"] = option.at("words");
            closed.push_back(std::move(why));
        }
    input["some_closed"] = !closed.empty();
    input["closed_choices"] = std::move(closed);
}

/// Where the law leaves one choice alone, nobody has to look for it.
void choose_what_is_left(object& input)
{
    if (!input.at("must").as_bool())
        return;
    object* left = nullptr;
    for (auto& one : input.at("options").as_array()) {
        auto& option = one.as_object();
        if (option.at("selected").as_bool())
            return;
        auto const* closed = option.if_contains("is_closed");
        if (closed && closed->as_bool())
            continue;
        if (left)
            return;
        left = &option;
    }
    if (left)
        (*left)["selected"] = true;
}

} // namespace

void close_choices(visit const& v, array& inputs, engine::refused_choices const& refused)
{
    for (auto& one : inputs) {
        auto const found = refused.find(std::string(one.at("path").as_string()));
        if (found == refused.end())
            continue;
        close(v, one.as_object(), found->second);
        choose_what_is_left(one.as_object());
    }
}

} // namespace web::handlers
