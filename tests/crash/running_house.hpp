#ifndef JUECE_TESTS_CRASH_RUNNING_HOUSE_HPP
#define JUECE_TESTS_CRASH_RUNNING_HOUSE_HPP

#include "adapters/soci/reader.hpp"
#include "tests/crash/http_client.hpp"
#include "tests/crash/server_process.hpp"
#include "tests/scratch_database.hpp"

#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

// A house whose server is a real process: what crashes and faults do to it is seen from outside.

namespace tests {

/// A directory that goes away with it.
struct scratch_folder {
    explicit scratch_folder(std::string const& name);
    ~scratch_folder();
    scratch_folder(scratch_folder const&) = delete;
    scratch_folder& operator=(scratch_folder const&) = delete;

    std::filesystem::path at;
};

std::string words_of(std::filesystem::path const& file);

/// Tries until it holds, for that long at most; whether it does.
bool comes_true(std::chrono::milliseconds patience, std::function<bool()> const& what);

inline constexpr char const* password_of_all = "a password for tests";

/// What opens a decision.
boost::json::object a_proposal(std::string const& title);

/// Someone of the house at the wire. A sign-in is good for every server on the same record.
class official {
public:
    explicit official(std::string login) : login_(std::move(login)) {}

    /// From now on to the server at that port.
    void turn_to(int port) { wire_ = std::make_unique<http_client>(port); }
    /// The same person at another wire, for another thread.
    official beside(int port) const;
    std::optional<http_answer> sign_in();
    std::string const& token() const { return token_; }
    std::string const& csrf() const { return csrf_; }

    std::optional<http_answer> get(std::string const& path);
    /// Sends the same act as often as it is called.
    std::optional<http_answer> open_case(std::string const& act_id,
                                         std::string const& title = "城区防洪排涝工程方案");
    /// `seen`: only if that is the last act of the case.
    std::optional<http_answer> assign_study(long long on, std::string const& act_id,
                                            std::string const& instruction = "请于七日内提出意见。",
                                            std::optional<long long> seen = {});
    /// Which the law does not allow before the matter was studied.
    std::optional<http_answer> report_start(long long on, std::string const& act_id);
    std::optional<http_answer> upload(std::string const& words);

private:
    std::optional<http_answer> send(std::string const& path, std::string const& act_id,
                                    std::string const& body);
    http_client::headers headers(std::string const& type) const;

    std::string login_;
    std::string token_;
    std::string csrf_;
    std::unique_ptr<http_client> wire_;
};

/// "201 {...", or "no answer".
std::string told(std::optional<http_answer> const& answer);
int status_of(std::optional<http_answer> const& answer);
bool says_when_to_come_back(std::optional<http_answer> const& answer);
boost::json::object view_of(std::optional<http_answer> const& answer);
/// What /metrics says of one number; nothing: it does not.
std::optional<double> count_in(std::string const& metrics, std::string const& name);

/// A data directory with a clerk (区水利局) and a secretary (区政府办公室), on the kind of database
/// that the tests run on, and the server that works with it.
class running_house {
public:
    explicit running_house(std::string const& name);

    /// Starts a server and turns both to it; fails the test when it does not come up.
    void start(surroundings more = {}, std::vector<std::string> const& options = {});
    /// One that may not come up; nobody turns to it.
    std::unique_ptr<server_process> try_to_start(surroundings more = {},
                                                 std::vector<std::string> const& options = {});
    server_process& server() { return *server_; }
    int port() const { return port_; }
    void stop();

    /// Signs both in; fails the test when that does not work.
    void sign_in();

    /// What `juece verify` ends with, and what it says.
    std::pair<int, std::string> verify() const;
    /// Fails the test when it finds anything.
    void must_be_clean(std::string const& when) const;

    adapters::soci::place place() const { return base_.at(data); }
    /// Of the record on the replica of its server.
    std::string url_on_replica() const { return base_.url_on_replica(); }
    /// Asks the record itself.
    long long number(std::string const& select) const;
    std::optional<engine::act> find_act(std::string const& act_id) const;
    /// The ids of all acts that begin so, as often as they are there.
    std::multiset<std::string> acts_like(std::string const& beginning) const;

private:
    scratch_folder home_;
    scratch_database base_;
    std::unique_ptr<server_process> server_;
    int port_ = 0;

public:
    std::filesystem::path const data;
    std::filesystem::path const log;
    official clerk{"clerk"};
    official secretary{"secretary"};
};

/// The clerk and the secretary, in an empty house.
void let_two_people_in(adapters::soci::place const& data);

} // namespace tests

#endif
