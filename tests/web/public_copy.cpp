#include "web/public_copy.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/files/renewed_directory.hpp"
#include "adapters/soci/own_desk.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

// The sample district as plain files: what is in them, and what is not.

namespace fs = std::filesystem;
namespace store = adapters::soci;
using tests::district;

namespace {

constexpr char const* server = "https://juece.example.gov.cn";

/// The copy of the sample, written once.
class copied_district {
public:
    copied_district() : dir_(district().dir() / "copy")
    {
        adapters::files::renewed_directory into(dir_);
        write(into.place());
        into.take_its_place();
    }

    web::copy_extent write(fs::path const& into)
    {
        auto& of = district();
        boost::asio::io_context loop;
        web::entry_desk entries(loop.get_executor());
        store::accounts people(of.record());
        web::entrance entry(of.record(), people);
        store::reader_pool readers(of.record(), 1);
        store::own_desk desk(of.record());
        auto const now = of.office().with().clock();
        web::office site({.people = people,
                          .entry = entry,
                          .readers = readers,
                          .documents = of.office().with().documents,
                          .law = of.office().with().law,
                          .requirements = of.office().with().requirements,
                          .entries = entries,
                          .clock = [now] { return now; },
                          .dir = of.dir(),
                          .desk = desk,
                          .reading_threads = 1,
                          .program = JUECE_BINARY,
                          .address = server,
                          .copying = true});
        extent = web::public_copy(site, loop, into).write();
        entry.log.stop();
        return extent;
    }

    std::vector<std::string> files() const
    {
        std::vector<std::string> all;
        for (auto const& one : fs::recursive_directory_iterator(dir_))
            if (one.is_regular_file())
                all.push_back(fs::relative(one.path(), dir_).string());
        std::sort(all.begin(), all.end());
        return all;
    }
    std::string text(std::string const& file) const
    {
        return adapters::files::read_file(dir_ / file);
    }
    fs::path const& dir() const { return dir_; }

    web::copy_extent extent;

private:
    fs::path dir_;
};

copied_district& copy()
{
    static copied_district one;
    return one;
}

std::vector<std::string> links_in(std::string const& text)
{
    std::vector<std::string> all;
    for (std::string const begin : {" href=\"", " src=\""})
        for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
            auto const from = at + begin.size();
            all.push_back(text.substr(from, text.find('"', from) - from));
        }
    return all;
}

bool is_page(std::string const& file)
{
    return file.ends_with(".html") || file.ends_with(".atom");
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_copy)

BOOST_AUTO_TEST_CASE(every_link_of_the_copy_leads_to_a_file_of_it_or_to_the_server)
{
    std::set<std::string> reached{"index.html", ".juece-copy"};
    long long to_server = 0;
    for (auto const& file : copy().files()) {
        if (!is_page(file))
            continue;
        for (auto const& link : links_in(copy().text(file))) {
            if (link.starts_with("https://") || link.starts_with("http://") ||
                link.starts_with('#')) {
                to_server += link.starts_with(server);
                continue;
            }
            auto const plain = web::percent_decoded(link.substr(0, link.find('#')), false);
            BOOST_TEST_REQUIRE(plain.has_value(), file << " " << link);
            BOOST_TEST(!plain->starts_with('/'), file << " " << link);
            auto const at = (fs::path(file).parent_path() / *plain).lexically_normal();
            BOOST_TEST(fs::is_regular_file(copy().dir() / at), file << " leads to " << link);
            reached.insert(at.string());
        }
    }
    BOOST_TEST(to_server > 0);
    for (auto const& file : copy().files())
        BOOST_TEST(reached.contains(file), file << " is reached from nowhere");
}

BOOST_AUTO_TEST_CASE(all_that_the_public_reads_is_there_in_both_languages)
{
    auto const files = copy().files();
    auto const has = [&](std::string const& file) {
        return std::find(files.begin(), files.end(), file) != files.end();
    };
    for (auto const* file :
         {"index.html", "consultations.html", "hearings.html", "decisions.html", "catalogue.html",
          "normative-documents.html", "receipts.html", "feed.atom", "open-data/consultations.csv",
          "open-data/consultations.json", "open-data/decisions.csv", "open-data/decisions.json"}) {
        BOOST_TEST(has(file), file);
        BOOST_TEST(has(std::string("en/") + file), "en/" << file);
    }
    BOOST_TEST(has("static/juece.css"));
    BOOST_TEST(copy().text("en/index.html").find("<html lang=\"en\"") != std::string::npos);
    BOOST_TEST(copy().text("consultations-2.html").find("</html>") != std::string::npos);
    BOOST_TEST(copy().extent.pages + copy().extent.files + 1 ==
               static_cast<long long>(files.size()));
    // Reports with their pictures, catalogues by year, and documents as they were published.
    auto const any = [&](std::string const& begin, std::string const& end) {
        return std::any_of(files.begin(), files.end(), [&](std::string const& one) {
            return one.starts_with(begin) && one.ends_with(end);
        });
    };
    BOOST_TEST(any("reports/", "/picture.pdf"));
    BOOST_TEST(any("reports/", "/report.docx"));
    BOOST_TEST(any("catalogue/2", ".html"));
    BOOST_TEST(any("matters/", "（草案第1稿）.txt"));
}

BOOST_AUTO_TEST_CASE(nothing_in_the_copy_needs_the_server)
{
    for (auto const& file : copy().files()) {
        if (!is_page(file))
            continue;
        auto const text = copy().text(file);
        for (auto const* never : {"<form", "<script", "<button", "/looks?", "/sign-in", "csrf"})
            BOOST_TEST(text.find(never) == std::string::npos, file << " has " << never);
    }
    auto const all = district().view("", "/public").at("consultations").as_array();
    auto const open = std::find_if(all.begin(), all.end(), [](boost::json::value const& one) {
        return one.at("consultation").at("open").as_bool();
    });
    BOOST_TEST_REQUIRE((open != all.end()));
    auto const page = copy().text("matters/" + std::to_string(open->at("id").as_int64()) + ".html");
    BOOST_TEST(page.find(std::string(server) + "/public/matters/") != std::string::npos);
    BOOST_TEST(page.find("电话、信函") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_sample_has_a_hearing_to_apply_for)
{
    auto const open = district().view("", "/public/hearings").at("open_hearings").as_array();
    auto const applies = [](boost::json::value const& one) {
        return !one.at("hearing").at("apply_href").as_string().empty();
    };
    auto const found = std::find_if(open.begin(), open.end(), applies);
    BOOST_TEST((found != open.end()));
    BOOST_TEST(copy().text("hearings.html").find("正在报名") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_case_that_is_kept_from_the_public_is_in_the_copy)
{
    std::vector<std::string> hidden;
    std::set<std::string> shown;
    for (long long id = 1; id <= 100; ++id) {
        auto const entry = store::reader(district().record(), engine::clearance::of_the_record())
                               .find_case(engine::case_id{id});
        if (!entry || engine::family_of(entry->head.line.shape) != "major_decision")
            continue;
        auto const acts = district().acts_of({id});
        if (acts.empty() || acts.front().origin != engine::entered_as_demo)
            continue; // what other tests left, or damaged
        auto const page = "/public/matters/" + std::to_string(id);
        auto const is_public = district().json("", "GET", page).status == 200;
        BOOST_TEST(fs::exists(copy().dir() / ("matters/" + std::to_string(id) + ".html")) ==
                       is_public,
                   page);
        if (is_public)
            shown.insert(entry->summary.title);
        else
            hidden.push_back(entry->summary.title);
    }
    BOOST_TEST_REQUIRE(hidden.size() > 2u);
    for (auto const& file : copy().files()) {
        auto const text = copy().text(file);
        BOOST_TEST(text.find("JC20") == std::string::npos, file);
        // A catalogue names the matters of its year, a report those that it tells of.
        if (file.find("catalogue") != std::string::npos ||
            file.find("reports") != std::string::npos)
            continue;
        for (auto const& title : hidden)
            BOOST_TEST((shown.contains(title) || text.find(title) == std::string::npos),
                       file << " names " << title);
    }
}

BOOST_AUTO_TEST_CASE(names_in_the_copy_are_masked_as_on_the_pages)
{
    auto const on = district().case_with({"hearing.listed"});
    auto const names = [&] {
        std::vector<std::string> all;
        for (auto const& act : district().acts_of(on))
            if (act.kind == "hearing.listed")
                for (auto const& one : act.body.at("people").as_array())
                    all.emplace_back(one.at("name").as_string());
        return all;
    }();
    BOOST_TEST_REQUIRE(!names.empty());
    for (auto const* folder : {"", "en/"}) {
        auto const page = copy().text(folder + ("matters/" + std::to_string(on.value) + ".html"));
        for (auto const& name : names)
            BOOST_TEST(page.find(name) == std::string::npos, folder << name);
    }
}

BOOST_AUTO_TEST_CASE(a_copy_that_breaks_off_leaves_the_older_one_and_a_new_one_replaces_it_whole)
{
    auto const target = district().dir() / "renewed";
    auto const put = [](fs::path const& dir, char const* name) {
        std::ofstream(dir / name) << name;
    };
    {
        adapters::files::renewed_directory first(target);
        put(first.place(), "old");
        first.take_its_place();
    }
    {
        adapters::files::renewed_directory broken_off(target);
        put(broken_off.place(), "half");
        BOOST_CHECK_THROW(adapters::files::renewed_directory{target}, std::runtime_error);
    }
    BOOST_TEST(fs::exists(target / "old"));
    BOOST_TEST(!fs::exists(target / "half"));
    {
        adapters::files::renewed_directory second(target);
        put(second.place(), "new");
        BOOST_TEST(fs::exists(target / "old"));
        second.take_its_place();
    }
    BOOST_TEST(fs::exists(target / "new"));
    BOOST_TEST(!fs::exists(target / "old"));
    // Beside it nothing is left.
    for (auto const& one : fs::directory_iterator(district().dir()))
        BOOST_TEST(!one.path().filename().string().starts_with(".renewed"), one.path());
    auto const other = district().dir() / "other";
    fs::create_directory(other);
    put(other, "of somebody");
    BOOST_CHECK_THROW(adapters::files::renewed_directory{other}, std::runtime_error);
    BOOST_TEST(fs::exists(other / "of somebody"));
}

BOOST_AUTO_TEST_CASE(addresses_become_names_that_say_what_they_are)
{
    using web::copied_page;
    BOOST_TEST(web::file_of({"/public", "zh"}) == "index.html");
    BOOST_TEST(web::file_of({"/public/matters/7", "en"}) == "en/matters/7.html");
    BOOST_TEST(web::file_of({"/public/catalogue/2026?unit=gov", "zh"}) ==
               "catalogue/2026-gov.html");
    BOOST_TEST(web::file_of({"/public/open-data/catalogue-2026.csv?unit=gov", "zh"}) ==
               "open-data/catalogue-2026-gov.csv");
    copied_page const list{"/public/decisions?after=2024-04-02.7.12", "zh", 2};
    auto const next = web::page_behind(list, "/public/decisions?after=2023-04-02.7.12");
    BOOST_TEST(web::file_of(next) == "decisions-3.html");
    BOOST_TEST(web::file_of(web::page_behind(list, "/looks?language=en&back=x")) ==
               "en/decisions-2.html");
    BOOST_TEST(web::way_between("en/matters/7.html", "matters/7/草案.txt") ==
               "../../matters/7/%E8%8D%89%E6%A1%88.txt");
    BOOST_TEST(web::way_between("en/matters/7.html", "en/index.html") == "../index.html");
    BOOST_TEST(web::way_between("en/index.html", "en/matters/7.html") == "matters/7.html");
    BOOST_TEST(web::name_in_copy("../../etc/passwd") == "passwd");
    BOOST_TEST(web::name_in_copy(".htaccess") == "_.htaccess");
    BOOST_TEST(web::name_in_copy("a:b?.txt") == "a_b_.txt");
    BOOST_TEST(web::name_in_copy("").size() == 1u);
    std::string long_name;
    for (int i = 0; i < 200; ++i)
        long_name += "案";
    auto const cut = web::name_in_copy(long_name + ".docx");
    BOOST_TEST((cut.size() <= 180 && cut.ends_with("案.docx")), cut);
}

BOOST_AUTO_TEST_SUITE_END()
