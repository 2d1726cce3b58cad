#include "tests/bench/contender.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/soci/due_days.hpp"
#include "tests/bench/juece_place.hpp"
#include "tests/bench/sample_house.hpp"
#include "web/commands/house.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace bench {
namespace {

namespace json = boost::json;
namespace soci = adapters::soci;

/// Why a server did not come up, as its log has it: the line that names an error, or the last one.
std::string reason_in(std::filesystem::path const& log)
{
    std::ifstream file(log);
    std::string found = "it says nothing";
    for (std::string line; std::getline(file, line);) {
        if (line.empty())
            continue;
        found = line;
        if (line.find("Error") != std::string::npos)
            break;
    }
    return found;
}

class juece : public contender {
public:
    juece(bool postgresql, terms const& chosen, engine::law_in_force law)
        : on_postgresql_(postgresql), chosen_(chosen), law_(law)
    {}

    std::string name() const override
    {
        return on_postgresql_ ? "Juece on PostgreSQL" : "Juece on SQLite";
    }
    std::string keeps() const override
    {
        return on_postgresql_ ? "PostgreSQL" : "SQLite, WAL, synchronous=FULL";
    }
    bool needs_server() const override { return on_postgresql_; }

    running_server start(workplace& work) override
    {
        if (!place_)
            furnish(work);
        auto server = std::make_unique<tests::server_process>(
            chosen_.juece, place_->dir, work.at / (name() + ".log"), surroundings_of(*place_));
        auto const port = server->wait_for_port();
        if (port == 0)
            throw std::runtime_error(reason_in(work.at / (name() + ".log")));
        return {std::move(server), port};
    }
    unit_of_work const& ten_steps() const override { return ten_acts_; }
    unit_of_work const& approval() const override { return approval_; }

private:
    void furnish(workplace& work)
    {
        place_ = work.place_for(name(), on_postgresql_);
        auto const now = web::commands::now();
        soci::database at(*place_);
        soci::follow_law(at, law_, now);
        add_sample_people(at, law_, now);
        ten_acts_ = ten_acts(at, law_, now);
        approval_ = bench::approval(at, law_, now);
    }

    bool on_postgresql_;
    terms const& chosen_;
    engine::law_in_force law_;
    std::optional<soci::place> place_;
    unit_of_work ten_acts_;
    unit_of_work approval_;
};

/// As package-lock.json has it.
std::string version_of(std::string const& package, std::filesystem::path const& peers)
{
    auto const lock = json::parse(adapters::files::read_file(peers / "package-lock.json"));
    return std::string(lock.at("packages").at("node_modules/" + package).at("version").as_string());
}

class installed_peer : public contender {
public:
    installed_peer(peer_server what, terms const& chosen)
        : what_(std::move(what)), peers_(chosen.here / "peers"),
          name_(what_.package + " " + version_of(what_.package, peers_))
    {}

    std::string name() const override { return name_; }
    std::string keeps() const override { return what_.keeps; }
    bool needs_server() const override { return what_.needs_postgresql; }

    /// With nothing on file.
    running_server start(workplace& work) override
    {
        auto const turn = what_.script + "-" + std::to_string(++turns_);
        auto const place = work.place_for(turn, what_.needs_postgresql);
        auto const log = place.dir / "log";
        auto server = std::make_unique<tests::child_process>(
            std::vector<std::string>{"node", (peers_ / what_.script).string(),
                                     place.is_file() ? place.dir.string() : place.url},
            log);
        auto const port = server->wait_for_port();
        if (port == 0)
            throw std::runtime_error(reason_in(log));
        return {std::move(server), port};
    }
    unit_of_work const& ten_steps() const override { return what_.ten_steps; }
    unit_of_work const& approval() const override { return what_.approval; }

private:
    peer_server what_;
    std::filesystem::path peers_;
    std::string name_;
    int turns_ = 0;
};

} // namespace

std::unique_ptr<contender> juece_on(bool postgresql, terms const& chosen, engine::law_in_force law)
{
    return std::make_unique<juece>(postgresql, chosen, law);
}

std::unique_ptr<contender> peer(peer_server what, terms const& chosen)
{
    return std::make_unique<installed_peer>(std::move(what), chosen);
}

} // namespace bench
