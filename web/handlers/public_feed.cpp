#include "web/handlers/force_light.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/public_catalogue.hpp"
#include "web/handlers/public_reports.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "web/permanent_id.hpp"
#include "workflows/annual_report/report_file.hpp"
#include "workflows/catalogue/adjustment.hpp"
#include "workflows/catalogue/approval.hpp"
#include "workflows/catalogue/call.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/project.hpp"

#include <algorithm>

// What was published last, of every kind, as an Atom feed (RFC 4287).

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

namespace catalogue = workflows::catalogue;
namespace document = workflows::normative_document;
namespace soci = adapters::soci;

constexpr std::size_t newest = 50;

/// An act that published something, as the feed tells it.
struct told_notice {
    engine::case_id on;
    long long seq = 0;
    engine::instant at;
    std::string kind;
    std::string title;
    std::string path; ///< of the page that shows it
    std::string unit;
    std::string summary;
};

void tell_decisions(visit& v, std::vector<told_notice>& all)
{
    soci::notice_board board(*v.records);
    for (auto const& one : board.list({}, {}, newest))
        if (auto const of = find_public_case(v, one.on))
            all.push_back({one.on, one.seq, one.entered_at, one.kind, of->matter.title,
                           public_href(one.on), of->matter.unit,
                           one.from == one.until ? v.words.date(one.from)
                                                 : v.words(say("{1}至{2}", one.from, one.until))});
}

/// The acts of a case among these kinds, each as a notice.
void tell_acts(visit& v, engine::case_id on, std::vector<std::string_view> const& kinds,
               std::string const& path, std::vector<told_notice>& all)
{
    auto const entry = v.records->find_case(on);
    if (!entry)
        return;
    for (auto const& act : v.records->acts_of(on))
        if (std::find(kinds.begin(), kinds.end(), act.kind) != kinds.end())
            all.push_back({on, act.seq, act.entered_at, act.kind, entry->summary.title, path,
                           entry->summary.unit, v.words.date(engine::legal_day(act.entered_at))});
}

void tell_catalogues(visit& v, std::vector<told_notice>& all)
{
    constexpr std::size_t most = 5;
    auto published = published_catalogues(v);
    published.resize(std::min(most, published.size()));
    for (auto const& one : published)
        tell_acts(v, one.id,
                  {catalogue::approval::published::kind, catalogue::call::taken_over::kind,
                   catalogue::adjustment::published::kind},
                  public_href(one), all);
}

void tell_reports(visit& v, std::vector<told_notice>& all)
{
    constexpr long long most = 5;
    for (auto const& one : published_reports(*v.records, most))
        tell_acts(v, one.head.line.id, {workflows::annual_report::release::published::kind},
                  public_href_of_report(one.head.line.id), all);
}

/// What binds no longer is not in the public's list that an entry leads to.
void tell_documents(visit& v, std::vector<told_notice>& all)
{
    constexpr std::size_t most = 10;
    auto documents = documents_today(v);
    for (auto const& one : newest_documents(documents, most))
        tell_acts(v, one.on,
                  {document::issue::published::kind, document::project::told_afterwards::kind},
                  "/public/normative-documents", all);
}

std::vector<told_notice> newest_notices(visit& v)
{
    std::vector<told_notice> all;
    tell_decisions(v, all);
    tell_catalogues(v, all);
    tell_reports(v, all);
    tell_documents(v, all);
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& a, auto const& b) { return a.at > b.at; });
    all.resize(std::min(newest, all.size()));
    return all;
}

} // namespace

answer show_feed(visit& v)
{
    auto const here = own_address(v);
    auto const house = v.house.identity();
    object feed{{"lang", v.words.tag()},
                {"id", permanent_id(house, "feed")},
                {"title", v.words("public.feed_title")},
                {"author", v.words("site.name")},
                {"home", here + "/public"},
                {"self", here + "/public/feed.atom"}};
    array entries;
    std::string updated = "1970-01-01T00:00:00.000Z";
    for (auto const& one : newest_notices(v)) {
        auto const at = engine::to_text(one.at);
        updated = std::max(updated, at);
        entries.push_back(
            object{{"id", permanent_id(house, "act " + std::to_string(one.on.value) + " " +
                                                  std::to_string(one.seq))},
                   {"href", here + one.path},
                   {"title", act_words(v.words, one.kind) + v.words("words.colon") + one.title},
                   {"updated", at},
                   {"unit_name", v.house.unit_name(one.unit)},
                   {"summary", one.summary}});
    }
    feed["updated"] = updated;
    feed["entries"] = std::move(entries);
    answer made;
    made.as_is.emplace();
    made.as_is->body = v.house.templates().fill("feed", feed, v.words);
    made.as_is->with("Content-Type", "application/atom+xml; charset=utf-8")
        .with("Cache-Control", "public, max-age=300");
    return made;
}

} // namespace web::handlers
