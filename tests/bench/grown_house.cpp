#include "tests/bench/grown_house.hpp"

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/recount_figures.hpp"
#include "adapters/soci/sessions.hpp"
#include "tests/bench/juece_place.hpp"
#include "tests/bench/load.hpp"
#include "tests/bench/looks.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"

#include <boost/json.hpp>
#include <map>
#include <stdexcept>
#include <thread>

namespace bench {
namespace {

namespace json = boost::json;
namespace soci = adapters::soci;

/// What the pages of a list or of figures are to answer in.
constexpr double wanted_ms = 20;

/// Bearer tokens by login.
using tokens = std::map<std::string, std::string>;

tokens sign_in(soci::database& at, std::set<std::string> const& logins, engine::instant now)
{
    soci::accounts people(at);
    soci::sessions kept(at);
    tokens made;
    for (auto const& login : logins) {
        auto const who = people.find_person(login);
        auto const seats = who ? people.appointments_of(who->id, engine::legal_day(now))
                               : std::vector<soci::appointment>();
        if (seats.empty())
            throw std::runtime_error("nobody of the sample is " + login);
        made[login] = kept.start(who->id, seats.front().id, now).token;
    }
    return made;
}

/// Somebody at one connection.
class onlooker {
public:
    onlooker(int port, std::string token) : wire_(port), token_(std::move(token)) {}

    std::string get(std::string const& path, char const* as)
    {
        tests::http_client::headers headers = {{"Accept", as}};
        if (!token_.empty())
            headers.emplace_back("Authorization", "Bearer " + token_);
        auto got = wire_.ask("GET", path, headers);
        if (!got || got->status != 200)
            throw std::runtime_error(path + " was answered with " +
                                     std::to_string(got ? got->status : 0));
        return std::move(got->body);
    }

    /// The path so many pages further in a list, or of its last page.
    std::string further(std::string path, int pages)
    {
        for (; pages > 0; --pages) {
            auto const view = json::parse(get(path, "application/json"));
            auto const* next = view.as_object().if_contains("next");
            if (!next || !next->is_string() || next->get_string().empty())
                break;
            path = std::string(next->get_string());
        }
        return path;
    }

private:
    tests::http_client wire_;
    std::string token_;
};

struct page_times {
    double first_ms = 0;
    std::vector<double> all_ms; ///< after the first
    double kilobytes = 0;
};

page_times times_of(onlooker& by, std::string const& path, int looks)
{
    page_times found;
    std::size_t size = 0;
    auto const once = [&] {
        return 1e3 * time_of([&] { size = by.get(path, "text/html").size(); });
    };
    found.first_ms = once();
    for (int i = 0; i < looks; ++i)
        found.all_ms.push_back(once());
    found.kilobytes = static_cast<double>(size) / 1024;
    return found;
}

void measure_pages(int port, std::vector<look> const& looks, tokens const& known, int many,
                   report& out)
{
    out.head({"page", "who looks", "first ms", "p50 ms", "p95 ms", "max ms", "kB"});
    std::size_t within = 0;
    double slowest_ms = 0;
    std::string slowest;
    for (auto const& one : looks) {
        onlooker by(port, one.who.empty() ? std::string() : known.at(one.who));
        auto const took = times_of(by, by.further(one.path, one.pages_on), many);
        auto const p95 = percentile(took.all_ms, 0.95);
        out.row({one.what, one.who.empty() ? "the public" : one.who, in_words(took.first_ms),
                 in_words(median(took.all_ms)), in_words(p95), in_words(percentile(took.all_ms, 1)),
                 in_words(took.kilobytes)});
        within += p95 < wanted_ms;
        if (p95 > slowest_ms) {
            slowest_ms = p95;
            slowest = one.what;
        }
    }
    out.line("");
    out.line(std::to_string(within) + " of " + std::to_string(looks.size()) +
             " pages answer with a p95 under " + in_words(wanted_ms) + " ms; the slowest is \"" +
             slowest + "\" with " + in_words(slowest_ms) + " ms.");
    out.line("");
}

void measure_report_files(int port, int year, std::string const& token, report& out)
{
    constexpr int times = 5;
    out.head({"report of " + std::to_string(year) + " as", "first ms", "median ms", "kB"});
    double first = 0;
    double usual = 0;
    for (auto const* format : {"docx", "pdf", "md", "xlsx", "csv", "json"}) {
        onlooker by(port, token);
        auto const took =
            times_of(by, "/reports/" + std::to_string(year) + "/files/report." + format, times);
        out.row({format, in_words(took.first_ms), in_words(median(took.all_ms)),
                 in_words(took.kilobytes)});
        first += took.first_ms;
        usual += median(took.all_ms);
    }
    out.row({"all", in_words(first), in_words(usual), ""});
    out.line("");
}

void measure_server(grown_terms const& terms, engine::instant now, report& out)
{
    tokens known;
    std::vector<look> looks;
    landmarks marks;
    {
        soci::database at(terms.at, soci::opening::must_exist);
        marks = landmarks_of(at, now);
        looks = looks_at(marks);
        auto logins = onlookers(looks);
        logins.insert("compiler");
        known = sign_in(at, logins, now);
    }
    tests::server_process server(terms.juece, terms.at.dir, terms.log, surroundings_of(terms.at));
    auto const port = server.wait_for_port();
    if (port == 0)
        throw std::runtime_error("the server does not come up; see " + terms.log.string());
    measure_pages(port, looks, known, terms.looks, out);
    measure_report_files(port, marks.this_year - 1, known.at("compiler"), out);
    auto const held = memory_of(server.pid());
    out.line(
        "Memory of the server after that: " + in_words(static_cast<double>(held.now_kb) / 1024) +
        " MB, at most " + in_words(static_cast<double>(held.most_kb) / 1024) + " MB.");
    out.line("");
}

double seconds_of_verify(grown_terms const& terms)
{
    std::string said;
    int code = 0;
    auto const took = time_of([&] {
        tests::child_process verify(
            {terms.juece.string(), "verify", "--data", terms.at.dir.string()}, terms.log,
            surroundings_of(terms.at));
        said = verify.read_all();
        code = verify.wait();
    });
    if (code != 0)
        throw std::runtime_error("verify found: " + said);
    return took;
}

long long count_acts(soci::database const& at)
{
    soci::reader all(at, engine::clearance::of_the_record());
    long long acts = 0;
    std::optional<long long> before;
    do {
        auto const found = all.list_cases({}, before, 5'000);
        for (auto const& one : found.rows)
            acts += one.head.version;
        before = found.next;
    } while (before);
    return acts;
}

void measure_proof(grown_terms const& terms, engine::law_in_force law, report& out)
{
    soci::database at(terms.at, soci::opening::must_exist);
    auto const acts = static_cast<double>(count_acts(at));
    out.head({"whole record", "s", "acts/s"});
    auto const row = [&](char const* what, double took) {
        out.row({what, in_words(took), in_words(acts / took)});
    };
    row("juece verify", seconds_of_verify(terms));
    row("figures counted anew from the acts", time_of([&] {
            auto const found = soci::recount_figures(at, law, std::thread::hardware_concurrency());
            if (found.mended > 0 || found.sums_mended || found.unreadable > 0)
                throw std::runtime_error("figures were not those of the acts");
        }));
    if (terms.rebuilds)
        row("all derived rows written anew", time_of([&] { soci::rebuild(at, law); }));
    out.line("");
}

} // namespace

void measure_grown(grown_terms const& terms, engine::law_in_force law, engine::instant now,
                   report& out)
{
    measure_server(terms, now, out);
    measure_proof(terms, law, out);
}

} // namespace bench
