#include "adapters/documents/document_types.hpp"
#include "adapters/drafts/text_apart.hpp"
#include "adapters/pdf/pages_apart.hpp"
#include "web/file_size.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/handlers.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <fmt/format.h>

namespace web::handlers {
namespace {

using adapters::apart::missing;
using adapters::documents::accepted_type;
using adapters::documents::document_type;
using adapters::soci::document_entry;
using adapters::soci::document_use;
using engine::say;

/// Pages of a PDF shown at a time, and how wide they are drawn: readable at twice the width of a
/// phone.
constexpr int pages_at_once = 5;
constexpr int page_width = 1'000;
/// How long somebody waits behind the pages of others.
constexpr std::chrono::seconds longest_wait{5};
/// Paragraphs of a text that are shown; the rest is read in the file.
constexpr std::size_t most_paragraphs = 2'000;
/// Who may see a document can change, and so can who sits at the browser: it keeps the bytes, but
/// asks each time.
constexpr char const* asked_again = "private, no-cache";

/// Equal bytes are one document, whatever each who brought them called it.
struct known_as {
    std::string name;
    engine::instant since;
    bool on_file = false; ///< by the act that names it; else by an upload
};

/// A registered document whose bytes are here.
struct found_document {
    document_entry entry;
    known_as known;
    std::filesystem::path bytes;
    document_type const* type; ///< null for what is not on the list, from before there was one

    std::string safe_name() const
    {
        return adapters::documents::safe_name(known.name, type ? type->media_type : "");
    }
};

/// What an act calls a document.
std::optional<known_as> named_by(visit& v, document_use const& use, std::string const& hash)
{
    auto const act = v.records->find_act(use.on, use.seq);
    auto const file = v.records->find_case(use.on);
    auto const* shape = file ? v.house.sample(file->head.line.shape) : nullptr;
    auto const* fields = act && shape ? shape->fields_of(act->kind) : nullptr;
    if (!fields)
        return {};
    for (auto& one : engine::documents_in(act->body, *fields))
        if (one.hash == hash)
            return known_as{std::move(one.name), act->entered_at, true};
    return {};
}

/// A document goes by the name that whoever looks gave it, or by that of the act by which they may
/// see it. What it is called elsewhere is none of their business (JC-17).
std::optional<known_as> known_to_visitor(visit& v, document_entry const& one)
{
    if (one.own)
        return known_as{one.own->name, one.own->at};
    for (auto const& use : v.records->uses_of(one.hash))
        if (auto found = named_by(v, use, one.hash))
            return found;
    return {};
}

std::optional<found_document> document_of_path(visit& v)
{
    auto const& hash = v.place("hash");
    auto entry = v.records->find_document(hash);
    auto known = entry ? known_to_visitor(v, *entry) : std::nullopt;
    auto bytes = v.house.with().documents.path_of(hash);
    if (!known || !bytes)
        return {};
    // "text/plain; charset=utf-8": only the type counts.
    auto const media_type = entry->media_type.substr(0, entry->media_type.find(';'));
    return found_document{std::move(*entry), std::move(*known), std::move(*bytes),
                          accepted_type(media_type)};
}

bool is_picture(found_document const& one)
{
    return one.type && one.type->shown == document_type::preview::picture;
}

bool has_pages(found_document const& one)
{
    return one.type && one.type->shown == document_type::preview::pages;
}

/// The words of a text, for what is shown neither as a picture nor in pages; empty where there are
/// none to be had.
boost::json::array paragraphs_of(visit const& v, found_document const& one)
{
    boost::json::array made;
    auto const text = adapters::drafts::read_draft(v.house.room(), one.entry.hash, one.bytes).read;
    if (auto const* found = std::get_if<adapters::drafts::draft_text>(&text))
        for (auto const& words : found->paragraphs)
            if (made.size() <= most_paragraphs)
                made.push_back(boost::json::object{{"words", words}});
    return made;
}

/// None where it is no document of pages, cannot be read, or not now.
int page_count(visit const& v, found_document const& one)
{
    if (!has_pages(one))
        return 0;
    auto const counted = adapters::pdf::page_count(v.house.room(), one.entry.hash, one.bytes);
    auto const* pages = std::get_if<int>(&counted);
    return pages ? *pages : 0;
}

/// A picture that says in words why there is none.
answer words_for_picture(visit const& v, int status, engine::text const& why)
{
    if (v.wants_json)
        return problem(v, status, "no-preview", why);
    answer made;
    auto& picture = made.as_is.emplace();
    picture.status = status;
    picture.body = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="200" viewBox="0 0 {0} 200">)"
        R"(<text x="500" y="110" font-size="32" font-family="sans-serif" text-anchor="middle">)"
        R"({1}</text></svg>)",
        page_width, v.words(why));
    picture.with("Content-Type", "image/svg+xml");
    lock_up(picture);
    return made;
}

} // namespace

awaitable<answer> store_documents(visit& v)
{
    if (v.asked.content_type() != "multipart/form-data" || v.asked.files.empty())
        co_return problem(v, 400, "malformed", say("请以 multipart/form-data 上传至少一个文件。"));
    boost::json::array stored;
    auto const store = [&] {
        std::vector<engine::text> refused;
        for (auto& one : v.asked.files) {
            auto const outcome = keep_upload(v, one);
            if (auto const* why = std::get_if<engine::text>(&outcome)) {
                refused.push_back(*why);
                continue;
            }
            auto const& kept = std::get<kept_upload>(outcome);
            stored.push_back({{"field", one.field},
                              {"hash", kept.hash},
                              {"name", kept.name},
                              {"media_type", kept.media_type},
                              {"size", kept.size},
                              {"href", "/documents/" + kept.hash}});
        }
        return refused;
    };
    auto const refused = co_await v.house.reading().run(store);
    if (!refused.empty()) {
        auto made = problem(v, 422, "not-taken", refused.front());
        boost::json::array reasons;
        for (auto const& one : refused)
            reasons.push_back(boost::json::string(v.words(one)));
        made.view["not_taken"] = std::move(reasons);
        made.view["documents"] = std::move(stored);
        co_return made;
    }
    answer made{.status = 201, .page = "documents"};
    made.view["title"] = v.words(say("已上传的文件"));
    made.view["documents"] = std::move(stored);
    co_return made;
}

answer show_document(visit& v)
{
    auto const found = document_of_path(v);
    if (!found)
        return not_found(v);
    sent_document file{.path = found->bytes,
                       .hash = found->entry.hash,
                       .name = found->safe_name(),
                       .caching = asked_again};
    // Texts are given without their encoding: an old one may be in another than is noted.
    if (found->type)
        file.type = found->type->media_type;
    file.shown = v.query("shown") == "1" && is_picture(*found);
    return document_answer(v, file);
}

answer describe_document(visit& v)
{
    auto const found = document_of_path(v);
    if (!found)
        return not_found(v);
    auto const& one = found->entry;
    auto const href = "/documents/" + one.hash;
    auto const count = page_count(v, *found);
    auto const asked = number_in(v.query("page")).value_or(1);
    auto const first = asked >= 1 && asked <= count ? static_cast<int>(asked) : 1;
    answer page{.page = "document"};
    page.view = {{"title", found->known.name},
                 {"hash", one.hash},
                 {"size", one.size},
                 {"size_words", size_words(static_cast<std::uintmax_t>(one.size))},
                 {"media_type", found->type ? found->type->media_type : one.media_type},
                 {"type_words", found->type ? found->type->name : one.media_type},
                 {"uploaded_words", v.words.moment(found->known.since)},
                 {"href", href},
                 {"picture", is_picture(*found)},
                 {"pages", count}};
    boost::json::array shown, used;
    for (int n = first; n <= count && n < first + pages_at_once; ++n)
        shown.push_back({{"number", n},
                         {"words", v.words(say("第{1}页，共{2}页", n, count))},
                         {"href", href + "/pages/" + std::to_string(n)}});
    page.only_page["on_file"] = found->known.on_file;
    page.only_page["previews"] = std::move(shown);
    auto paragraphs =
        is_picture(*found) || has_pages(*found) ? boost::json::array() : paragraphs_of(v, *found);
    page.only_page["no_preview"] = !is_picture(*found) && count == 0 && paragraphs.empty();
    page.only_page["is_text"] = !paragraphs.empty();
    page.only_page["is_cut"] = paragraphs.size() > most_paragraphs;
    if (paragraphs.size() > most_paragraphs)
        paragraphs.pop_back();
    page.only_page["paragraphs"] = std::move(paragraphs);
    auto const next = first + pages_at_once;
    page.only_page["next"] =
        next <= count ? href + "/about?page=" + std::to_string(next) : std::string();
    page.only_page["before"] =
        first > 1 ? href + "/about?page=" + std::to_string(std::max(1, first - pages_at_once))
                  : std::string();
    for (auto const& use : v.records->uses_of(one.hash)) {
        auto const act = v.records->find_act(use.on, use.seq);
        auto const file = v.records->find_case(use.on);
        if (act && file)
            used.push_back({{"case", use.on.value},
                            {"seq", use.seq},
                            {"number", file->head.line.number},
                            {"case_title", file->summary.title},
                            {"act_words", v.words("act." + act->kind)},
                            {"href", "/cases/" + std::to_string(use.on.value) + "/acts/" +
                                         std::to_string(use.seq)}});
    }
    page.only_page["is_used"] = !used.empty();
    page.view["uses"] = std::move(used);
    return page;
}

awaitable<answer> show_document_page(visit& v)
{
    auto const number = number_in(v.place("page"));
    if (!number || *number > 100'000)
        co_return not_found(v);
    std::optional<found_document> found;
    auto const find_it = [&](visit& at) {
        found = document_of_path(at);
        return found && has_pages(*found) ? answer() : not_found(at);
    };
    auto const looked = co_await v.house.read(v, find_it);
    if (looked.status != 200)
        co_return looked;
    auto const tag = found->entry.hash + "-" + std::to_string(*number);
    auto made = tagged_answer(v, tag, asked_again);
    if (is_known(made))
        co_return made;
    auto const came = std::chrono::steady_clock::now();
    auto const draw = [&]() -> std::variant<std::string, missing> {
        if (std::chrono::steady_clock::now() - came > longest_wait)
            return missing::not_now;
        return adapters::pdf::page_picture(v.house.room(), found->entry.hash, found->bytes,
                                           static_cast<int>(*number), page_width);
    };
    std::variant<std::string, missing> drawn = missing::not_now;
    try {
        drawn = co_await v.house.drawing().run(draw);
    } catch (overcrowded const&) {
        // as if the drawing itself had found no room
    }
    if (auto const* why = std::get_if<missing>(&drawn)) {
        if (*why == missing::not_now)
            co_return words_for_picture(v, 503, say("系统繁忙，暂时没有预览，请稍后刷新"));
        co_return words_for_picture(v, 404, say("此页没有预览，请下载文件查看"));
    }
    auto& picture = *made.as_is;
    picture.body = std::move(std::get<std::string>(drawn));
    picture.with("Content-Type", "image/png");
    lock_up(picture);
    co_return made;
}

} // namespace web::handlers
