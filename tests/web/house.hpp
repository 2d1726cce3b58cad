#ifndef JUECE_TESTS_WEB_HOUSE_HPP
#define JUECE_TESTS_WEB_HOUSE_HPP

#include "adapters/soci/clerk.hpp"
#include "tests/scratch_database.hpp"
#include "tests/web/form_type.hpp"
#include "web/office.hpp"
#include "web/practice_clock.hpp"
#include "web/server.hpp"

#include <boost/json.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

// The site over real HTTP, on a small procedure of two chapters' worth of acts.

namespace tests {

namespace soci = adapters::soci;
namespace json = boost::json;
using engine::say;

struct reply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(std::string const& name) const;
    json::object view() const { return json::parse(body).as_object(); }
};

/// The decision table as it is shipped, and the one act of the small procedure that it does not
/// know.
engine::rights built_in_rights();

/// A running site in a directory of its own.
class house {
public:
    /// What the clock of the site may do.
    enum class its_day { stands_still, may_be_set_forward };

    /// `open` sets up ways to sign in before the site runs.
    explicit house(std::function<void(web::entrance&)> const& open = {},
                   its_day day = its_day::stands_still);
    ~house();

    reply raw(std::string const& bytes) const;
    reply send(std::string const& method, std::string const& target, std::string const& headers,
               std::string const& body = "") const;
    json::object sign_in(std::string const& login) const;

    web::entrance& entry() { return entry_; }
    soci::accounts& people() { return people_; }
    soci::database& record() { return record_; }
    std::filesystem::path const& dir() const { return dir_; }
    engine::rights const& entitled() const { return entitled_; }
    /// The header of somebody who is signed in under that role.
    std::string const& as(std::string const& role) const { return bearers_.at(role); }

    static engine::instant now() { return *engine::parse_instant("2024-04-02T02:00:00.000Z"); }
    static inline std::string const json_both =
        "Accept: application/json\r\nContent-Type: application/json\r\n";
    static constexpr char const* password = "correct horse";

private:
    void let_people_in();

    std::filesystem::path dir_;
    scratch_database base_;
    soci::database record_;
    adapters::documents::document_store documents_;
    soci::accounts people_;
    web::entrance entry_;
    soci::reader_pool readers_;
    soci::own_desk desk_;
    engine::procedure_shapes shapes_;
    engine::rule_book book_;
    engine::working_days days_;
    engine::rights entitled_ = built_in_rights();
    adapters::law_text::requirements requirements_;
    boost::asio::io_context loop_;
    web::entry_desk entries_;
    std::unique_ptr<soci::clerk> clerk_;
    std::unique_ptr<web::practice_clock> practice_; ///< null where the day stands still
    std::unique_ptr<web::office> office_;
    std::unique_ptr<web::server> server_;
    std::map<std::string, std::string> bearers_; ///< by role
    std::uint16_t port_ = 0;
    std::thread thread_;
};

/// One house for all tests; each test makes cases of its own.
struct open_house {
    house site;
    std::string clerk, head, clerk_csrf;

    open_house();
    reply open_case(std::string const& act_id, std::string const& body) const;
};

open_house const& here();

} // namespace tests

#endif
