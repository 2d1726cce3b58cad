#include "adapters/office/paper.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/paper_view.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>

namespace web::handlers {

using engine::say;

answer show_paper(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto& file = std::get<opened_case>(found);
    auto name = std::string_view(v.place("paper"));
    constexpr std::string_view ending = ".pdf";
    if (!name.ends_with(ending))
        return not_found(v);
    name.remove_suffix(ending.size());
    auto const& forms = v.house.papers();
    auto const form =
        std::find_if(forms.begin(), forms.end(), [&](auto const& one) { return one.name == name; });
    if (form == forms.end())
        return not_found(v);
    // An earlier paper of the same kind: the file as it was with that act.
    if (auto const asked = v.query("act"); !asked.empty()) {
        auto const seq = number_in(asked).value_or(0);
        std::erase_if(file.record.acts, [&](engine::act const& one) { return one.seq > seq; });
    }
    auto const* act = act_behind(file, *form);
    if (!act)
        return problem(
            v, 404, "not-found",
            say("案卷上还没有“{1}”，不能打印{2}。", say("act." + form->kind), form->title));
    adapters::office::paper const paper{
        form->title, act->entered_at,
        adapters::office::fill_paper(*form, paper_view(v, file, act->seq))};
    answer made;
    made.as_is.emplace();
    made.as_is->body = adapters::office::draw_paper(paper);
    auto const file_name = form->title + " " + file.line().number + ".pdf";
    made.as_is->with("Content-Type", "application/pdf")
        .with("Content-Disposition", "inline; filename*=UTF-8''" + percent_encoded(file_name))
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
                                         "frame-ancestors 'self'")
        .with("X-Content-Type-Options", "nosniff");
    return made;
}

} // namespace web::handlers
