#include "web/cookie.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sign_in_answer.hpp"

namespace web::handlers {

awaitable<answer> choose_looks(visit& v)
{
    answer done;
    done.see_other = local_path(v, v.query("back"));
    auto const keep = [&](std::string_view name, std::string const& value) {
        done.headers.emplace_back("Set-Cookie", set_cookie(name, value, v.asked.secure, false,
                                                           std::chrono::hours(24 * 365)));
        done.view[name] = value;
    };
    if (auto const size = v.query("size");
        size == "16" || size == "20" || size == "24" || size == "30")
        keep("size", size);
    if (auto const contrast = v.query("contrast"); contrast == "high" || contrast == "normal")
        keep("contrast", contrast);
    if (auto const tongue = v.query("language"); tongue == "zh" || tongue == "en")
        keep("language", tongue);
    co_return done;
}

} // namespace web::handlers
