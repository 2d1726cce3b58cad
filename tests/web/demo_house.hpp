#ifndef JUECE_TESTS_WEB_DEMO_HOUSE_HPP
#define JUECE_TESTS_WEB_DEMO_HOUSE_HPP

#include "adapters/soci/clerk.hpp"
#include "adapters/soci/comment_box.hpp"
#include "tests/scratch_database.hpp"
#include "web/commands/house.hpp"
#include "web/office.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <memory>
#include <string>

namespace tests {

/// What the site answers, without the server in between.
struct site_reply {
    int status = 0;
    web::pairs headers;
    std::string body; ///< or the bytes of the file

    std::string header(std::string_view name) const;
    boost::json::object view() const { return boost::json::parse(body).as_object(); }
};

/// The whole sample district behind its office, in a directory of its own.
class demo_house {
public:
    demo_house();
    ~demo_house();

    /// Asks in the name of a person of the sample; nobody when it is empty.
    site_reply ask(std::string const& login, std::string const& method, std::string const& target,
                   web::pairs headers = {}, std::string body = {});
    /// As ask(), for JSON.
    site_reply json(std::string const& login, std::string const& method, std::string const& target,
                    boost::json::value const& body = nullptr);

    /// What a person reads at an address; fails the test when it is not shown.
    boost::json::object view(std::string const& login, std::string const& target);

    web::office& office() { return *office_; }
    adapters::soci::database& record() { return *record_; }
    /// A case on which all of these acts were entered; fails the test when there is none.
    engine::case_id case_with(std::vector<std::string> const& kinds);
    std::vector<engine::act> acts_of(engine::case_id id);
    std::filesystem::path const& dir() const { return dir_; }

    /// When it begins; each look at the clock is a millisecond later, so that acts have an order.
    static engine::instant now() { return *engine::parse_instant("2026-06-15T02:00:00.000Z"); }

private:
    std::string token_of(std::string const& login);

    std::atomic<int> looks_{0}; ///< at the clock
    std::filesystem::path dir_;
    scratch_database base_;
    std::unique_ptr<web::commands::house_of_law> law_;
    std::unique_ptr<adapters::soci::database> record_;
    std::unique_ptr<adapters::soci::numbering> numbers_;
    std::unique_ptr<adapters::documents::document_store> documents_;
    std::unique_ptr<adapters::soci::accounts> people_;
    std::unique_ptr<web::entrance> entry_;
    std::unique_ptr<adapters::soci::reader_pool> readers_;
    std::unique_ptr<adapters::soci::own_desk> desk_;
    boost::asio::io_context loop_;
    web::entry_desk entries_;
    std::unique_ptr<adapters::soci::clerk> clerk_;
    std::unique_ptr<adapters::soci::comment_box> box_;
    std::unique_ptr<web::office> office_;
    std::map<std::string, std::string> tokens_;
};

/// One for all tests: making it takes seconds.
demo_house& district();

} // namespace tests

#endif
