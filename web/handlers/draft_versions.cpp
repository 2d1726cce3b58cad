#include "web/handlers/draft_versions.hpp"

#include "web/document_link.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/drafts_of_case.hpp"
#include "workflows/normative_document/review.hpp"

namespace web::handlers {
namespace {

namespace drafts = adapters::drafts;
using boost::json::array;
using boost::json::object;
using engine::say;
using workflows::drafts_of_case;
using workflows::major_decision::draft_history;
using workflows::major_decision::filed_draft;

/// Unchanged paragraphs shown before and after a changed one.
constexpr std::size_t context = 1;

std::string comparison_address(opened_case const& file, long long from, long long to)
{
    return "/cases/" + std::to_string(file.line().id.value) +
           "/versions?from=" + std::to_string(from) + "&to=" + std::to_string(to);
}

std::string counts_words(visit const& v, drafts::comparison const& found)
{
    if (found.nothing_changed())
        return v.words(say("文字没有改动"));
    std::string words;
    auto const add = [&](engine::text const& part) {
        if (!words.empty())
            words += v.words.code() == "zh" ? "，" : ", ";
        words += v.words(part);
    };
    if (found.added)
        add(say("新增{1}段", found.added));
    if (found.removed)
        add(say("删除{1}段", found.removed));
    if (found.changed)
        add(say("修改{1}段", found.changed));
    return words;
}

object change_in(visit const& v, opened_case const& file, draft_history const& history,
                 long long from, long long to)
{
    auto const hash_of = [&](long long version) {
        return history.versions.at(static_cast<std::size_t>(version - 1)).draft.hash;
    };
    object made{{"changed", true}, {"words", ""}, {"href", comparison_address(file, from, to)}};
    auto const found = v.house.comparisons().between(hash_of(from), hash_of(to));
    if (auto const* why = std::get_if<engine::text>(found.get())) {
        made["words"] = v.words(say("此后有第{1}稿", to)) + v.words("words.stop") + v.words(*why) +
                        v.words("words.stop");
        return made;
    }
    auto const& compared = std::get<drafts::comparison>(*found);
    made["changed"] = !compared.nothing_changed();
    made["words"] = counts_words(v, compared);
    return made;
}

/// What changed in the draft since a version.
object since_view(visit const& v, opened_case const& file, draft_history const& history,
                  long long version)
{
    auto const current = static_cast<long long>(history.versions.size());
    if (version >= 1 && version < current)
        return change_in(v, file, history, version, current);
    return {{"changed", false},
            {"words", v.words(version < 1 ? say("当时还没有草案") : say("草案此后没有改动"))},
            {"href", ""}};
}

/// A version in a list: "第3稿（文字性修改，待确认）".
std::string version_choice(visit const& v, filed_draft const& one)
{
    auto const change = say("choice.change_class." + std::string(engine::name_of(one.change)));
    return v.words(one.awaits_reviewer
                       ? say("第{1}稿（承办单位申报：{2}，待确认）", one.version, change)
                       : say("第{1}稿（{2}）", one.version, change));
}

object version_view(visit const& v, filed_draft const& one)
{
    auto const change = "choice.change_class." + std::string(engine::name_of(one.change));
    return {{"version", one.version},
            {"version_words", v.words(say("第{1}稿", one.version))},
            {"seq", one.seq},
            {"hash", one.draft.hash},
            {"name", document_name(v.words, one.draft.hash, one.draft.name)},
            {"href", document_href(one.draft.hash)},
            {"change", std::string(engine::name_of(one.change))},
            {"change_words", v.words(std::string_view(change))},
            {"on", engine::to_text(one.on)},
            {"on_words", v.words.date(one.on)},
            {"is_from", false},
            {"is_to", false}};
}

array pieces_view(drafts::compared_paragraph const& of, drafts::change left_out)
{
    array made;
    for (auto const& one : of.pieces)
        if (one.is != left_out)
            made.push_back(object{{"words", one.words},
                                  {"same", one.is == drafts::change::same},
                                  {"added", one.is == drafts::change::added},
                                  {"removed", one.is == drafts::change::removed}});
    return made;
}

object paragraph_view(visit const& v, drafts::compared_paragraph const& one)
{
    auto const [code, sign, words] = [&]() -> std::tuple<char const*, char const*, engine::text> {
        switch (one.is) {
        case drafts::change::added:
            return {"added", "＋", say("新增")};
        case drafts::change::removed:
            return {"removed", "－", say("删除")};
        case drafts::change::changed:
            return {"changed", "±", say("修改")};
        case drafts::change::same:
            break;
        }
        return {"same", "", say("未改")};
    }();
    return {{"is", code},
            {"sign", sign},
            {"is_words", v.words(words)},
            {"unchanged", one.is == drafts::change::same},
            {"gap", ""},
            {"before_number", one.before},
            {"after_number", one.after},
            {"before", pieces_view(one, drafts::change::added)},
            {"after", pieces_view(one, drafts::change::removed)}};
}

/// The paragraphs to show: changed ones with a little around them, and how many are left out
/// between; all of them when asked for.
array rows_view(visit const& v, drafts::comparison const& found, bool all)
{
    auto const& paragraphs = found.paragraphs;
    std::vector<bool> shown(paragraphs.size(), all);
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
        if (paragraphs[i].is != drafts::change::same)
            for (auto j = i - std::min(i, context);
                 j <= std::min(i + context, paragraphs.size() - 1); ++j)
                shown[j] = true;
    array made;
    std::size_t left_out = 0;
    auto const tell_gap = [&] {
        if (left_out > 0)
            made.push_back(object{{"is", "gap"},
                                  {"gap", v.words(say("未改动的{1}段", left_out))},
                                  {"count", left_out}});
        left_out = 0;
    };
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (!shown[i]) {
            ++left_out;
            continue;
        }
        tell_gap();
        made.push_back(paragraph_view(v, paragraphs[i]));
    }
    tell_gap();
    return made;
}

/// The two versions of the query; the last two without it. Nothing when there are no such versions.
std::optional<std::pair<long long, long long>> versions_asked(visit const& v, long long current)
{
    auto const from = v.query("from").empty() ? std::max(current - 1, 1LL)
                                              : number_in(v.query("from")).value_or(0);
    auto const to = v.query("to").empty() ? current : number_in(v.query("to")).value_or(0);
    if (from < 1 || to < 1 || from > current || to > current)
        return {};
    return std::pair(from, to);
}

} // namespace

object drafts_view(visit const& v, opened_case const& file)
{
    auto const history = drafts_of_case(file.record.acts);
    auto const current = static_cast<long long>(history.versions.size());
    array versions;
    for (auto one = history.versions.rbegin(); one != history.versions.rend(); ++one) {
        auto view = version_view(v, *one);
        view["is_from"] = one->version == current - 1;
        view["is_to"] = one->version == current;
        versions.push_back(std::move(view));
    }
    array opinions;
    for (auto const& one : history.opinions)
        opinions.push_back(
            object{{"seq", one.seq},
                   {"kind", one.kind},
                   {"act_words", act_words(v.words, one.kind)},
                   {"act_href", "/cases/" + std::to_string(file.line().id.value) + "/acts/" +
                                    std::to_string(one.seq)},
                   {"by", one.by_name},
                   {"unit_name", v.house.unit_name(one.by_unit)},
                   {"on_words", v.words.date(one.on)},
                   {"version", one.version},
                   {"version_words", one.version > 0 ? v.words(say("第{1}稿", one.version)) : ""},
                   {"conclusion_words", v.words(std::string_view(one.conclusion))},
                   {"since", since_view(v, file, history, one.version)}});
    return {{"versions", std::move(versions)},
            {"several", current > 1},
            {"any", current > 0},
            {"has_opinions", !opinions.empty() && current > 0},
            {"opinions", std::move(opinions)},
            {"compare_href", "/cases/" + std::to_string(file.line().id.value) + "/versions"}};
}

object change_since(visit const& v, opened_case const& file, long long version)
{
    return since_view(v, file, drafts_of_case(file.record.acts), version);
}

object change_between(visit const& v, opened_case const& file, long long from, long long to)
{
    return change_in(v, file, drafts_of_case(file.record.acts), from, to);
}

known_values versions_to_confirm(visit const& v, opened_case const& file, std::string_view kind)
{
    if (kind != workflows::major_decision::drafting::change_confirmed::kind &&
        kind != workflows::normative_document::review::change_confirmed::kind)
        return {};
    auto const history = drafts_of_case(file.record.acts);
    known_values made;
    for (bool const waits : {true, false})
        for (auto const& one : history.versions)
            if (one.version > 1 && one.awaits_reviewer == waits)
                made["version"].emplace_back(std::to_string(one.version), version_choice(v, one));
    return made;
}

object changes_between(visit const& v, opened_case const& file, long long from, long long to)
{
    auto const versions = drafts_of_case(file.record.acts).versions;
    auto const hash_of = [&](long long version) {
        return versions.at(static_cast<std::size_t>(version - 1)).draft.hash;
    };
    object made{{"href", comparison_address(file, from, to)},
                {"counts", ""},
                {"why_not", ""},
                {"paragraphs", array()}};
    auto const outcome = v.house.comparisons().between(hash_of(from), hash_of(to));
    if (auto const* why = std::get_if<engine::text>(outcome.get())) {
        made["why_not"] = v.words(*why);
        return made;
    }
    auto const& compared = std::get<drafts::comparison>(*outcome);
    made["counts"] = counts_words(v, compared);
    if (!compared.nothing_changed())
        made["paragraphs"] = rows_view(v, compared, false);
    return made;
}

answer compare_drafts(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const history = drafts_of_case(file.record.acts);
    auto const asked = versions_asked(v, static_cast<long long>(history.versions.size()));
    if (!asked)
        return problem(v, 404, "not-found", say("没有这样的两稿草案可以比较。"));
    auto const [from, to] = *asked;
    auto const& before = history.versions[static_cast<std::size_t>(from - 1)];
    auto const& after = history.versions[static_cast<std::size_t>(to - 1)];
    answer page{.page = "draft_versions"};
    page.view = {{"title", v.words(say("草案比较：第{1}稿与第{2}稿", from, to))},
                 {"case", head_view(v, file)},
                 {"from", version_view(v, before)},
                 {"to", version_view(v, after)},
                 {"why_not", ""},
                 {"counts", ""},
                 {"added", 0},
                 {"removed", 0},
                 {"changed", 0},
                 {"all", v.query("all") == "1"},
                 {"paragraphs", array()}};
    put_list(v, file.line().shape, page.only_page);
    auto const outcome = v.house.comparisons().between(before.draft.hash, after.draft.hash);
    if (auto const* why = std::get_if<engine::text>(outcome.get()))
        page.view["why_not"] = v.words(*why);
    else {
        auto const& compared = std::get<drafts::comparison>(*outcome);
        page.view["counts"] = counts_words(v, compared);
        page.view["added"] = compared.added;
        page.view["removed"] = compared.removed;
        page.view["changed"] = compared.changed;
        page.view["paragraphs"] =
            rows_view(v, compared, v.wants_json || page.view["all"].as_bool());
        page.only_page["has_rows"] = !compared.paragraphs.empty();
    }
    page.only_page["all_href"] = comparison_address(file, from, to) + "&all=1";
    page.only_page["part_href"] = comparison_address(file, from, to);
    auto drafts = drafts_view(v, file);
    for (auto& one : drafts["versions"].as_array()) {
        one.as_object()["is_from"] = one.at("version").as_int64() == from;
        one.as_object()["is_to"] = one.at("version").as_int64() == to;
    }
    page.only_page["drafts"] = std::move(drafts);
    return page;
}

} // namespace web::handlers
