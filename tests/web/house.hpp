#ifndef JUECE_TESTS_WEB_HOUSE_HPP
#define JUECE_TESTS_WEB_HOUSE_HPP

#include "adapters/rights/load_rights.hpp"
#include "adapters/soci/clerk.hpp"
#include "adapters/soci/house_register.hpp"
#include "engine/desk.hpp"
#include "tests/scratch_database.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/server.hpp"
#include "workflows/administration/procedure.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <thread>

// The site over real HTTP, on a small procedure of two chapters' worth of acts.

namespace tests {

namespace soci = adapters::soci;
namespace json = boost::json;
using engine::say;

enum class stance { for_it, against };
JUECE_CHOICE(stance, for_it, against)

struct statement {
    std::string member;
    stance said = stance::for_it;
};
BOOST_DESCRIBE_STRUCT(statement, (), (member, said))

struct proposed {
    std::string title;
    std::optional<engine::money> cost;
    std::vector<statement> statements;
    std::optional<engine::document_ref> draft;
};
BOOST_DESCRIBE_STRUCT(proposed, (), (title, cost, statements, draft))

struct decided {
    engine::prose reason;
};
BOOST_DESCRIBE_STRUCT(decided, (), (reason))

/// Opened by intake.proposed; intake.decided is for the head of government and ends it. Secret if
/// its title or the reason says so; the office needs to know of it.
class small_procedure : public engine::procedure {
public:
    explicit small_procedure(std::string place) : place_(std::move(place)) {}

    engine::judgement attempt(engine::act const& what, engine::circumstances const&) override
    {
        engine::judgement found;
        if (!fields_of(what.kind)) {
            found.known = false;
            return found;
        }
        if (what.kind == "intake.proposed")
            engine::read_body<proposed>(what.body, found.faults);
        else
            engine::read_body<decided>(what.body, found.faults);
        if (!found.faults.empty())
            return found;
        found.answer.refusals = grounds(what.kind, what.by);
        if (found.answer.admits())
            replay(what);
        return found;
    }

    void replay(engine::act const& what) override
    {
        if (what.kind == "intake.proposed") {
            title_ = what.body.at("title").as_string();
            unit_ = what.by.unit;
        }
        for (auto const* name : {"title", "reason"})
            if (auto const* words = what.body.if_contains(name); words && *words == "秘密")
                level_ = engine::confidentiality::secret;
        stage_ = what.kind == "intake.proposed" ? "open" : "over";
    }

    std::vector<engine::offer> offers(engine::actor const& who,
                                      engine::circumstances const&) const override
    {
        if (stage_ != "open")
            return {};
        return {{.chapter = "intake",
                 .stage = stage_,
                 .kind = "intake.decided",
                 .duty = true,
                 .rules = {"R713-30.1"},
                 .seats = {{"head_of_government", ""}},
                 .refusals = grounds("intake.decided", who),
                 .fields = fields_of("intake.decided")}};
    }
    std::vector<engine::task> tasks(engine::circumstances const& now) const override
    {
        if (stage_ != "open")
            return {};
        return {{"intake",
                 "intake.decided",
                 "head_of_government",
                 "",
                 {},
                 engine::task_limit{.name = "comments", .due = now.today + std::chrono::days(30)}}};
    }
    std::vector<engine::chapter_stage> stages() const override { return {{"intake", stage_}}; }
    std::vector<engine::limit> limits(engine::circumstances const& now) const override
    {
        if (stage_ != "open")
            return {};
        return {engine::reckon(
            {.name = "comments", .rule = "R713-15.1", .begins = now.today, .days = 30}, now.days,
            now.today)};
    }
    std::vector<engine::milestone> outlook(engine::circumstances const&) const override
    {
        return {};
    }
    std::vector<engine::figure> figures(engine::working_days const&) const override
    {
        if (stage_ != "over")
            return {};
        return {{.indicator = "DEC.adopted", .year = 2024}};
    }
    engine::case_summary summary() const override
    {
        engine::case_summary found{.title = title_,
                                   .unit = unit_,
                                   .matter = "",
                                   .phase = stage_ == "over" ? "execution" : "proposal",
                                   .closed = stage_ == "over",
                                   .place = place_,
                                   .level = level_,
                                   .concerned = {},
                                   .known_to = {}};
        if (level_ == engine::confidentiality::secret)
            found.known_to = {engine::part_of_role("office_secretary")};
        return found;
    }
    json::object facts() const override
    {
        return {
            {"sections", json::array{{{"title", "section.matter"},
                                      {"rows", json::array{{{"label", "field.title"},
                                                            {"value", {{"text", title_}}}}}}}}}};
    }
    std::vector<engine::table_row> table() const override
    {
        return {{"intake", "R713-10.1", "start", "intake.proposed", "open", "duty", {}},
                {"intake", "R713-30.1", "open", "intake.decided", "over", "duty", {}}};
    }
    int ways(engine::act const&) const override { return 1; }
    std::vector<engine::field> const* fields_of(std::string_view kind) const override
    {
        if (kind == "intake.proposed")
            return &engine::fields_of<proposed>();
        if (kind == "intake.decided")
            return &engine::fields_of<decided>();
        return nullptr;
    }

private:
    std::vector<engine::refusal> grounds(std::string_view kind, engine::actor const& who) const
    {
        if (kind == "intake.decided" && stage_ != "open")
            return {{"R713-25.1", say("事项没有待决定的草案。"), say("先提出事项。")}};
        if (kind == "intake.decided" && who.role != "head_of_government")
            return {{.rule = "R713-30.1",
                     .reason = say("应由行政首长作出。"),
                     .remedy = say("请行政首长办理。"),
                     .about_role = true}};
        return {};
    }

    std::string place_, title_, unit_, stage_ = "start";
    engine::confidentiality level_ = engine::confidentiality::internal;
};

struct reply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(std::string const& name) const
    {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos)
            return {};
        auto const begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
    json::object view() const { return json::parse(body).as_object(); }
};

/// The decision table as it is shipped, and the one act of the small procedure that it does not
/// know.
inline engine::rights built_in_rights()
{
    auto table = adapters::rights::load_rights().table;
    table.add(engine::right{{"*"}, engine::sphere::act, "intake.decided", engine::relation::any});
    return table;
}

/// A running site in a directory of its own.
class house {
public:
    /// `open` sets up ways to sign in before the site runs.
    explicit house(std::function<void(web::entrance&)> const& open = {})
        : dir_(std::filesystem::temp_directory_path() /
               ("juece-web-" + std::to_string(std::random_device{}()))),
          record_(base_.at(dir_)), documents_(dir_), people_(record_), entry_(record_, people_),
          readers_(record_, 2), desk_(record_), book_(std::vector<engine::parameter_key>{}),
          entries_(loop_.get_executor())
    {
        shapes_.emplace("major_decision/small",
                        engine::procedure_shape{"major_decision/small", "intake.proposed", "XS",
                                                [](std::string const& place) {
                                                    return std::make_unique<small_procedure>(place);
                                                }});
        shapes_.emplace(
            workflows::administration::shape_name,
            workflows::administration::shape(std::make_shared<engine::rights const>(entitled_)));
        BOOST_TEST_REQUIRE(book_.add({"cn", "全国", "", {}}).empty());
        soci::house_register keeping(record_);
        keeping.add_organ({"gy", "高要区人民政府", "county", "cn", ""}, now());
        keeping.add_unit({"fgj", "发展和改革局", "gy"}, now());
        for (auto const& [login, role] :
             {std::pair{"clerk", "sponsor_clerk"}, {"head", "head_of_government"}}) {
            auto const id = keeping.add_person(
                login, login == std::string("clerk") ? "李<四>" : "王五", password, now());
            soci::appointment as{
                .who = id, .role = role, .unit = "fgj", .from = std::chrono::year(2020) / 1 / 1};
            keeping.add_appointment(as, now());
        }
        for (auto const& one : entitled_.roles()) {
            auto const id =
                keeping.add_person("as_" + one.code, one.name_zh, "correct horse", now());
            auto const as = keeping.add_appointment({.who = id,
                                                     .role = one.code,
                                                     .unit = "fgj",
                                                     .from = std::chrono::year(2020) / 1 / 1,
                                                     .until = {}},
                                                    now());
            bearers_[one.code] =
                "Authorization: Bearer " + entry_.kept.start(id, as, now()).token + "\r\n";
        }
        soci::clerk_terms terms;
        terms.group_answered = entries_.acts_answered();
        clerk_ = std::make_unique<soci::clerk>(
            record_, engine::law_in_force{shapes_, book_, days_, entitled_}, terms);
        entries_.use(*clerk_);
        if (open)
            open(entry_);
        office_ =
            std::make_unique<web::office>(web::office_parts{people_,
                                                            entry_,
                                                            readers_,
                                                            documents_,
                                                            {shapes_, book_, days_, entitled_},
                                                            requirements_,
                                                            entries_,
                                                            now,
                                                            dir_,
                                                            desk_,
                                                            2});
        server_ = std::make_unique<web::server>(loop_, *office_, web::server_settings{});
        port_ = server_->listen("127.0.0.1:0");
        thread_ = std::thread([this] { loop_.run(); });
    }
    ~house()
    {
        boost::asio::post(loop_, [this] { server_->stop(); });
        thread_.join();
        clerk_->stop();
        entry_.log.stop();
        std::filesystem::remove_all(dir_);
    }

    reply raw(std::string const& bytes) const
    {
        boost::asio::ip::tcp::iostream stream("127.0.0.1", std::to_string(port_));
        stream.expires_after(std::chrono::seconds(20));
        stream << bytes << std::flush;
        std::string all(std::istreambuf_iterator<char>(stream), {});
        reply got;
        auto const end = all.find("\r\n\r\n");
        BOOST_TEST_REQUIRE(end != std::string::npos, bytes.substr(0, 200));
        got.head = all.substr(0, end);
        got.body = all.substr(end + 4);
        got.status = std::stoi(got.head.substr(9, 3));
        return got;
    }

    reply send(std::string const& method, std::string const& target, std::string const& headers,
               std::string const& body = "") const
    {
        return raw(
            method + " " + target + " HTTP/1.1\r\nHost: juece.test\r\nConnection: close\r\n" +
            headers +
            (method == "GET" ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n") +
            "\r\n" + body);
    }

    json::object sign_in(std::string const& login) const
    {
        auto const got = send("POST", "/sign-in", json_both,
                              R"({"login":")" + login + R"(","password":"correct horse"})");
        BOOST_TEST_REQUIRE(got.status == 200);
        return got.view();
    }

    web::entrance& entry() { return entry_; }
    soci::accounts& people() { return people_; }
    soci::database& record() { return record_; }
    engine::rights const& entitled() const { return entitled_; }
    /// The header of somebody who is signed in under that role.
    std::string const& as(std::string const& role) const { return bearers_.at(role); }

    static engine::instant now() { return *engine::parse_instant("2024-04-02T02:00:00.000Z"); }
    static inline std::string const json_both =
        "Accept: application/json\r\nContent-Type: application/json\r\n";
    static constexpr char const* password = "correct horse";

private:
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
    open_house()
    {
        auto const first = site.sign_in("clerk");
        clerk = "Authorization: Bearer " + std::string(first.at("token").as_string()) + "\r\n";
        clerk_csrf = first.at("csrf").as_string();
        head = "Authorization: Bearer " +
               std::string(site.sign_in("head").at("token").as_string()) + "\r\n";
    }
    reply open_case(std::string const& act_id, std::string const& body) const
    {
        return site.send("POST", "/cases", clerk + house::json_both,
                         R"({"shape":"major_decision/small","act_id":")" + act_id + R"(","body":)" +
                             body + "}");
    }
};

inline open_house const& here()
{
    static open_house const one;
    return one;
}

inline std::string const form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

} // namespace tests

#endif
