#include "web/handlers/why_back.hpp"

#include "web/handlers/marked_words.hpp"
#include "workflows/set_back.hpp"

namespace web::handlers {
namespace {

/// The rest is read in the act.
constexpr std::size_t most_of_reason = 30;

} // namespace

std::string why_back(language const& words, engine::act const& brought_by)
{
    auto const back = workflows::set_back_by(brought_by);
    if (!back)
        return {};
    if (back->reason.empty())
        return words(back->what);
    return words(engine::say("{1}（{2}）", back->what, beginning_of(back->reason, most_of_reason)));
}

} // namespace web::handlers
