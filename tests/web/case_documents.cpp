#include "web/handlers/case_documents.hpp"

#include "adapters/archives/checked_archive.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

// All documents of a case in one archive, with the list of its acts.

using adapters::archives::checked_archive;
using tests::district;
using tests::has;
using tests::home_of;

namespace {

struct package {
    tests::site_reply reply;
    checked_archive open;
    std::string list;

    explicit package(std::string const& address)
        : reply(district().ask("office", "GET", address)), open(opened(reply.body)),
          list(open.read("案卷目录.csv").value_or(""))
    {}

private:
    static checked_archive opened(std::string bytes)
    {
        auto made = checked_archive::open_bytes(std::move(bytes));
        BOOST_REQUIRE(std::holds_alternative<checked_archive>(made));
        return std::move(std::get<checked_archive>(made));
    }
};

/// A case that was archived.
std::string archived()
{
    return home_of(district().case_with({"archive.archived"}).value);
}

} // namespace

BOOST_AUTO_TEST_SUITE(case_documents)

BOOST_AUTO_TEST_CASE(an_archived_file_is_taken_as_one_with_the_list_of_its_acts)
{
    auto const home = archived();
    package const taken(home + "/files.zip");
    BOOST_TEST(taken.reply.status == 200);
    BOOST_TEST(taken.reply.header("Content-Type") == "application/zip");
    auto const view = district().view("office", home);
    auto const& shown = view.at("documents").as_array();
    auto const names = taken.open.names();
    auto const is_paper = [](std::string const& name) { return name.starts_with("公文/"); };
    auto const papers = std::count_if(names.begin(), names.end(), is_paper);
    BOOST_TEST(names.size() == shown.size() + static_cast<std::size_t>(papers) + 1);
    BOOST_TEST(taken.open.names().front() == "案卷目录.csv");
    for (auto const& one : shown)
        BOOST_TEST(has(taken.list, std::string(one.at("hash").as_string())));
    for (auto const& name : taken.open.names()) {
        BOOST_TEST(taken.open.read(name).has_value(), name);
        BOOST_TEST((is_paper(name) || name.find('/') == std::string::npos), name);
        BOOST_TEST((name == "案卷目录.csv" || has(taken.list, name)), name);
    }
    // each act has its row, also one without a document
    auto const rows = std::count(taken.list.begin(), taken.list.end(), '\n');
    BOOST_TEST(static_cast<std::size_t>(rows) > view.at("acts").as_array().size());
    BOOST_TEST(has(taken.list, "归档"));
}

BOOST_AUTO_TEST_CASE(the_papers_that_were_issued_lie_beside_what_was_handed_in)
{
    auto const home = archived();
    package const taken(home + "/files.zip");
    auto const names = taken.open.names();
    auto const papers = district().view("office", home).at("papers").as_array();
    BOOST_TEST(!papers.empty());
    for (auto const& one : papers) {
        std::string const title(one.at("title").as_string());
        auto const found = std::find_if(names.begin(), names.end(), [&](auto const& name) {
            return name.starts_with("公文/") && name.ends_with("-" + title + ".pdf");
        });
        BOOST_TEST_REQUIRE((found != names.end()), title);
        BOOST_TEST(taken.open.read(*found).value_or("").starts_with("%PDF-"), title);
        BOOST_TEST(has(taken.list, *found));
    }
}

BOOST_AUTO_TEST_CASE(the_list_has_the_number_of_the_decision_and_of_the_file)
{
    auto const home = archived();
    package const taken(home + "/files.zip");
    auto const acts = district().view("office", home).at("acts").as_array();
    int told = 0;
    for (auto const& one : acts) {
        auto const* field = one.at("kind").as_string() == "archive.archived" ? "archive_number"
                            : one.at("kind").as_string() == "publication.text_signed"
                                ? "document_number"
                                : nullptr;
        if (!field)
            continue;
        auto const act =
            district().view("office", home + "/acts/" + std::to_string(one.at("seq").as_int64()));
        std::string const number(act.at("body").at(field).as_string());
        BOOST_TEST(has(taken.list, number), number);
        ++told;
    }
    BOOST_TEST(told > 0);
}

BOOST_AUTO_TEST_CASE(the_signing_names_the_version_of_the_draft_that_was_signed)
{
    auto const home = archived();
    package const taken(home + "/files.zip");
    auto const acts = district().view("office", home).at("acts").as_array();
    auto const signing = std::find_if(acts.begin(), acts.end(), [](auto const& one) {
        return one.at("kind").as_string() == "publication.text_signed";
    });
    BOOST_TEST_REQUIRE((signing != acts.end()));
    auto const seq = std::to_string(signing->at("seq").as_int64());
    auto const text = district().view("office", home + "/acts/" + seq).at("body").at("final_text");
    auto const row = taken.list.find("\n" + seq + ",");
    BOOST_TEST_REQUIRE(row != std::string::npos);
    auto const line = taken.list.substr(row + 1, taken.list.find('\n', row + 1) - row - 1);
    BOOST_TEST(has(line, std::string(text.at("hash").as_string())), line);
    auto const names = taken.open.names();
    BOOST_TEST(std::any_of(names.begin(), names.end(), [&](auto const& one) {
        return !one.empty() && has(line, "," + one + ",");
    }));
}

BOOST_AUTO_TEST_CASE(a_file_as_it_stood_has_what_it_had_then)
{
    auto const home = archived();
    auto const first = district().view("office", home + "/acts/1").at("entered_at").as_string();
    package const then(home + "/files.zip?as_of=" + std::string(first).substr(0, 10));
    package const now(home + "/files.zip");
    BOOST_TEST(then.open.names().size() < now.open.names().size());
}

BOOST_AUTO_TEST_CASE(the_page_of_a_case_leads_to_it_and_whoever_may_not_see_the_case_has_none)
{
    auto const home = archived();
    BOOST_TEST(has(district().ask("office", "GET", home).body, home + "/files.zip\""));
    BOOST_TEST(district().ask("admin", "GET", home + "/files.zip").status == 403);
    BOOST_TEST(district().ask("", "GET", home + "/files.zip").status != 200);
    auto const left = district().dir() / "scratch";
    BOOST_TEST((!std::filesystem::exists(left) || std::filesystem::is_empty(left)));
}

BOOST_AUTO_TEST_SUITE_END()
