#include "web/form.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/handlers.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

// The normative documents in force or published to come into force, for everybody.

namespace web::handlers {

namespace {

constexpr long long rows_a_page = 50;
constexpr std::size_t longest_words = 200;

} // namespace

answer list_public_documents(visit& v)
{
    adapters::soci::normative_filter only;
    only.words = v.query("words");
    only.public_only = true;
    if (only.words.size() > longest_words)
        return problem(v, 400, "malformed",
                       engine::say("查找的文字过长，最多{1}字节。", longest_words));
    auto documents = documents_today(v);
    auto const found = documents.list(only, number_in(v.query("after")), rows_a_page);

    answer page{.page = "public_documents"};
    page.view["title"] = v.words("public.normative");
    boost::json::array rows;
    for (auto const& one : found.rows)
        rows.push_back(document_line_view(v, documents, one));
    page.view["empty"] = rows.empty();
    page.view["documents"] = std::move(rows);
    page.view["next"] = "";
    if (found.next) {
        pairs again;
        if (!only.words.empty())
            again.emplace_back("words", only.words);
        again.emplace_back("after", std::to_string(*found.next));
        page.view["next"] = "/public/normative-documents?" + to_query(again);
    }
    page.only_page["words"] = only.words;
    return page;
}

} // namespace web::handlers
