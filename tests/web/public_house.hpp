#ifndef JUECE_TESTS_WEB_PUBLIC_HOUSE_HPP
#define JUECE_TESTS_WEB_PUBLIC_HOUSE_HPP

#include "adapters/calendar/load_calendar.hpp"
#include "adapters/demo/storyteller.hpp"
#include "adapters/rights/load_rights.hpp"
#include "adapters/rules/load_rules.hpp"
#include "adapters/soci/own_desk.hpp"
#include "tests/scratch_database.hpp"
#include "tests/web/form_type.hpp"
#include "web/office.hpp"
#include "web/server.hpp"

#include <boost/json.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

// A running site with the real law and a few decisions told by the storyteller, for the tests of
// the pages for everybody.

namespace tests {

struct public_reply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(std::string const& name) const;
    boost::json::object view() const { return boost::json::parse(body).as_object(); }
    bool says(std::string_view words) const { return body.find(words) != std::string::npos; }
};

/// A decision that was told into the record.
struct told_decision {
    engine::case_id id;
    std::string title;
    adapters::demo::telling told;
    engine::instant last; ///< when its last act was entered

    std::string at() const { return "/public/matters/" + std::to_string(id.value); }
    std::string home() const { return "/cases/" + std::to_string(id.value); }
    /// The hash of a document that the first act of a kind names.
    std::string document(std::string_view kind, std::string_view member) const;
};

class public_house {
public:
    public_house() : public_house(std::filesystem::path()) {}
    /// The program opens documents apart; empty: nobody does.
    explicit public_house(std::filesystem::path const& program);
    ~public_house();

    /// Tells a decision until the act of this kind; the clock stands where it stood.
    told_decision tell(std::string const& title, std::set<std::string, std::less<>> traits,
                       std::string const& until, std::set<std::string, std::less<>> turns = {});

    public_reply send(std::string const& method, std::string const& target,
                      std::string const& headers, std::string const& body = "") const;
    public_reply get(std::string const& target, std::string const& headers = html) const
    {
        return send("GET", target, headers);
    }
    public_reply post(std::string const& target, web::pairs const& fields,
                      std::string const& headers) const;
    /// The token of a form; the clock goes on by what a hand would take.
    std::string token(std::string const& form);
    /// Sends an opinion as a hand would; gives the answer.
    public_reply opinion(told_decision const& on, web::pairs fields);

    /// Headers of a signed-in person, and the secret of their forms.
    struct seat {
        std::string headers;
        std::string csrf;
    };
    seat sign_in(std::string const& login) const;
    /// Enters an act as a program does that has seen the case as it stands; fails the test where it
    /// is not entered.
    void enters(std::string const& login, told_decision const& on, std::string const& kind,
                boost::json::object body);
    /// "mayor" heads the government, and the clock stands at least an hour after that instant.
    void gets_a_head(engine::instant after);

    engine::instant clock;
    adapters::soci::database& record() { return record_; }
    web::office& site() { return *office_; }
    boost::asio::io_context& loop() { return loop_; }
    std::uint16_t port() const { return port_; }
    engine::law_in_force law() const { return {shapes_, packs_.book, days_.days, entitled_}; }
    adapters::documents::document_store& documents() { return documents_; }
    std::filesystem::path const& dir() const { return dir_; }

    static inline std::string const html = "Accept: text/html\r\n";
    static inline std::string const json = "Accept: application/json\r\n";

private:
    public_reply raw(std::string const& bytes) const;

    std::filesystem::path dir_;
    scratch_database base_;
    adapters::soci::database record_;
    adapters::documents::document_store documents_;
    adapters::soci::accounts people_;
    web::entrance entry_;
    adapters::soci::reader_pool readers_;
    adapters::soci::own_desk desk_;
    engine::procedure_shapes shapes_;
    adapters::rules::loaded_rules packs_;
    adapters::calendar::loaded_calendar days_;
    engine::rights entitled_;
    adapters::law_text::requirements requirements_;
    adapters::demo::officials officials_;
    boost::asio::io_context loop_;
    web::entry_desk entries_;
    std::unique_ptr<adapters::soci::clerk> clerk_;
    std::unique_ptr<adapters::soci::comment_box> box_;
    std::unique_ptr<web::office> office_;
    std::unique_ptr<web::server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
    long long stories_ = 0;
    long long entered_ = 0; ///< acts by enters()
};

} // namespace tests

#endif
