#include "adapters/csv/csv.hpp"
#include "adapters/soci/audit_search.hpp"
#include "web/handlers/asked_filters.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <array>
#include <sstream>

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
using engine::say;

constexpr long long rows_of_page = 50;
/// An export is one answer in memory. Who needs more takes one range of days after the other.
constexpr long long most_exported = 100'000;

constexpr std::array<char const*, 8> kinds = {"sign_in", "sign_out", "session",  "request",
                                              "act",     "account",  "delivery", "audit"};

/// Why something was refused, as far as one looks for it: what people tried first.
constexpr std::array<char const*, 18> reasons = {
    "separation",     "secrecy",          "role",       "hidden",        "unknown_login",
    "wrong_password", "wrong_code",       "locked",     "not_signed_in", "foreign_origin",
    "form_expired",   "climbing_path",    "unreadable", "too_large",     "headers_too_long",
    "file_not_taken", "foreign_redirect", "act_id_used"};

/// What was asked for, and how it goes on into links and back into the form.
struct asked_entries {
    soci::audit_filter only;
    pairs as_query;
    std::string malformed; ///< the value that is no date
};

asked_entries filter_in(visit const& v)
{
    asked_entries made;
    asked_filters filters(v);
    made.only.who = filters.take("who");
    made.only.kind = filters.take("kind");
    if (auto const outcome = filters.take("outcome"); outcome == "refused" || outcome == "done")
        made.only.refused = outcome == "refused";
    made.only.reason = filters.take("reason");
    made.only.from = filters.take_day("from");
    made.only.until = filters.take_day("until");
    made.as_query = std::move(filters.as_query);
    made.malformed = std::move(filters.malformed);
    return made;
}

/// The words of a key that only this page has; the key itself, should nobody have named it.
std::string words_of(visit const& v, std::string const& group, std::string const& key)
{
    if (key.empty())
        return {};
    return v.words.look_up("audit." + group + "." + key).value_or(key);
}

std::string outcome_of(soci::audit_entry const& one)
{
    return one.refused() ? "refused" : "done";
}

/// "separation JC-1": the reason, and the rules that say so.
struct said_reason {
    std::string key;
    std::vector<std::string> rules;
};

said_reason reason_in(soci::audit_entry const& one)
{
    said_reason found;
    std::istringstream words(one.reason);
    words >> found.key;
    for (std::string rule; words >> rule;)
        found.rules.push_back(rule);
    return found;
}

/// Of an act its name, of anything else what this page calls it.
std::string what_words(visit const& v, soci::audit_entry const& one)
{
    return one.kind == "act" ? act_words(v.words, one.what) : words_of(v, "what", one.what);
}

/// What it is about. Of a page that a stranger asked for only the pattern is kept, and its braces
/// are nothing to read.
std::string place_words(visit const& v, std::string about)
{
    auto const opens = about.find('{');
    auto const closes = about.find('}', opens);
    if (about.starts_with('/') && closes != std::string::npos)
        about.replace(opens, closes - opens + 1, v.words("audit.id_not_kept"));
    return about;
}

/// The reason with its rules, for a cell of a sheet.
std::string reason_words(visit const& v, soci::audit_entry const& one)
{
    auto const reason = reason_in(one);
    auto words = words_of(v, "reason", reason.key);
    for (auto const& rule : reason.rules)
        words += ' ' + rule;
    return words;
}

boost::json::object view_of(visit const& v, soci::audit_entry const& one)
{
    auto const reason = reason_in(one);
    boost::json::array rules;
    for (auto const& rule : reason.rules)
        rules.push_back(rule_view(v, rule));
    return {{"seq", one.seq},
            {"at", engine::to_text(one.at)},
            {"at_words", v.words.moment(one.at)},
            {"kind", one.kind},
            {"kind_words", words_of(v, "kind", one.kind)},
            {"what", one.what},
            {"what_words", what_words(v, one)},
            {"outcome", outcome_of(one)},
            {"outcome_words", words_of(v, "outcome", outcome_of(one))},
            {"refused", one.refused()},
            {"reason", reason.key},
            {"reason_words", words_of(v, "reason", reason.key)},
            {"rules", std::move(rules)},
            {"login", one.login},
            {"name", one.name},
            {"role", one.role},
            {"role_words", one.role.empty() ? "" : v.words("role." + one.role)},
            {"unit", one.unit},
            {"unit_name", one.unit.empty() ? "" : v.house.unit_name(one.unit)},
            {"address", one.address},
            {"about", place_words(v, one.about)},
            {"times", one.times},
            {"times_words", one.times > 1 ? v.words(say("共{1}次", one.times)) : ""},
            {"hash", one.hash}};
}

answer no_date(visit const& v, std::string const& value)
{
    return problem(v, 400, "malformed", say("“{1}”不是日期，应为 2024-04-02 的形式。", value));
}

std::string address_with(char const* path, pairs const& fields)
{
    auto const query = to_query(fields);
    return query.empty() ? path : path + ("?" + query);
}

} // namespace

answer show_audit(visit& v)
{
    auto const asked = filter_in(v);
    if (!asked.malformed.empty())
        return no_date(v, asked.malformed);
    auto const& record = v.house.with().entry.record;
    auto const found =
        soci::list_audit(record, asked.only, number_in(v.query("before")), rows_of_page);
    answer page{.page = "audit"};
    page.view["title"] = v.words(say("审计日志"));
    boost::json::array entries;
    for (auto const& one : found.rows)
        entries.push_back(view_of(v, one));
    page.view["empty"] = entries.empty();
    page.view["entries"] = std::move(entries);
    auto further = asked.as_query;
    if (found.next)
        further.emplace_back("before", std::to_string(*found.next));
    page.view["next"] = found.next ? address_with("/audit", further) : "";

    page.only_page["export"] = address_with("/audit.csv", asked.as_query);
    page.only_page["who"] = asked.only.who;
    page.only_page["from"] = v.query("from");
    page.only_page["until"] = v.query("until");
    page.only_page["is_narrowed"] = !asked.as_query.empty();
    boost::json::array choices;
    for (auto const* kind : kinds)
        choices.push_back({{"code", kind},
                           {"words", words_of(v, "kind", kind)},
                           {"selected", asked.only.kind == kind}});
    page.only_page["kinds"] = std::move(choices);
    boost::json::array outcomes;
    for (auto const* outcome : {"done", "refused"})
        outcomes.push_back({{"code", outcome},
                            {"words", words_of(v, "outcome", outcome)},
                            {"selected", v.query("outcome") == outcome}});
    page.only_page["outcomes"] = std::move(outcomes);
    boost::json::array why;
    for (auto const* reason : reasons)
        why.push_back({{"code", reason},
                       {"words", words_of(v, "reason", reason)},
                       {"selected", asked.only.reason == reason}});
    page.only_page["reasons"] = std::move(why);
    return page;
}

answer export_audit(visit& v)
{
    auto const asked = filter_in(v);
    if (!asked.malformed.empty())
        return no_date(v, asked.malformed);
    auto const found = soci::list_audit(v.house.with().entry.record, asked.only, {}, most_exported);
    if (found.next)
        return problem(v, 422, "too-much",
                       say("符合条件的记录超过{1}条，请缩小日期范围后分次导出。", most_exported));
    std::vector<std::string> heading;
    for (auto const* key : {"seq", "at", "kind", "what", "outcome", "reason", "login", "name",
                            "role", "unit", "address", "about", "times", "hash"})
        heading.push_back(v.words(std::string("audit.column.") + key));
    answer file;
    auto& sent = file.as_is.emplace();
    sent.with("Content-Type", "text/csv; charset=utf-8");
    sent.with("Content-Disposition", "attachment; filename=\"audit.csv\"");
    sent.body = std::string(adapters::csv::byte_order_mark) + adapters::csv::sheet_line_of(heading);
    for (auto const& one : found.rows)
        sent.body += adapters::csv::sheet_line_of(
            {std::to_string(one.seq), v.words.moment(one.at), words_of(v, "kind", one.kind),
             what_words(v, one), words_of(v, "outcome", outcome_of(one)), reason_words(v, one),
             one.login, one.name, one.role.empty() ? "" : v.words("role." + one.role),
             one.unit.empty() ? "" : v.house.unit_name(one.unit), one.address,
             place_words(v, one.about), std::to_string(one.times), one.hash});
    return file;
}

} // namespace web::handlers
