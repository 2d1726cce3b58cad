#include "web/handlers/drafts.hpp"

#include "web/form.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/opening_body.hpp"
#include "web/handlers/read_act.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/report_file.hpp"

#include <algorithm>
#include <set>
#include <spdlog/spdlog.h>

// Forms that were begun: kept while somebody types, restored when the page is opened again, gone
// when the act is entered.

namespace web::handlers {
namespace {

using adapters::soci::form_draft;
using boost::json::array;
using boost::json::object;
using engine::say;

/// Stands with the fields of a form that was sent and not taken, so that it is not called a draft
/// that somebody kept.
constexpr std::string_view refused_mark = "was_refused";

bool is_page_form(std::string_view kind)
{
    return kind == page_form::letter || kind == page_form::notes || kind == page_form::feedback;
}

/// The page on which a form stands that is one of several, or that is no act.
std::string place_on_own_page(form_draft const& draft)
{
    if (is_page_form(draft.kind))
        return "/opinions";
    if (draft.kind == workflows::annual_report::narrative::written::kind)
        return "/report/text#" + percent_encoded(draft.part);
    return "/sheets#sheet-" + percent_encoded(draft.part);
}

bool is_of_proposal(form_draft const& draft)
{
    return draft.kind.starts_with("public_proposals.");
}

/// The page of the proposal that the form is of.
std::string place_of_proposal(form_draft const& draft)
{
    auto const typed = parse_pairs(draft.fields);
    auto const* number =
        typed ? find(*typed, std::string(field_prefix) + "proposal_number") : nullptr;
    return number ? "/proposals?" + to_query({{"number", *number}}) : "/proposals";
}

/// What is opened with a form on the list of its kind has no page of its own for that.
std::string place_of(form_draft const& draft)
{
    if (draft.shape == workflows::annual_report::shape_name)
        return list_of(draft.shape).href;
    if (draft.on.value == 0) {
        auto const subject = subject_of_opening(parse_pairs(draft.part).value_or(pairs()));
        return "/cases/new?" + to_query({{"shape", draft.shape}}) +
               (subject.empty() ? "" : "&" + subject);
    }
    auto const home = "/cases/" + std::to_string(draft.on.value);
    if (!draft.part.empty() || is_page_form(draft.kind))
        return home + place_on_own_page(draft);
    if (is_of_proposal(draft))
        return home + place_of_proposal(draft) + "#act-" + draft.kind;
    return home + "?draft=" + percent_encoded(draft.kind) + "#act-" + draft.kind;
}

/// The form without the draft, on the page of the case that it was shown on.
std::string place_of_form(form_draft const& draft, std::string_view page)
{
    if (draft.on.value == 0 || !draft.part.empty() || is_page_form(draft.kind) ||
        is_of_proposal(draft))
        return place_of(draft);
    auto const home = "/cases/" + std::to_string(draft.on.value);
    return home + (has_forms(page) ? "/" + std::string(page) : "") + "#act-" + draft.kind;
}

std::string words_of_kind(language const& words, std::string const& kind)
{
    return is_page_form(kind) ? words("drafts." + kind) : act_words(words, kind);
}

std::string field(pairs const& fields, std::string_view name)
{
    auto const* found = find(fields, name);
    return found ? *found : std::string();
}

/// What the form of a case that is not there yet would open: several are told apart by their
/// titles.
std::string words_of_opening(language const& words, form_draft const& draft)
{
    auto const typed = parse_pairs(draft.fields).value_or(pairs());
    if (auto title = field(typed, input_name("title")); !title.empty())
        return title;
    return engine::family_of(draft.shape) == "major_decision" ? words("drafts.new_case")
                                                              : act_words(words, draft.kind);
}

/// Whether a field tells of an input that it stands as it was proposed, and it does still.
bool says_untouched(pairs const& fields, std::string const& name, std::string const& value)
{
    if (!name.starts_with(proposal_prefix))
        return false;
    auto const* now = find(fields, input_name(name.substr(proposal_prefix.size())));
    return now && *now == value;
}

/// The inputs that hold something, without the envelope, and which of them stand as they were
/// proposed. Of several forms each says which it is; nobody typed that.
std::string typed_fields(form_draft const& draft, pairs const& fields)
{
    static std::set<std::string, std::less<>> const envelope = {"csrf", "kind", "shape", "part"};
    auto const is_typed = [&](std::string const& name) {
        if (is_page_form(draft.kind))
            return !envelope.contains(name);
        auto const says_which = name == "f.sheet" || name == "f.section";
        return name.starts_with(field_prefix) && (draft.part.empty() || !says_which);
    };
    pairs kept;
    for (auto const& [name, value] : fields)
        if (!value.empty() && (is_typed(name) || says_untouched(fields, name, value)))
            kept.emplace_back(name, value);
    return to_query(kept);
}

/// Whether the form is one that this house has: of a case that can be read, or of a shape.
bool is_known(visit& v, form_draft const& draft)
{
    std::string shape = draft.shape;
    if (draft.on.value > 0) {
        auto const found = v.records->find_case(draft.on);
        if (!found)
            return false;
        shape = found->head.line.shape;
        if (is_page_form(draft.kind))
            return true;
    }
    auto const* sample = v.house.sample(shape);
    return sample && sample->fields_of(draft.kind);
}

enum class kept { yes, dropped, too_many, unknown };

kept keep(visit& v, form_draft const& draft)
{
    auto& desk = v.house.with().desk;
    if (!is_known(v, draft))
        return kept::unknown;
    if (draft.fields.empty()) {
        desk.drop_draft(draft.whose, draft.on, draft.shape, draft.kind, draft.part);
        return kept::dropped;
    }
    return desk.keep_draft(draft) ? kept::yes : kept::too_many;
}

/// The fields of a draft; none where they cannot be read.
pairs fields_of(form_draft const& draft)
{
    auto typed = parse_pairs(draft.fields);
    return typed ? std::move(*typed) : pairs();
}

bool was_refused(form_draft const& draft)
{
    return find(fields_of(draft), refused_mark) != nullptr;
}

awaitable<answer> keep_draft(visit& v, engine::case_id on, bool is_refused = false)
{
    auto fields = v.asked.fields;
    if (!v.asked.files.empty())
        // What may not be taken is said when the form is submitted.
        fields =
            co_await v.house.reading().run([&] { return with_files(v, v.asked.fields).fields; });
    form_draft draft;
    draft.whose = v.session->who.id;
    draft.on = on;
    draft.kind = field(fields, "kind");
    draft.shape = on.value == 0 ? field(fields, "shape") : std::string();
    draft.part = field(fields, "part");
    draft.fields = typed_fields(draft, fields);
    if (is_refused && !draft.fields.empty())
        draft.fields += "&" + to_query({{std::string(refused_mark), "yes"}});
    draft.kept_at = v.now;
    auto result = kept::unknown;
    // Named, because GCC 12 destroys twice what is made in the expression that is awaited.
    auto const look = [&](visit& reading) {
        result = keep(reading, draft);
        return answer{};
    };
    auto const done = co_await v.house.read(v, look);
    static_cast<void>(done);
    switch (result) {
    case kept::unknown:
        co_return not_found(v);
    case kept::too_many:
        co_return problem(
            v, 422, "too-many",
            say("最多保存{1}份草稿，请先删除不用的。", adapters::soci::own_desk::most_drafts));
    case kept::yes:
    case kept::dropped:
        break;
    }
    answer made;
    made.view = {{"kept", result == kept::yes},
                 {"kept_at", engine::to_text(v.now)},
                 {"kept_words", v.words(say("草稿已保存：{1}", v.words.moment(v.now)))}};
    made.see_other = place_of(draft);
    // Whoever asked for the paper of what is typed gets it of what was kept a moment ago.
    if (auto const paper = field(v.asked.fields, "paper");
        result == kept::yes && on.value > 0 && !paper.empty())
        made.see_other = "/cases/" + std::to_string(on.value) + "/papers/" +
                         percent_encoded(paper) + ".pdf?draft=1";
    co_return made;
}

} // namespace

awaitable<void> keep_refused_form(visit& v, engine::case_id on)
{
    auto const kept = co_await keep_draft(v, on, true);
    static_cast<void>(kept);
}

form_draft const* draft_of(kept_drafts const& kept, std::string_view kind, std::string_view part)
{
    auto const found = std::find_if(kept.begin(), kept.end(), [&](auto const& one) {
        return one.kind == kind && one.part == part;
    });
    return found == kept.end() ? nullptr : &*found;
}

std::optional<typed_form> begun_form(form_draft const* draft,
                                     std::vector<engine::field> const* fields)
{
    if (!draft || !fields)
        return {};
    typed_form made;
    made.kind = draft->kind;
    made.part = draft->part;
    made.body = typed_in(*draft, *fields);
    return made;
}

std::string keep_address(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value) + "/drafts";
}

object words_of_draft(form_draft const& draft)
{
    object made;
    for (auto const& [name, value] : fields_of(draft))
        if (name != refused_mark)
            made[name] = value;
    return made;
}

awaitable<void> forget_draft(visit& v, engine::case_id on, std::string shape, std::string kind,
                             std::string part)
{
    auto const drop = [&] {
        v.house.with().desk.drop_draft(v.session->who.id, on, shape, kind, part);
        return true;
    };
    try {
        auto const done = co_await v.house.reading().run(drop);
        static_cast<void>(done);
    } catch (std::exception const& e) {
        spdlog::warn("a draft was not dropped: {}", e.what());
    }
}

awaitable<void> forget_page_form(visit& v, engine::case_id on, std::string_view form)
{
    co_await forget_draft(v, on, "", std::string(form), "");
}

object typed_in(form_draft const& draft, std::vector<engine::field> const& fields)
{
    return read_form(fields_of(draft), fields).body;
}

object begun_body(form_draft const& draft, std::vector<engine::field> const& fields,
                  object const& proposed)
{
    auto body = typed_in(draft, fields);
    for (auto const& [name, value] : fields_of(draft)) {
        if (!name.starts_with(proposal_prefix))
            continue;
        auto const of = name.substr(proposal_prefix.size());
        body.erase(of);
        if (auto const* now = proposed.if_contains(of))
            body[of] = *now;
    }
    return body;
}

object draft_note(visit const& v, form_draft const& draft)
{
    auto const kept = v.words.moment(draft.kept_at);
    auto const refused = was_refused(draft);
    return {{"words", v.words(refused ? say("已恢复您上次未被接受的填写（{1}）。", kept)
                                      : say("已恢复您于{1}保存的草稿。", kept))},
            {"was_refused", refused},
            {"drop", "/drafts/" + std::to_string(draft.id) + "/drop"}};
}

answer show_drafts(visit& v)
{
    answer page{.page = "drafts"};
    page.view["title"] = v.words("box.drafts");
    array rows;
    for (auto const& one : v.house.with().desk.drafts_of(v.session->who.id)) {
        // through the reader: what a person may no longer see has no title here
        auto const found = one.on.value > 0 ? v.records->find_case(one.on) : std::nullopt;
        rows.push_back({{"id", one.id},
                        {"case", one.on.value},
                        {"number", found ? found->head.line.number : ""},
                        {"case_title", found               ? found->summary.title
                                       : one.on.value == 0 ? words_of_opening(v.words, one)
                                                           : ""},
                        {"kind", one.kind},
                        {"act_words", words_of_kind(v.words, one.kind)},
                        {"kept_at", engine::to_text(one.kept_at)},
                        {"kept_words", v.words.moment(one.kept_at)},
                        {"href", place_of(one)}});
    }
    page.view["empty"] = rows.empty();
    page.view["rows"] = std::move(rows);
    page.only_page["tabs"] = tabs_view(v, "drafts");
    page.only_page["may_propose"] = may_propose(v);
    return page;
}

awaitable<answer> keep_case_draft(visit& v)
{
    auto const id = number_in(v.place("id"));
    if (!id)
        co_return not_found(v);
    co_return co_await keep_draft(v, {*id});
}

awaitable<answer> keep_opening_draft(visit& v)
{
    co_return co_await keep_draft(v, {});
}

awaitable<answer> drop_draft(visit& v)
{
    auto const id = number_in(v.place("id"));
    if (!id)
        co_return not_found(v);
    answer made;
    made.view["dropped"] = true;
    made.see_other = "/boxes/drafts";
    // The button of a form sends its fields: whoever pressed it has the form before them, empty.
    bool const is_in_form = find(v.asked.fields, "kind") != nullptr;
    auto const drop = [&] {
        auto& desk = v.house.with().desk;
        for (auto const& one : desk.drafts_of(v.session->who.id))
            if (is_in_form && one.id == *id)
                made.see_other = place_of_form(one, field(v.asked.fields, "back"));
        return desk.drop_draft(v.session->who.id, *id);
    };
    auto const dropped = co_await v.house.reading().run(drop);
    if (!dropped)
        co_return not_found(v);
    co_return made;
}

} // namespace web::handlers
