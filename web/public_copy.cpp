#include "web/public_copy.hpp"

#include "adapters/soci/notice_board.hpp"
#include "web/handlers/public_reports.hpp"
#include "web/handlers/public_view.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace web {
namespace {

namespace fs = std::filesystem;

constexpr std::array<char const*, 2> both_languages = {"zh", "en"};
constexpr auto for_everybody =
    fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;

request asked_by_stranger(std::string const& target, std::string const& language)
{
    request asked;
    asked.method = "GET";
    asked.target = target;
    auto const mark = target.find('?');
    asked.path = target.substr(0, mark);
    if (mark != std::string::npos)
        asked.query = parse_pairs(std::string_view(target).substr(mark + 1)).value_or(pairs{});
    asked.headers = {{"accept", "text/html"}, {"cookie", "language=" + language}};
    return asked;
}

std::string media_type(response const& said)
{
    auto const* type = find(said.headers, "Content-Type");
    return type ? type->substr(0, type->find(';')) : std::string();
}

bool is_page(response const& said)
{
    return media_type(said) == "text/html";
}

/// As the header of an answer names it; empty where it does not.
std::string name_of_document(response const& said)
{
    constexpr std::string_view begin = "filename*=UTF-8''";
    auto const* header = find(said.headers, "Content-Disposition");
    auto const at = header ? header->find(begin) : std::string::npos;
    if (at == std::string::npos)
        return {};
    return percent_decoded(std::string_view(*header).substr(at + begin.size()), false).value_or("");
}

/// "草案.docx", and "草案-2.docx" where that is taken.
std::string numbered(std::string const& name, int number)
{
    if (number == 1)
        return name;
    auto const dot = name.rfind('.');
    auto const ending = dot == std::string::npos ? std::string() : name.substr(dot);
    return name.substr(0, dot) + "-" + std::to_string(number) + ending;
}

} // namespace

public_copy::public_copy(office& site, boost::asio::io_context& loop, fs::path into)
    : site_(site), loop_(loop), into_(std::move(into)), address_(site.with().address)
{}

copy_extent public_copy::write()
{
    write_all_languages("/public");
    write_matters();
    write_reports();
    write_linked();
    return extent_;
}

/// Every matter, those as well that no list leads to any more.
void public_copy::write_matters()
{
    constexpr long long at_a_time = 100;
    std::optional<adapters::soci::notice_cursor> after;
    bool more = true;
    while (more) {
        std::vector<engine::case_id> shown;
        {
            auto lent =
                site_.with().readers.borrow(engine::clearance(engine::confidentiality::open));
            auto const notices = adapters::soci::notice_board(*lent).list({}, after, at_a_time);
            more = static_cast<long long>(notices.size()) == at_a_time;
            for (auto const& one : notices) {
                after = {one.from, one.on, one.seq};
                // A notice may be of a matter that is kept from the public.
                if (site_.counter().find(*lent, one.on, site_.with().law.days))
                    shown.push_back(one.on);
            }
        }
        for (auto const id : shown)
            write_all_languages(handlers::public_href(id));
        write_linked();
    }
}

void public_copy::write_reports()
{
    constexpr long long most = 100;
    auto const reports = [&] {
        auto lent = site_.with().readers.borrow(engine::clearance(engine::confidentiality::open));
        return handlers::published_reports(*lent, most);
    }();
    for (auto const& one : reports)
        write_all_languages(handlers::public_href_of_report(one.head.line.id));
}

void public_copy::write_linked()
{
    while (!linked_.empty() || !lists_.empty()) {
        auto& from = linked_.empty() ? lists_ : linked_;
        auto const next = std::move(from.back());
        from.pop_back();
        if (has(file_of(next)))
            continue;
        if (next.number > 1)
            write(next);
        else
            write_all_languages(next.target);
    }
}

/// One after the other, so that the documents of a matter get their names once.
void public_copy::write_all_languages(std::string const& target)
{
    for (auto const* language : both_languages)
        if (copied_page const page{target, language}; !has(file_of(page)))
            write(page);
}

void public_copy::write(copied_page const& page)
{
    auto said = ask(page.target, page.language);
    // What the site no longer has since something led to it is copied as the site says so.
    if (said.status != 200 && said.status != 404)
        throw std::runtime_error("the site answers " + std::to_string(said.status) + " at " +
                                 page.target);
    said.body = with_links_in(page, said);
    keep(file_of(page), said);
    ++extent_.pages;
}

std::string public_copy::with_links_in(copied_page const& page, response const& said)
{
    auto const renamed = [&](std::string const& target) { return link(page, target); };
    if (is_page(said))
        return with_links(said.body, "", renamed);
    if (media_type(said) == "application/atom+xml")
        return with_links(said.body, address_, renamed);
    return said.body;
}

std::string public_copy::link(copied_page const& from, std::string const& target)
{
    auto const here = file_of(from);
    switch (sort_in_copy(target)) {
    case copied_as::nothing:
        break;
    case copied_as::file:
        copy_program_file(target);
        return way_between(here, file_of_program(target));
    case copied_as::document:
        return way_between(here, copy_document(target));
    case copied_as::page:
        auto to = page_behind(from, target);
        auto way = way_between(here, file_of(to));
        (to.number > 1 ? lists_ : linked_).push_back(std::move(to));
        return way;
    }
    return address_ + target;
}

void public_copy::copy_program_file(std::string const& target)
{
    auto const file = file_of_program(target);
    if (has(file))
        return;
    keep(file, ask(target, both_languages.front()));
    ++extent_.files;
}

/// Where a document stands now.
std::string public_copy::copy_document(std::string const& target)
{
    if (auto folder = folder_of_document(target); folder != folder_) {
        folder_ = std::move(folder);
        documents_.clear();
    }
    if (auto const known = documents_.find(target); known != documents_.end())
        return known->second;
    auto const said = ask(target, both_languages.front());
    auto name = name_in_copy(name_of_document(said));
    if (said.status != 200)
        name = target.substr(target.rfind('/') + 1, 12) + ".html"; // words that say why
    int number = 1;
    while (has(folder_ + numbered(name, number)))
        ++number;
    auto const file = folder_ + numbered(name, number);
    keep(file, said);
    ++extent_.files;
    return documents_[target] = file;
}

void public_copy::keep(std::string const& file, response const& said)
{
    auto const at = into_ / file;
    fs::create_directories(at.parent_path());
    if (said.file) {
        fs::copy_file(*said.file, at);
        fs::permissions(at, for_everybody);
        extent_.bytes += static_cast<long long>(fs::file_size(at));
        return;
    }
    std::ofstream out(at, std::ios::binary);
    out << said.body;
    if (!out.flush())
        throw std::system_error(errno, std::generic_category(), at.string());
    extent_.bytes += static_cast<long long>(said.body.size());
}

response public_copy::ask(std::string const& target, std::string const& language)
{
    std::optional<response> got;
    auto const answer = [&]() -> boost::asio::awaitable<void> {
        got = co_await site_.answer(asked_by_stranger(target, language));
    };
    auto const done = [](std::exception_ptr const& fault) {
        if (fault)
            std::rethrow_exception(fault);
    };
    boost::asio::co_spawn(loop_, answer(), done);
    loop_.restart();
    while (!got)
        if (loop_.run_one() == 0)
            throw std::logic_error("nobody answers for " + target);
    return std::move(*got);
}

} // namespace web
