#include "adapters/office/paper.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/paper_view.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using engine::say;

/// Puts what whoever looks has begun of the act that issues the paper behind the acts on file;
/// false where they have begun nothing.
bool add_begun_act(visit const& v, opened_case& file, adapters::office::paper_form const& form)
{
    auto const kept = drafts_kept_on(v, file);
    auto const* begun = draft_of(kept, form.kind);
    auto const* fields = file.file().fields_of(form.kind);
    if (!form.issued || !begun || !fields)
        return false;
    engine::act what;
    what.on = file.line().id;
    what.seq = file.version() + 1;
    what.kind = form.kind;
    what.body = typed_in(*begun, *fields);
    what.by = v.actor();
    what.entered_at = begun->kept_at;
    file.record.acts.push_back(std::move(what));
    return true;
}

} // namespace

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
    bool const is_draft = v.query("draft") == "1";
    if (is_draft && !add_begun_act(v, file, *form))
        return problem(v, 404, "not-found",
                       say("您还没有暂存“{1}”的内容：请先填写并暂存，再下载{2}稿。",
                           say("act." + form->kind), form->title));
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
    auto const file_name = form->title + (is_draft ? "（稿） " : " ") + file.line().number + ".pdf";
    made.as_is->with("Content-Type", "application/pdf")
        .with("Content-Disposition", std::string(is_draft ? "attachment" : "inline") +
                                         "; filename*=UTF-8''" + percent_encoded(file_name))
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "
                                         "frame-ancestors 'self'")
        .with("X-Content-Type-Options", "nosniff");
    return made;
}

} // namespace web::handlers
