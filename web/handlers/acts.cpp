#include "web/form.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/case_offers.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/issued_paper.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/offered_number.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/page_address.hpp"
#include "web/handlers/read_act.hpp"
#include "web/handlers/sent_again.hpp"
#include "web/handlers/sign_in_links.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <spdlog/spdlog.h>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::size_t longest_act_id = 100;

bool is_act_id(std::string_view id)
{
    return id.size() >= 8 && id.size() <= longest_act_id &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
           });
}

constexpr std::string_view fill_in_again = "填写的内容有误，请按提示更正后重新提交。";

answer malformed(visit const& v, typed_form const& typed,
                 std::vector<engine::field_fault> const& faults)
{
    auto made = problem(v, 400, "malformed", say(std::string(fill_in_again)));
    made.view["faults"] = faults_view(v, typed.kind, faults);
    made.view["refusals"] = refusals_view(v, typed.refusals);
    return made;
}

/// The desk of a case that has this name; null: there is none.
answer (*desk_named(std::string_view name))(visit&)
{
    return name == "review"      ? show_review
           : name == "meeting"   ? show_meeting
           : name == "advice"    ? show_advice
           : name == "proposals" ? show_proposals
                                 : nullptr;
}

/// Whether the form of an act is in there, or in what is in it: one that has such a part.
bool has_form(boost::json::value const& shown, std::string_view kind,
              std::string_view with = "act_id")
{
    if (auto const* all = shown.if_array())
        return std::any_of(all->begin(), all->end(),
                           [&](auto const& one) { return has_form(one, kind, with); });
    auto const* form = shown.if_object();
    if (!form)
        return false;
    auto const* of = form->contains(with) ? form->if_contains("kind") : nullptr;
    return (of && of->is_string() && of->get_string() == kind) ||
           std::any_of(form->begin(), form->end(),
                       [&](auto const& one) { return has_form(one.value(), kind, with); });
}

/// Whether a page has the form of an act among those that it shows.
bool shows_form(answer const& page, std::string_view kind)
{
    return has_form(page.only_page, kind);
}

/// The page that shows the matters of many cases and is below none.
constexpr std::string_view meetings_page = "meetings";

bool may_see_meetings(visit const& v)
{
    return v.house.with().law.entitled.may_ask_for(v.session->as.role, "GET", "/meetings");
}

/// The page that the form was sent from, else that of the case.
std::string page_sent_from(typed_form const& typed, std::string const& home)
{
    if (typed.return_to == meetings_page)
        return "/meetings";
    return typed.return_to.empty() ? home : home + "/" + typed.return_to;
}

/// Where on that page what was done is seen; empty: all over it.
std::string place_of_done(typed_form const& typed, engine::act const& done)
{
    return typed.return_to == meetings_page ? "#matter-" + std::to_string(done.on.value) : "";
}

/// Where an act goes, and the page that its form stands on.
struct destination {
    std::optional<engine::case_id> on; ///< nothing: it opens a case
    bool administers = false;

    std::string home(engine::case_id id) const
    {
        return administers ? "/administration" : "/cases/" + std::to_string(id.value);
    }
    /// With what was typed; nothing where that page does not show such a form.
    std::optional<answer> own_page(visit& v, typed_form const& typed) const
    {
        if (administers)
            return administration_page_with(v, typed);
        if (!on)
            return opening_page_with(v, typed);
        // The page of the catalogue shows its forms as they begin; this one shows what was typed.
        if (typed.return_to.empty() || typed.return_to == "catalogue")
            return case_page_with(v, *on, typed);
        if (typed.return_to == meetings_page && may_see_meetings(v))
            return meetings_page_with(v, *on, typed);
        if (typed.return_to == "sheets")
            return sheets_page_with(v, *on, typed);
        if (typed.return_to == "opinions")
            if (auto const file = open_file(v, *on))
                return opinions_page_refused(v, *file, typed);
        if (auto const desk = desk_named(typed.return_to)) {
            v.came_back = &typed;
            if (auto shown = desk(v); shows_form(shown, typed.kind))
                return shown;
            return {};
        }
        auto report = report_page_with(v, *on, typed);
        if (report && !is_made_by_the_house(typed.kind) && !shows_form(*report, typed.kind))
            return {};
        return report;
    }
    answer page(visit& v, typed_form const& typed) const
    {
        if (auto own = own_page(v, typed))
            return std::move(*own);
        // What has no form elsewhere any more is shown on the page of the case, so that it is kept.
        return case_page_with(v, *on, typed);
    }
};

/// Shows the form again, in the page it came from.
awaitable<answer> show_again(visit& v, destination const& to, typed_form typed)
{
    auto const on = to.on.value_or(engine::case_id{});
    // behind a button of the list of meetings nothing was typed
    if (!to.administers && typed.return_to != meetings_page)
        co_await keep_refused_form(v, on);
    auto const show = [&](visit& again) { return to.page(again, typed); };
    co_return co_await v.house.read(v, show);
}

/// What stands above the grounds: what is to be put right in the form is no state of the case.
engine::text why_refused(typed_form const& typed)
{
    if (typed.stale)
        return say("在您填写期间，案卷有了新的办理，这一事项现在不能办理。您填写的内容仍在。");
    bool const is_of_form = std::all_of(typed.blamed.begin(), typed.blamed.end(),
                                        [](auto const& fields) { return !fields.empty(); });
    return is_of_form ? say("照这样填写还不能办理，请先改正下列各项。")
                      : say("依照下列规定，现在不能办理。");
}

awaitable<answer> say_refused(visit& v, destination const& to, read_act act,
                              std::vector<engine::refusal> grounds)
{
    auto const status = engine::only_about_role(grounds) ? 403 : 422;
    auto attempted = workflows::attempt_in(grounds);
    auto const kind = act.typed.kind;
    answer made;
    if (!v.wants_json && act.from_form) {
        act.typed.status = status;
        act.typed.refusals = std::move(grounds);
        auto const look = [&](visit& again) {
            note_blamed(again, to.on, act.typed, fields_of(v.house, act.typed.shape, kind));
            return answer{};
        };
        co_await v.house.read(v, look);
        act.typed.notice = v.words(why_refused(act.typed));
        made = co_await show_again(v, to, std::move(act.typed));
    } else {
        made = problem(v, status, "refused", say("依照下列规定，现在不能办理。"));
        made.view["refusals"] = refusals_view(v, grounds);
        if (!act.typed.faults.empty())
            made.view["faults"] = faults_view(v, kind, act.typed.faults);
    }
    if (attempted)
        made.attempted = attempted_act{kind, std::move(*attempted)};
    co_return made;
}

/// Refuses an act that the case has no place for as it stands, whatever its form says; nothing
/// where it has one.
awaitable<std::optional<answer>> say_out_of_place(visit& v, destination const& to, read_act& act)
{
    std::vector<engine::refusal> grounds;
    auto const look = [&](visit& again) {
        if (to.on)
            grounds = out_of_place(again, *to.on, act.typed);
        return answer{};
    };
    co_await v.house.read(v, look);
    if (grounds.empty())
        co_return std::nullopt;
    if (!v.wants_json)
        act.typed.faults.clear(); // correcting them would not help
    auto refused = co_await say_refused(v, to, std::move(act), std::move(grounds));
    co_return refused;
}

/// The faults of the fields, and in the same answer what the law refuses beside them.
awaitable<answer> say_malformed(visit& v, destination const& to, read_act act)
{
    auto refused = co_await say_out_of_place(v, to, act);
    if (refused)
        co_return std::move(*refused);
    auto& typed = act.typed;
    auto const look = [&](visit& again) {
        typed.refusals =
            refused_beside_faults(again, to.on, typed, fields_of(v.house, typed.shape, typed.kind));
        return answer{};
    };
    co_await v.house.read(v, look);
    if (v.wants_json || !act.from_form)
        co_return malformed(v, typed, typed.faults);
    typed.status = 400;
    typed.notice = v.words(fill_in_again);
    co_return co_await show_again(v, to, std::move(typed));
}

/// What the page after an act leads to: what happens next on the case, where whoever asks may see
/// it, and what waits for them elsewhere. The act is entered, so that a fault here is no fault of
/// it.
awaitable<object> leads_of(visit& v, std::optional<engine::case_id> on)
{
    auto const look = [&](visit& again) {
        auto const file = on ? open_file(again, *on) : std::nullopt;
        answer found{.view = {{"next", {{"any", false}}},
                              {"onward", onward(again, file ? &*file : nullptr)},
                              {"is_hidden", on && !file},
                              {"case", false}}};
        if (file) {
            found.view["next"] = next_steps(again, *file);
            found.view["case"] = head_view(again, *file);
            put_list(again, file->line().shape, found.view);
        }
        return found;
    };
    try {
        auto found = co_await v.house.read(v, look);
        co_return std::move(found.view);
    } catch (std::exception const& e) {
        spdlog::warn("what comes next was not found: {}", e.what());
    }
    co_return object{{"next", false}, {"onward", false}, {"is_hidden", false}, {"case", false}};
}

awaitable<answer> say_ruling(visit& v, destination const& to, read_act act,
                             std::optional<adapters::soci::outcome> outcome)
{
    auto& typed = act.typed;
    auto const* broken = outcome ? std::get_if<adapters::soci::fault>(&*outcome) : nullptr;
    if (broken)
        co_return broken_off(v, *broken);
    if (!outcome) {
        auto busy = problem(v, 503, "busy", say("系统繁忙，请稍后再试。"));
        busy.headers.emplace_back("Retry-After", "2");
        co_return busy;
    }
    auto& ruling = std::get<engine::ruling>(*outcome);
    if (auto* done = std::get_if<engine::admitted>(&ruling)) {
        if (act.from_form) {
            // Chosen before: GCC 12 destroys such a temporary of a co_await twice.
            auto const shape = to.on ? std::string() : typed.shape;
            co_await forget_draft(v, to.on.value_or(engine::case_id{}), shape, typed.kind,
                                  typed.part);
        }
        auto const home = to.home(done->what.on);
        auto const href = to.administers ? home : home + "/acts/" + std::to_string(done->what.seq);
        answer made{.status = done->repeated ? 200 : 201};
        made.view = {{"case", done->what.on.value},
                     {"number", done->number},
                     {"seq", done->what.seq},
                     {"act_id", done->what.act_id},
                     {"kind", done->what.kind},
                     {"hash", done->what.hash},
                     {"href", href},
                     {"repeated", done->repeated}};
        made.view["remarks"] = remarks_view(v, done->remarks);
        made.headers.emplace_back("ETag", "\"" + std::to_string(done->what.seq) + "\"");
        if (hands_out_link(done->what.kind))
            co_return co_await show_link_once(v, *done, std::move(made));
        auto const back = page_sent_from(typed, home);
        if (v.wants_json)
            made.headers.emplace_back("Location", href);
        else if (done->remarks.empty() || !typed.confirmed.empty())
            made.see_other =
                back + "?done=" + std::to_string(done->what.seq) + place_of_done(typed, done->what);
        else {
            // Remarks are said once, when the act is entered; a redirect would lose them.
            made.status = 200;
            made.page = "entered";
            made.view["title"] = v.words(say("已经办理"));
            made.view["act_words"] = act_words(v.words, done->what.kind);
            made.view["back"] = back;
            // Chosen before, as above.
            auto const on = to.administers ? std::optional<engine::case_id>() : done->what.on;
            made.only_page = co_await leads_of(v, on);
        }
        co_return made;
    }
    if (auto* refused = std::get_if<engine::refused>(&ruling))
        co_return co_await say_refused(v, to, std::move(act), std::move(refused->grounds));
    if (auto* wrong = std::get_if<engine::malformed>(&ruling)) {
        typed.faults = std::move(wrong->faults);
        co_return co_await say_malformed(v, to, std::move(act));
    }
    if (auto const* stale = std::get_if<engine::stale>(&ruling)) {
        if (!v.wants_json && act.from_form && to.on) {
            auto moved_on = co_await say_out_of_place(v, to, act);
            if (moved_on)
                co_return std::move(*moved_on);
            typed.status = 409;
            typed.stale = true;
            typed.notice = v.words(say("在您填写期间，这份案卷有了新的办理。请核对下列情况后再次提"
                                       "交，您填写的内容仍在。"));
            co_return co_await show_again(v, to, std::move(typed));
        }
        auto made = problem(v, 409, "stale", say("案卷已有新的办理，请先查看再提交。"));
        made.view["version"] = stale->version;
        made.headers.emplace_back("ETag", "\"" + std::to_string(stale->version) + "\"");
        co_return made;
    }
    if (auto const* missing = std::get_if<engine::not_found>(&ruling))
        co_return problem(v, 404, "not-found", missing->what);
    if (std::get_if<engine::clash>(&ruling))
        co_return problem(v, 409, "act-id-used", say("这个办理编号已经用于另一项办理。"));
    auto const& unreadable = std::get<engine::unreadable>(ruling);
    co_return problem(
        v, 503, "unreadable",
        say("案卷第{1}号办理无法还原，案卷暂时只能查看。请联系系统管理员。", unreadable.seq));
}

/// Asks back before an act that stays on record where the law remarks on what its form says, so
/// that nobody reads it too late; nothing where it remarks on nothing or was read.
awaitable<std::optional<answer>> ask_back(visit& v, destination const& to, typed_form typed)
{
    std::optional<answer> asked;
    if (v.wants_json || !typed.faults.empty())
        co_return asked;
    auto const look = [&](visit& again) {
        typed.to_confirm = remarks_on_form(again, to.on, typed);
        if (typed.to_confirm.empty() || confirmation_of(again, typed.to_confirm) == typed.confirmed)
            return answer{};
        typed.notice =
            again.words(say("填写没有错误，可以办理。请先看下列提示，确认后再提交一次。"));
        // Pages with forms of their own tell the remarks when the act is entered.
        auto page = to.own_page(again, typed);
        if (page && has_form(page->only_page, typed.kind, "confirmation"))
            asked = std::move(page);
        again.came_back = nullptr;
        return answer{};
    };
    co_await v.house.read(v, look);
    if (asked && !to.administers)
        co_await keep_refused_form(v, to.on.value_or(engine::case_id{}));
    co_return asked;
}

awaitable<answer> submit_read(visit& v, destination to, read_act act);

awaitable<answer> submit(visit& v, destination to)
{
    read_act act;
    if (v.asked.content_type() == "application/json")
        read_json(v, act);
    else {
        // Files are synced to disk before the act that names them is submitted.
        // (An if, because GCC 12 destroys twice what a conditional operator awaits.)
        form_with_files form{v.asked.fields, {}};
        auto const take = [&] { return with_files(v, v.asked.fields); };
        if (!v.asked.files.empty())
            form = co_await v.house.reading().run(take);
        read_fields(v.house, form.fields, act);
        auto& faults = act.typed.faults;
        faults.insert(faults.end(), form.faults.begin(), form.faults.end());
        if (sends_number_of_another_term(form.fields, act.typed)) {
            auto const renumber = [&](visit& again) {
                take_number_of_term(again, act.typed);
                return answer{};
            };
            co_await v.house.read(v, renumber);
        }
    }
    if (auto const* fields = fields_of(v.house, act.typed.shape, act.typed.kind))
        std::ranges::move(faults_of_page_addresses(act.typed.body, *fields),
                          std::back_inserter(act.typed.faults));
    if (brings_issued_paper(act.typed.body)) {
        auto const look = [&](visit& again) {
            if (auto fault = fault_of_issued_paper(again, act.typed.body))
                act.typed.faults.push_back(std::move(*fault));
            return answer{};
        };
        co_await v.house.read(v, look);
    }
    if (act.from_form) {
        auto asked = co_await ask_back(v, to, act.typed);
        if (asked)
            co_return std::move(*asked);
    }
    co_return co_await submit_read(v, to, std::move(act));
}

awaitable<answer> submit_read(visit& v, destination to, read_act act)
{
    auto const on = to.on;
    auto& typed = act.typed;
    engine::submission wish{.seeing = v.seeing()};
    if (!on) {
        auto const& shapes = v.house.with().law.shapes;
        auto const shape = shapes.find(typed.shape);
        if (shape == shapes.end())
            act.envelope.push_back({"shape", say("没有这种程序：“{1}”。", typed.shape)});
        else if (typed.kind.empty())
            typed.kind = shape->second.opening_kind;
        wish.place = co_await v.house.reading().run(
            [&] { return v.house.place_of_unit(v.session->as.unit); });
        wish.shape = typed.shape;
        if (wish.place.empty())
            co_return problem(v, 422, "no-organ",
                              say("您的单位没有登记所属的决策机关，不能立案。"));
    }
    if (typed.kind.empty())
        act.envelope.push_back({"kind", say("缺少办理事项。")});
    if (!is_act_id(typed.act_id))
        act.envelope.push_back(
            {"act_id", say("应为8至{1}个字母、数字或者 - _ . : 组成的编号。", longest_act_id)});
    if (act.from_form && on && !typed.seen)
        act.envelope.push_back({"seen", say("缺少您看到的案卷版本。")});
    if (!act.envelope.empty())
        co_return malformed(v, typed, act.envelope);
    if (!typed.faults.empty())
        co_return co_await say_malformed(v, to, std::move(act));
    if (hands_out_link(typed.kind))
        if (auto grounds = co_await against_link(v, typed); !grounds.empty())
            co_return co_await say_refused(v, to, std::move(act), std::move(grounds));
    wish.on = on.value_or(engine::case_id{});
    wish.act_id = typed.act_id;
    wish.kind = typed.kind;
    wish.body = typed.body;
    wish.seen = typed.seen;
    wish.by = v.actor();
    wish.now = v.now;
    auto outcome = co_await v.house.with().entries.submit(std::move(wish));
    co_return co_await say_ruling(v, to, std::move(act), std::move(outcome));
}

} // namespace

form_with_files with_files(visit& v, pairs fields)
{
    form_with_files made{std::move(fields), {}};
    for (auto& one : v.asked.files) {
        if (!one.file || !one.field.starts_with(field_prefix))
            continue;
        auto const outcome = keep_upload(v, one);
        if (auto const* why = std::get_if<engine::text>(&outcome)) {
            made.faults.push_back({one.field.substr(field_prefix.size()), *why});
            continue;
        }
        auto const& kept = std::get<kept_upload>(outcome);
        made.fields.emplace_back(one.field + ".hash", kept.hash);
        made.fields.emplace_back(one.field + ".name", kept.name);
    }
    return made;
}

awaitable<answer> submit_prepared(visit& v, engine::case_id on, typed_form typed)
{
    read_act act;
    act.typed = std::move(typed);
    act.from_form = true;
    co_return co_await submit_read(v, destination{on}, std::move(act));
}

awaitable<answer> open_case(visit& v)
{
    co_return co_await submit(v, destination{});
}

awaitable<answer> enter_act(visit& v)
{
    auto const id = number_in(v.place("id"));
    if (!id)
        co_return not_found(v);
    co_return co_await submit(v, destination{.on = engine::case_id{*id}});
}

awaitable<answer> enter_administration_act(visit& v)
{
    destination to{.on = {}, .administers = true};
    auto const look = [&](visit& again) {
        to.on = administration_case(again);
        return answer{};
    };
    co_await v.house.read(v, look);
    if (!to.on)
        co_return not_found(v);
    co_return co_await submit(v, to);
}

awaitable<std::optional<answer>> show_typed_again(visit& v, std::string const& path,
                                                  pairs const& fields)
{
    destination to;
    auto const found = find_route(routes(), "POST", path.substr(0, path.find('?')));
    // Whoever signs in now may be somebody else than the one who typed.
    if (!found.it ||
        !v.house.with().law.entitled.may_ask_for(v.session->as.role, "POST", found.it->pattern))
        co_return std::nullopt;
    if (found.it->pattern == "/cases/{id}/acts" || found.it->pattern == "/cases/{id}/drafts") {
        auto const id = number_in(found.places.front().second);
        if (!id)
            co_return std::nullopt;
        to.on = engine::case_id{*id};
    } else if (found.it->administers)
        to.administers = v.administers = true;
    else if (found.it->pattern != "/cases" && found.it->pattern != "/drafts")
        co_return std::nullopt;
    read_act act;
    read_fields(v.house, fields, act);
    act.typed.notice = v.words(signed_in_again(fields));
    co_return co_await show_again(v, to, std::move(act.typed));
}

} // namespace web::handlers
