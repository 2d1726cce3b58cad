#include "web/handlers/public_text.hpp"

#include "adapters/documents/document_types.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_view.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <filesystem>

// A published document as a page, for whoever has no program for the file. It says what the file
// says, but for the people and words that are masked on every page of the public (JC-24); numbers
// are those of offices and stay.

namespace web::handlers {

using engine::say;

namespace {

/// The rest is read in the file.
constexpr std::size_t most_paragraphs = 2'000;

bool has_words(visit const& v, std::string const& hash)
{
    using adapters::documents::document_type;
    auto const known = v.records->find_document(hash);
    if (!known)
        return false;
    // "text/plain; charset=utf-8": only the type counts.
    auto const* type = adapters::documents::accepted_type(
        known->media_type.substr(0, known->media_type.find(';')));
    return type && type->shown == document_type::preview::words;
}

} // namespace

std::string public_text_href(visit const& v, engine::case_id on, std::string const& hash)
{
    return has_words(v, hash) ? public_href(on) + "/texts/" + hash : std::string();
}

answer show_published_text(visit& v)
{
    auto const of = public_case_of_path(v);
    auto const* named = of ? of->matter.document(v.place("hash")) : nullptr;
    auto const path = named && has_words(v, named->what.hash)
                          ? v.house.with().documents.path_of(named->what.hash)
                          : std::nullopt;
    if (!path)
        return public_not_found(v);
    auto const& hash = named->what.hash;
    auto const read = v.house.published_texts().of(hash, *path);
    if (!read)
        return problem(v, 503, "busy", say("系统繁忙，暂时无法读取文件，请稍后刷新"));
    answer page{.page = "public_text"};
    // it is read here and no file: the name of one ends with its kind
    auto const name = std::filesystem::path(named->what.name).stem().string();
    page.view["title"] = masked_words(name, of->people);
    page.view["of"] = public_head(v, *of);
    page.view["field_words"] = v.words("field." + named->field);
    page.view["on"] = engine::to_text(named->on);
    page.view["on_words"] = v.words.date(named->on);
    page.view["file_href"] = public_href(of->id) + "/documents/" + hash;
    page.view["why_not"] = "";
    boost::json::array paragraphs;
    auto const* words = std::get_if<adapters::drafts::draft_text>(read.get());
    auto const count = words ? words->paragraphs.size() : 0;
    for (std::size_t i = 0; i < std::min(count, most_paragraphs); ++i)
        paragraphs.push_back(
            boost::json::object{{"words", without_people(words->paragraphs[i], of->people)}});
    if (auto const* why = std::get_if<engine::text>(read.get()))
        page.view["why_not"] = v.words(*why);
    page.view["paragraphs"] = std::move(paragraphs);
    page.view["is_cut"] = count > most_paragraphs;
    return page;
}

} // namespace web::handlers
