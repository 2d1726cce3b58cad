#include "tests/bench/open_house.hpp"

#include "adapters/soci/accounts.hpp"
#include "adapters/soci/sessions.hpp"
#include "tests/bench/juece_place.hpp"
#include "tests/bench/numbers.hpp"
#include "tests/crash/http_client.hpp"

#include <boost/json.hpp>
#include <stdexcept>

namespace bench {
namespace {

namespace json = boost::json;
namespace soci = adapters::soci;

constexpr char const* who_compiles = "compiler";

/// Bearer tokens by login.
std::map<std::string, std::string> sign_in(soci::database& at, std::set<std::string> const& logins,
                                           engine::instant now)
{
    soci::accounts people(at);
    soci::sessions kept(at);
    std::map<std::string, std::string> made;
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

page_times times_of(onlooker& by, std::string const& path, int times)
{
    page_times found;
    std::size_t size = 0;
    auto const once = [&] {
        return 1e3 * time_of([&] { size = by.get(path, "text/html").size(); });
    };
    found.first_ms = once();
    for (int i = 0; i < times; ++i)
        found.all_ms.push_back(once());
    found.kilobytes = static_cast<double>(size) / 1024;
    return found;
}

} // namespace

open_house::open_house(std::filesystem::path const& juece, soci::place const& at,
                       std::filesystem::path const& log, engine::instant now)
{
    {
        soci::database record(at, soci::opening::must_exist);
        auto const marks = landmarks_of(record, now);
        report_year_ = marks.this_year - 1;
        looks_ = looks_at(marks);
        auto logins = onlookers(looks_);
        logins.insert(who_compiles);
        tokens_ = sign_in(record, logins, now);
    }
    server_ = std::make_unique<tests::server_process>(juece, at.dir, log, surroundings_of(at));
    port_ = server_->wait_for_port();
    if (port_ == 0)
        throw std::runtime_error("the server does not come up; see " + log.string());
}

page_times open_house::look_at(look const& one, int times) const
{
    onlooker by(port_, one.who.empty() ? std::string() : tokens_.at(one.who));
    return times_of(by, by.further(one.path, one.pages_on), times);
}

page_times open_house::fetch_report(std::string const& format, int times) const
{
    onlooker by(port_, tokens_.at(who_compiles));
    return times_of(by, "/reports/" + std::to_string(report_year_) + "/files/report." + format,
                    times);
}

memory open_house::held() const
{
    return memory_of(server_->pid());
}

} // namespace bench
