#include "tests/crash/history.hpp"
#include "tests/crash/running_house.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

// Many clients act at random on few cases; afterwards one order of acts for each case must explain
// all that they were told. On SQLite one process serves, on PostgreSQL three do, of which one dies
// and comes back meanwhile; whoever had no answer sends the same again to another.
//
// JUECE_HISTORY_SECONDS: how long (4); JUECE_SEED: the random numbers of a run before.

using namespace std::chrono_literals;
using fate = tests::sent_act::fate;

BOOST_AUTO_TEST_SUITE(concurrency_test)

namespace {

constexpr std::size_t clients = 10;
constexpr std::size_t few_cases = 3;

unsigned from_environment(char const* name, unsigned otherwise)
{
    auto const* value = std::getenv(name);
    return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

tests::moment now()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

/// Where servers are; one that died has another port when it is back.
class ports {
public:
    explicit ports(std::vector<int> all) : all_(std::move(all)) {}
    int one_of(std::mt19937& chance)
    {
        std::lock_guard const hold(door_);
        return all_[chance() % all_.size()];
    }
    void replace(std::size_t which, int port)
    {
        std::lock_guard const hold(door_);
        all_[which] = port;
    }

private:
    std::mutex door_;
    std::vector<int> all_;
};

/// What was sent, to be sent again as it was.
struct wish {
    std::string act_id;
    long long on = 0;
    std::optional<long long> seen;
    bool is_unlawful = false;
};

class client {
public:
    client(unsigned seed, tests::official const& person, std::vector<long long> const& cases,
           ports& servers)
        : chance_(seed), name_("history-" + std::to_string(seed)), person_(person), cases_(cases),
          servers_(servers)
    {}

    void work(std::chrono::steady_clock::time_point until)
    {
        auto wire = person_.beside(servers_.one_of(chance_));
        while (std::chrono::steady_clock::now() < until) {
            if (chance_() % 20 == 0)
                wire = person_.beside(servers_.one_of(chance_));
            if (!step(wire)) {
                std::this_thread::sleep_for(20ms);
                wire = person_.beside(servers_.one_of(chance_));
            }
        }
    }

    tests::history const& seen() const { return seen_; }
    std::vector<std::string> const& wrong() const { return wrong_; }

private:
    /// False when no answer came.
    bool step(tests::official& wire)
    {
        auto const on = cases_[chance_() % cases_.size()];
        auto const which = chance_() % 100;
        if (which < 20)
            return look_at(wire, on);
        if (which < 35 && !sent_.empty())
            return send(wire, sent_[chance_() % sent_.size()]);
        wish one{name_ + "-" + std::to_string(sent_.size()), on, {}, which >= 92};
        if (which < 65 && last_seen_.count(on) > 0)
            one.seen = last_seen_.at(on);
        sent_.push_back(one);
        return send(wire, one);
    }

    bool look_at(tests::official& wire, long long on)
    {
        tests::look one{.on = on, .sent = now()};
        auto const answer = wire.get("/cases/" + std::to_string(on));
        one.answered = now();
        if (!answer)
            return false;
        if (answer->status == 200) {
            one.version = view_of(answer).at("version").as_int64();
            last_seen_[on] = one.version;
            seen_.looks.push_back(one);
        } else if (answer->status != 503)
            wrong_.push_back("a look was answered " + told(answer));
        return true;
    }

    bool send(tests::official& wire, wish const& what)
    {
        tests::sent_act one{.act_id = what.act_id, .on = what.on, .sent = now(), .seen = what.seen};
        auto const answer = what.is_unlawful
                                ? wire.report_start(what.on, what.act_id)
                                : wire.assign_study(what.on, what.act_id, "请研究。", what.seen);
        if (answer)
            note(one, what, *answer);
        seen_.acts.push_back(one);
        return answer.has_value();
    }

    void note(tests::sent_act& one, wish const& what, tests::http_answer const& answer)
    {
        auto const said = view_of(answer);
        if (answer.status == 200 || answer.status == 201) {
            one.is = fate::admitted;
            one.answered = now();
            one.on = said.at("case").as_int64();
            one.seq = said.at("seq").as_int64();
            one.repeated = said.at("repeated").as_bool();
            if (one.repeated != (answer.status == 200))
                wrong_.push_back("status and words differ: " + told(answer));
            if (what.is_unlawful)
                wrong_.push_back("an unlawful act was admitted: " + told(answer));
        } else if (answer.status == 409 && said.contains("version")) {
            one.is = fate::stale;
            one.answered = now();
            one.version = said.at("version").as_int64();
            last_seen_[one.on] = one.version;
        } else if (answer.status == 422 && what.is_unlawful) {
            one.is = fate::refused;
            one.answered = now();
        } else if (answer.status != 503) // then nobody knows, and it is sent again sooner or later
            wrong_.push_back(what.act_id + " was answered " + told(answer));
    }

    std::mt19937 chance_;
    std::string name_;
    tests::official const& person_;
    std::vector<long long> const& cases_;
    ports& servers_;
    std::vector<wish> sent_;
    std::map<long long, long long> last_seen_;
    tests::history seen_;
    std::vector<std::string> wrong_;
};

/// The further servers on the same record, beside the one of the house.
class more_servers {
public:
    more_servers(tests::running_house& house, std::size_t how_many) : house_(house)
    {
        for (std::size_t i = 0; i < how_many; ++i) {
            all_.push_back(house.try_to_start());
            ports_.push_back(all_.back()->wait_for_port());
            BOOST_REQUIRE_MESSAGE(ports_.back() > 0, "a further server does not come up: "
                                                         << tests::words_of(house.log));
        }
    }
    std::vector<int> const& ports() const { return ports_; }

    /// The last one dies and another comes in its place, whose port it is.
    int replace_last()
    {
        all_.back()->kill_at_once();
        all_.back() = house_.try_to_start();
        return all_.back()->wait_for_port();
    }

private:
    tests::running_house& house_;
    std::vector<std::unique_ptr<tests::server_process>> all_;
    std::vector<int> ports_;
};

tests::recorded_cases on_record(adapters::soci::place const& at,
                                std::vector<long long> const& cases)
{
    adapters::soci::database const db(at, adapters::soci::opening::must_exist);
    adapters::soci::reader record(db, engine::clearance::of_the_record());
    tests::recorded_cases all;
    for (auto const id : cases)
        for (auto const& act : record.acts_of(engine::case_id{id}))
            all[id].push_back({act.act_id, act.seq});
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(one_order_of_acts_for_each_case_explains_what_everybody_was_told)
{
    auto const seed = from_environment("JUECE_SEED", std::random_device{}());
    auto const seconds = from_environment("JUECE_HISTORY_SECONDS", 4);
    std::cout << "JUECE_SEED=" << seed << " JUECE_HISTORY_SECONDS=" << seconds << std::endl;
    std::mt19937 chance(seed);
    tests::running_house house("juece-history");
    house.start();
    house.sign_in();
    std::vector<long long> cases;
    tests::history all;
    for (std::size_t i = 0; i < few_cases; ++i) {
        tests::sent_act opening{.act_id = "history-case-" + std::to_string(i), .sent = now()};
        auto const answer = house.clerk.open_case(opening.act_id);
        BOOST_REQUIRE_MESSAGE(status_of(answer) == 201, told(answer));
        opening.answered = now();
        opening.is = fate::admitted;
        opening.on = view_of(answer).at("case").as_int64();
        opening.seq = 1;
        cases.push_back(opening.on);
        all.acts.push_back(opening);
    }

    more_servers further(house, tests::on_postgresql() ? 2 : 0);
    auto known = further.ports();
    known.insert(known.begin(), house.port());
    ports servers(known);
    std::vector<std::unique_ptr<client>> everybody;
    for (std::size_t i = 0; i < clients; ++i)
        everybody.push_back(std::make_unique<client>(static_cast<unsigned>(chance()),
                                                     house.secretary, cases, servers));
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::vector<std::thread> at_work;
    for (auto& one : everybody)
        at_work.emplace_back([&one, until] { one->work(until); });
    int back_at = 1;
    if (known.size() > 1) {
        std::this_thread::sleep_for(std::chrono::milliseconds(seconds * 400));
        back_at = further.replace_last();
        if (back_at > 0)
            servers.replace(known.size() - 1, back_at);
    }
    for (auto& one : at_work)
        one.join();
    BOOST_TEST(back_at > 0, "a server that died does not come up: " << tests::words_of(house.log));

    for (auto const& one : everybody) {
        for (auto const& words : one->wrong())
            BOOST_ERROR(words);
        auto const& seen = one->seen();
        all.acts.insert(all.acts.end(), seen.acts.begin(), seen.acts.end());
        all.looks.insert(all.looks.end(), seen.looks.begin(), seen.looks.end());
    }
    for (auto const& words : what_cannot_be(all, on_record(house.place(), cases)))
        BOOST_ERROR(words);
    std::map<fate, std::size_t> fates;
    for (auto const& one : all.acts)
        ++fates[one.is];
    std::cout << known.size() << " processes, " << clients << " clients: " << all.acts.size()
              << " acts sent (" << fates[fate::admitted] << " admitted, " << fates[fate::refused]
              << " refused, " << fates[fate::stale] << " stale, " << fates[fate::unknown]
              << " without an answer), " << all.looks.size() << " looks" << std::endl;
    BOOST_TEST(fates[fate::admitted] > few_cases, "hardly anything happened");
    BOOST_TEST(fates[fate::stale] > 0U, "nobody competed");
    house.must_be_clean("after all that");
}

BOOST_AUTO_TEST_SUITE_END()
