#include "web/handlers/case_documents.hpp"

#include "adapters/archives/write_archive.hpp"
#include "adapters/documents/document_types.hpp"
#include "adapters/files/passing_file.hpp"
#include "adapters/office/paper.hpp"
#include "adapters/sheet/sheet.hpp"
#include "adapters/soci/document_levels.hpp"
#include "web/file_size.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/paper_view.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <map>
#include <set>
#include <spdlog/spdlog.h>

// All documents of a case in one archive, and the papers that the house issued, with the list of
// its acts (案卷目录) that says which is whose, under which number, and by which hash it can be
// told that it is still the same.

namespace web::handlers {
namespace {

using adapters::archives::archive_entry;
using engine::say;

/// What goes out at once; more is taken one by one.
constexpr std::uintmax_t most_bytes = 500'000'000;
constexpr char const* name_of_list = "案卷目录.csv";
constexpr char const* folder_of_papers = "公文/";

/// A paper as the archive has it, and its title.
struct packed_paper {
    std::string entry;
    std::string title;
};

/// The entries of the archive, by its hash and name the entry of each document, and the papers by
/// the act with which each was issued.
struct packing {
    std::vector<archive_entry> entries;
    std::map<std::pair<std::string, std::string>, std::string> names;
    std::multimap<long long, packed_paper> papers;
};

/// "012", so that names stand in the order of the acts.
std::string padded(long long seq)
{
    auto number = std::to_string(seq);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    return number;
}

/// "012-起草说明.docx", the number of the act before it.
std::string name_in_archive(visit const& v, case_document const& one, std::set<std::string>& taken)
{
    auto const entry = v.records->find_document(one.hash);
    auto const media_type =
        entry ? entry->media_type.substr(0, entry->media_type.find(';')) : std::string();
    auto const safe =
        adapters::archives::entry_name(adapters::documents::safe_name(one.name, media_type));
    auto const number = padded(one.named_by->seq);
    auto name = number + "-" + safe;
    for (int again = 2; !taken.insert(name).second; ++again)
        name = number + "-" + std::to_string(again) + "-" + safe;
    return name;
}

/// Nothing for a document whose bytes are not what was registered.
std::optional<packing> packed(visit const& v, std::vector<case_document> const& documents)
{
    auto const& store = v.house.with().documents;
    packing made;
    std::set<std::string> taken;
    for (auto const& one : documents) {
        auto const bytes = store.path_of(one.hash);
        if (!bytes || store.check(one.hash) != adapters::documents::document_fault::none) {
            spdlog::error("document {} is not what was registered", one.hash);
            return {};
        }
        auto const name = name_in_archive(v, one, taken);
        made.names[{one.hash, one.name}] = name;
        made.entries.push_back({name, *bytes});
    }
    return made;
}

/// The acts with which a paper was issued; of one that follows the file there is the last alone.
std::vector<engine::act const*> acts_behind(opened_case const& file,
                                            adapters::office::paper_form const& form)
{
    std::vector<engine::act const*> found;
    if (!form.issued) {
        if (auto const* last = act_behind(file, form))
            found.push_back(last);
        return found;
    }
    for (auto const& one : file.record.acts)
        if (one.kind == form.kind)
            found.push_back(&one);
    return found;
}

void add_papers(visit& v, opened_case const& file, packing& into)
{
    for (auto const& form : v.house.papers())
        for (auto const* act : acts_behind(file, form)) {
            auto const entry = folder_of_papers + padded(act->seq) + "-" +
                               adapters::archives::entry_name(form.title + ".pdf");
            adapters::office::paper const paper{
                form.title, act->entered_at,
                adapters::office::fill_paper(form, paper_view(v, file, act->seq))};
            into.entries.push_back({entry, adapters::office::draw_paper(paper)});
            into.papers.emplace(act->seq, packed_paper{entry, form.title});
        }
}

/// The number that an act gave a paper or a file, or that the house gave the act; empty: none.
std::string number_of(engine::act const& act, std::map<long long, std::string> const& given)
{
    for (auto const* field : {"document_number", "archive_number"})
        if (auto const* found = act.body.if_contains(field); found && found->is_string())
            return std::string(found->get_string());
    auto const found = given.find(act.seq);
    return found == given.end() ? std::string() : found->second;
}

/// What an act names and whoever looks may see, each once.
std::vector<case_document> documents_of_act(opened_case const& file, engine::act const& act)
{
    std::vector<case_document> found;
    auto const* fields = file.file().fields_of(act.kind);
    if (!fields)
        return found;
    std::set<std::pair<std::string, std::string>> seen;
    for (auto const& document : engine::documents_in(act.body, *fields))
        if (!adapters::soci::is_withheld(document.hash) &&
            seen.emplace(document.hash, document.name).second)
            found.push_back({document.hash, document.name, &act});
    return found;
}

std::uintmax_t size_of(visit const& v, std::vector<case_document> const& documents)
{
    std::uintmax_t sum = 0;
    for (auto const& one : documents)
        if (auto const bytes = v.house.with().documents.path_of(one.hash))
            sum += std::filesystem::file_size(*bytes);
    return sum;
}

/// A row for each act, each document that it names and each paper that was issued with it.
adapters::sheet::sheet list_of_acts(visit const& v, opened_case const& file, packing const& in)
{
    adapters::sheet::sheet made;
    made.title = file.line().number;
    for (auto const* heading :
         {"package.seq", "package.chapter", "package.act", "package.entered", "package.unit",
          "package.by", "package.number", "package.file", "package.name", "package.hash"})
        made.headings.push_back(v.words(std::string_view(heading)));
    auto const* numbers = v.house.with().numbers;
    auto const given =
        numbers ? numbers->numbers_of(file.line().id) : std::map<long long, std::string>();
    for (auto const& act : file.record.acts) {
        auto const row = act_view(v, file, act, false);
        auto const words = [&](char const* key) { return std::string(row.at(key).as_string()); };
        std::vector<std::string> const cells = {std::to_string(act.seq), words("chapter_words"),
                                                words("act_words"),      words("entered_words"),
                                                words("unit_name"),      words("by_words"),
                                                number_of(act, given)};
        auto const before = made.rows.size();
        auto const add_file = [&](std::string entry, std::string name, std::string hash) {
            auto with_file = cells;
            with_file.insert(with_file.end(), {std::move(entry), std::move(name), std::move(hash)});
            made.rows.push_back(std::move(with_file));
        };
        // one that an earlier act filed lies under that act's number, and is named here again
        for (auto const& one : documents_of_act(file, act))
            add_file(in.names.at({one.hash, one.name}), one.name, one.hash);
        // a paper is drawn anew each time: no hash tells that it is the same
        auto const [first, last] = in.papers.equal_range(act.seq);
        for (auto paper = first; paper != last; ++paper)
            add_file(paper->second.entry, paper->second.title, "");
        if (made.rows.size() == before) {
            made.rows.push_back(cells);
            made.rows.back().resize(made.headings.size());
        }
    }
    return made;
}

} // namespace

std::vector<case_document> documents_of_case(opened_case const& file)
{
    std::vector<case_document> found;
    std::set<std::pair<std::string, std::string>> seen;
    for (auto const& act : file.record.acts)
        for (auto& one : documents_of_act(file, act))
            if (seen.emplace(one.hash, one.name).second)
                found.push_back(std::move(one));
    return found;
}

answer show_case_package(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const documents = documents_of_case(file);
    if (auto const size = size_of(v, documents); size > most_bytes)
        return problem(v, 422, "too-large",
                       say("案卷文件共{1}，超过一次打包的{2}，请在“文件材料”中逐份下载。",
                           size_words(size), size_words(most_bytes)));
    auto in = packed(v, documents);
    if (!in)
        return problem(v, 500, "altered",
                       say("案卷中有文件的内容与登记时不一致，不能打包。请联系系统管理员。"));
    add_papers(v, file, *in);
    in->entries.insert(in->entries.begin(), {name_of_list, as_csv(list_of_acts(v, file, *in))});
    auto const passing =
        std::make_shared<adapters::files::passing_file>(v.house.with().dir / "scratch");
    adapters::archives::write_archive(passing->path(), in->entries, v.now);
    answer made;
    auto& sent = made.as_is.emplace();
    sent.file = passing->path();
    sent.until_sent = passing;
    sent.with("Content-Type", "application/zip")
        .with("Content-Disposition",
              "attachment; filename*=UTF-8''" + percent_encoded(file.line().number + ".zip"))
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
    return made;
}

} // namespace web::handlers
