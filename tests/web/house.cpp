#include "tests/web/house.hpp"

#include "adapters/rights/load_rights.hpp"
#include "adapters/soci/house_register.hpp"
#include "tests/web/small_procedure.hpp"
#include "tests/web/view_schemas.hpp"
#include "workflows/administration/procedure.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

namespace tests {

std::string reply::header(std::string const& name) const
{
    auto const at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    auto const begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

engine::rights built_in_rights()
{
    auto table = adapters::rights::load_rights().table;
    table.add(engine::right{{"*"}, engine::sphere::act, "intake.decided", engine::relation::any});
    return table;
}

house::house(std::function<void(web::entrance&)> const& open, its_day day)
    : dir_(std::filesystem::temp_directory_path() /
           ("juece-web-" + std::to_string(std::random_device{}()))),
      record_(base_.at(dir_)), documents_(dir_), people_(record_),
      entry_(record_, people_,
             [this] { return practice_ ? practice_->ahead() : std::chrono::days(0); }),
      readers_(record_, 2), desk_(record_), book_(std::vector<engine::parameter_key>{}),
      entries_(loop_.get_executor())
{
    shapes_.emplace("major_decision/small",
                    engine::procedure_shape{"major_decision/small", "intake.proposed", "XS",
                                            [](std::string const& place) {
                                                return std::make_unique<small_procedure>(place);
                                            }});
    shapes_.emplace(workflows::administration::shape_name,
                    workflows::administration::shape(
                        std::make_shared<engine::rights const>(entitled_), {"cn", "gd"}));
    BOOST_TEST_REQUIRE(book_.add({"cn", "全国", "", {}}).empty());
    let_people_in();
    soci::clerk_terms terms;
    terms.group_answered = entries_.acts_answered();
    clerk_ = std::make_unique<soci::clerk>(
        record_, engine::law_in_force{shapes_, book_, days_, entitled_}, terms);
    entries_.use(*clerk_);
    if (open)
        open(entry_);
    std::function<engine::instant()> clock = now;
    if (day == its_day::may_be_set_forward) {
        practice_ = std::make_unique<web::practice_clock>(now, dir_ / "practice-days");
        clock = [this] { return practice_->now(); };
    }
    office_ =
        std::make_unique<web::office>(web::office_parts{.people = people_,
                                                        .entry = entry_,
                                                        .readers = readers_,
                                                        .documents = documents_,
                                                        .law = {shapes_, book_, days_, entitled_},
                                                        .requirements = requirements_,
                                                        .entries = entries_,
                                                        .clock = std::move(clock),
                                                        .dir = dir_,
                                                        .desk = desk_,
                                                        .reading_threads = 2,
                                                        .program = JUECE_BINARY,
                                                        .practice = practice_.get()});
    server_ = std::make_unique<web::server>(loop_, *office_, web::server_settings{});
    port_ = server_->listen("127.0.0.1:0");
    thread_ = std::thread([this] { loop_.run(); });
}

void house::let_people_in()
{
    soci::house_register keeping(record_);
    keeping.add_organ({"gy", "高要区人民政府", "county", "cn", ""}, now());
    keeping.add_unit({"fgj", "发展和改革局", "gy"}, now());
    for (auto const& [login, role] :
         {std::pair{"clerk", "sponsor_clerk"}, {"head", "head_of_government"}}) {
        auto const id = keeping.add_person(login, login == std::string("clerk") ? "李<四>" : "王五",
                                           password, now());
        soci::appointment as{
            .who = id, .role = role, .unit = "fgj", .from = std::chrono::year(2020) / 1 / 1};
        keeping.add_appointment(as, now());
    }
    for (auto const& one : entitled_.roles()) {
        auto const id = keeping.add_person("as_" + one.code, one.name_zh, "correct horse", now());
        auto const as = keeping.add_appointment({.who = id,
                                                 .role = one.code,
                                                 .unit = "fgj",
                                                 .from = std::chrono::year(2020) / 1 / 1,
                                                 .until = {}},
                                                now());
        bearers_[one.code] =
            "Authorization: Bearer " + entry_.kept.start(id, as, now()).token + "\r\n";
    }
}

house::~house()
{
    boost::asio::post(loop_, [this] { server_->stop(); });
    thread_.join();
    clerk_->stop();
    entry_.log.stop();
    std::filesystem::remove_all(dir_);
}

reply house::raw(std::string const& bytes) const
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

reply house::send(std::string const& method, std::string const& target, std::string const& headers,
                  std::string const& body) const
{
    auto got = raw(
        method + " " + target + " HTTP/1.1\r\nHost: juece.test\r\nConnection: close\r\n" + headers +
        (method == "GET" ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n") +
        "\r\n" + body);
    hold_answer(method, target, got.status, got.header("Content-Type"), got.body);
    return got;
}

json::object house::sign_in(std::string const& login) const
{
    auto const got = send("POST", "/sign-in", json_both,
                          R"({"login":")" + login + R"(","password":"correct horse"})");
    BOOST_TEST_REQUIRE(got.status == 200);
    return got.view();
}

open_house::open_house()
{
    auto const first = site.sign_in("clerk");
    clerk = "Authorization: Bearer " + std::string(first.at("token").as_string()) + "\r\n";
    clerk_csrf = first.at("csrf").as_string();
    head = "Authorization: Bearer " + std::string(site.sign_in("head").at("token").as_string()) +
           "\r\n";
}

reply open_house::open_case(std::string const& act_id, std::string const& body) const
{
    return site.send("POST", "/cases", clerk + house::json_both,
                     R"({"shape":"major_decision/small","act_id":")" + act_id + R"(","body":)" +
                         body + "}");
}

open_house const& here()
{
    static open_house const one;
    return one;
}

} // namespace tests
